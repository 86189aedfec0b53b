import '../ui/form.css'
import '../ui/work-parts.css'
import './office.css'
import { type MouseEvent, useMemo, useState } from 'react'
import { isAllowed } from '../../api/rights/rights.rules.ts'
import { formatAddress, type View } from '../app/view.rules.ts'
import type { Format } from '../i18n/format.ts'
import { LanguageContext } from '../i18n/make-words.ts'
import type { Translate } from '../i18n/t.ts'
import type { Flavour } from '../map/flavour.ts'
import type { SessionOf } from '../session/use-session.ts'
import { ToastProvider } from '../ui/toast.tsx'
import { ConnectionLine } from './connection-line.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import type { MenuCounts } from './menu-counts.rules.ts'
import { OfficeMenu } from './office-menu.tsx'
import { OfficePage } from './office-page.tsx'
import { NoRoom, SignInFirst } from './refusals.tsx'
import { SignInAgain } from './sign-in-again.tsx'
import { useActingRole } from './use-acting-role.ts'
import { type Office, OfficeContext } from './use-office.ts'
import { useOfficeKeys } from './use-office-keys.ts'
import { useSurroundings } from './use-surroundings.ts'

type Props = Readonly<{
  view: View
  setView: (change: Partial<View>) => void
  t: Translate
  format: Format
  flavour: Flavour
  session: SessionOf
  onSignIn: () => void
}>

/** The room of those who work on files: a menu of pages, one page, and what lies over it when something comes between. */
export default function OfficeRoom(props: Props) {
  return (
    <LanguageContext value={props.view.language}>
      <ToastProvider>
        <main className="office" id="content">
          <Inside {...props} />
        </main>
      </ToastProvider>
    </LanguageContext>
  )
}

function Inside({ view, setView, t, format, flavour, session, onSignIn }: Props) {
  const { officer } = session
  const [role, setRole, roles] = useActingRole(officer)
  const [counts, tellCounts] = useState<MenuCounts>({})
  const { client, asksSignIn, waits } = useSurroundings({
    language: view.language,
    actingRole: roles.length > 1 ? role : null,
  })
  const office = useMemo<Office | null>(() => {
    if (!officer || !role) return null
    const href = (page: string) => formatAddress({ ...view, room: 'office', page })
    const go = (page: string) => setView({ room: 'office', page })
    const may: Office['may'] = action => isAllowed(role, action)
    const { language } = view
    return { view, setView, t, format, language, flavour, officer, role, may, go, href, client, counts, tellCounts }
  }, [view, setView, t, format, flavour, officer, role, client, counts])
  const keys = useOfficeKeys(office)
  if (!officer) return <SignInFirst onSignIn={onSignIn} />
  if (!office) return <NoRoom t={t} />
  return (
    <OfficeContext value={office}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: links inside are reached by keyboard, this only spares a reload */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      <div className="office-inside" onClick={event => followInside(event, office.go)}>
        <OfficeMenu roles={roles} onRole={setRole} onKeys={keys.show} />
        {waits && <ConnectionLine asked={waits} />}
        <OfficePage page={view.page} />
      </div>
      {keys.isShown && <KeysDialog onClose={keys.hide} />}
      {asksSignIn && <SignInAgain session={session} onDone={asksSignIn.settle} />}
    </OfficeContext>
  )
}

/** A plain click on a link to another page of the office opens it here; with a modifier key the browser does as usual. */
function followInside(event: MouseEvent, go: (page: string) => void): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target || link.hasAttribute('download'))
    return
  const url = new URL(link.href, location.href)
  if (url.origin !== location.origin || url.pathname !== location.pathname) return
  if (url.searchParams.get('room') !== 'office') return
  event.preventDefault()
  go(url.searchParams.get('page') ?? 'today')
}
