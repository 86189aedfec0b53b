import { useState } from 'react'
import type { Role } from '../../api/platform/role.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { menuOf, splitPage } from './pages.ts'
import { useShellWords } from './shell-words.ts'
import { useOffice } from './use-office.ts'

type Props = Readonly<{ roles: readonly Role[]; onRole: (role: Role) => void; onKeys: () => void }>

/** The pages a role has; a line on a desk, a list behind one button on a phone. */
export function OfficeMenu({ roles, onRole, onKeys }: Props) {
  const { view, role, href, t, counts, format } = useOffice()
  const w = useShellWords()
  const [isOpen, setOpen] = useState(false)
  const here = splitPage(view.page)?.name
  const shown = menuOf(role)
  return (
    <nav className={`office-menu${isOpen ? ' is-open' : ''}`} aria-label={w('menu')}>
      <button type="button" className="office-menu-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'close' : 'list'} />
        <strong>{here ? w(`page.${here}`) : w('menu.open')}</strong>
      </button>
      <ul className="office-pages">
        {shown.map(name => (
          <li key={name}>
            <a href={href(name)} aria-current={name === here ? 'page' : undefined} onClick={() => setOpen(false)}>
              {w(`page.${name}`)}
              {counts[name] && (
                <span className="count">
                  <span className="unseen">{w('menu.waiting')} </span>
                  {format.number(counts[name])}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      {roles.length > 1 && (
        <label className="office-role">
          <span className="unseen">{w('role.label')}</span>
          <select value={role} onChange={event => onRole(event.target.value as Role)}>
            {roles.map(one => (
              <option key={one} value={one}>
                {t(`role.${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <IconButton icon="keyboard" label={w('keys.title')} className="only-desk" onClick={onKeys} />
    </nav>
  )
}
