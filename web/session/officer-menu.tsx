import type { SessionOfficer } from '../../api/session/session.contract.ts'
import type { Translate } from '../i18n/t.ts'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'

type Props = Readonly<{ officer: SessionOfficer; t: Translate; onSignOut: () => void }>

/** Who is signed in, as what, for which districts; and the way out. */
export function OfficerMenu({ officer, t, onSignOut }: Props) {
  const scope = officer.districts ? t('session.scope', { n: officer.districts.length }) : t('session.scopeAll')
  return (
    <Popover
      className="officer-menu"
      label={`${officer.username} · ${t('session.menu', { name: officer.displayName })}`}
      button={
        <>
          {/* Drawn by the style sheet: as text it would have to be in the button's name. */}
          <span className="initials" data-initials={initials(officer.displayName)} />
          <span className="rail-word">{officer.username}</span>
        </>
      }
    >
      {close => (
        <div className="officer-card">
          <strong>{officer.displayName}</strong>
          <p>{officer.roles.map(role => t(`role.${role}`)).join(', ')}</p>
          <p className="panel-note">{scope}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              close()
              onSignOut()
            }}
          >
            <Icon name="right" size={16} /> {t('session.signOut')}
          </button>
        </div>
      )}
    </Popover>
  )
}

function initials(name: string): string {
  const words = name
    .replace(/\(.*\)/, '')
    .trim()
    .split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map(word => word?.charAt(0).toLocaleUpperCase('tr') ?? '')
    .join('')
}
