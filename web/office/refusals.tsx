/** Why a page does not open, and who can help. */

import { OFFICE_ROLES } from '../app/office-roles.ts'
import type { Translate } from '../i18n/t.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { type PageName, rolesOf } from './pages.ts'
import { useShellWords } from './shell-words.ts'
import { useOffice } from './use-office.ts'

export function SignInFirst({ onSignIn }: Readonly<{ onSignIn: () => void }>) {
  const w = useShellWords()
  return (
    <EmptyState isPage title={w('signIn.title')} text={w('signIn.text')}>
      <button type="button" className="button is-main" onClick={onSignIn}>
        {w('signIn.act')}
      </button>
    </EmptyState>
  )
}

/** Signed in, but no role of theirs has casework. */
export function NoRoom({ t }: Readonly<{ t: Translate }>) {
  const w = useShellWords()
  const roles = OFFICE_ROLES.map(role => t(`role.${role}`)).join(', ')
  return (
    <EmptyState isPage title={w('forbidden.title')} text={w('forbidden.office', { roles })}>
      <p>{w('forbidden.ask')}</p>
    </EmptyState>
  )
}

export function NotYourPage({ name }: Readonly<{ name: PageName }>) {
  const { t } = useOffice()
  const w = useShellWords()
  const roles = rolesOf(name)
    .map(role => t(`role.${role}`))
    .join(', ')
  return (
    <EmptyState isPage title={w('forbidden.title')} text={w('forbidden.text', { page: w(`page.${name}`), roles })}>
      <p>{w('forbidden.ask')}</p>
      <BackToToday />
    </EmptyState>
  )
}

export function NoPage() {
  const w = useShellWords()
  return (
    <EmptyState isPage title={w('unknown.title')} text={w('unknown.text')}>
      <BackToToday />
    </EmptyState>
  )
}

export function BrokenPage({ error, onAgain }: Readonly<{ error: Error; onAgain: () => void }>) {
  const w = useShellWords()
  return (
    <EmptyState isPage title={w('broken.title')} text={w('broken.text')}>
      <code>{error.message}</code>
      <button type="button" className="button is-main" onClick={onAgain}>
        {w('broken.act')}
      </button>
    </EmptyState>
  )
}

function BackToToday() {
  const { href } = useOffice()
  const w = useShellWords()
  return (
    <a className="button" href={href('today')}>
      {w('unknown.act')}
    </a>
  )
}
