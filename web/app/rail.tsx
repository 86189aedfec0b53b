import type { Translate } from '../i18n/t.ts'
import { OfficerMenu } from '../session/officer-menu.tsx'
import type { SessionOf } from '../session/use-session.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'
import { OFFICE_ROLES } from './office-roles.ts'
import type { Room, Theme, View } from './view.rules.ts'

const ROOMS: readonly { room: Room; icon: IconName }[] = [
  { room: 'map', icon: 'map' },
  { room: 'table', icon: 'table' },
  { room: 'about', icon: 'info' },
]
const OFFICE_ROOM = { room: 'office', icon: 'folder' } as const
const THEMES: readonly Theme[] = ['auto', 'light', 'dark', 'contrast']

type Props = Readonly<{
  view: View
  setView: (change: Partial<View>) => void
  t: Translate
  session: SessionOf
  onSignIn: () => void
}>

/** The rooms of the office and what belongs to the person: language, appearance, session. */
export function Rail({ view, setView, t, session, onSignIn }: Props) {
  const { language, theme } = view
  const isOfficer = session.officer?.roles.some(role => OFFICE_ROLES.includes(role)) ?? false
  const rooms = isOfficer || view.room === 'office' ? [OFFICE_ROOM, ...ROOMS] : ROOMS
  return (
    <nav className="rail" aria-label={t('app.rooms')}>
      <span className="brand" title={t('app.tagline')}>
        <Mark />
        <span className="brand-word">{t('app.name')}</span>
      </span>
      {rooms.map(({ room, icon }) => (
        <button
          type="button"
          key={room}
          className="rail-button"
          aria-current={view.room === room ? 'page' : undefined}
          onClick={() => setView({ room })}
        >
          <Icon name={icon} />
          <span className="rail-word">{t(`room.${room}`)}</span>
        </button>
      ))}
      <span className="rail-gap" />
      <button
        type="button"
        className="rail-button rail-language"
        lang={language === 'tr' ? 'en' : 'tr'}
        onClick={() => setView({ language: language === 'tr' ? 'en' : 'tr' })}
      >
        <b aria-hidden="true">{language === 'tr' ? 'EN' : 'TR'}</b>
        <span className="rail-word">{t('app.otherLanguage')}</span>
      </button>
      <Popover
        className="theme-menu"
        label={t('theme.title')}
        button={
          <>
            <Icon name="look" />
            <span className="rail-word">{t('theme.title')}</span>
          </>
        }
      >
        {close => (
          <div className="menu">
            {THEMES.map(one => (
              <button
                type="button"
                key={one}
                aria-pressed={theme === one}
                onClick={() => {
                  setView({ theme: one })
                  close()
                }}
              >
                {t(`theme.${one}`)}
                {theme === one && <Icon name="check" size={16} />}
              </button>
            ))}
          </div>
        )}
      </Popover>
      {session.officer ? (
        <OfficerMenu officer={session.officer} t={t} onSignOut={session.signOut} />
      ) : (
        <button type="button" className="rail-button" onClick={onSignIn}>
          <Icon name="person" />
          <span className="rail-word">{t('session.signIn')}</span>
        </button>
      )}
    </nav>
  )
}

/** Two roofs side by side: neighbours. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M3 27V16l8-7 8 7v11Z" />
      <path d="M21.5 27h7.5V14l-7-6-4 3.4" fill="none" />
    </svg>
  )
}
