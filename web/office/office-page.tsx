import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Busy } from '../ui/busy.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { DRAWN, hasPage, splitPage } from './pages.ts'
import { BrokenPage, NoPage, NotYourPage } from './refusals.tsx'
import { useShellWords } from './shell-words.ts'
import { useOffice } from './use-office.ts'

/** The page an address names, or why it does not open. */
export function OfficePage({ page }: Readonly<{ page: string }>) {
  const { role } = useOffice()
  const w = useShellWords()
  const found = splitPage(page)
  if (!found) return <NoPage />
  const { name, rest } = found
  if (!hasPage(role, name)) return <NotYourPage name={name} />
  const Drawn = DRAWN[name]
  return (
    <ErrorBoundary key={page} fallback={(error, again) => <BrokenPage error={error} onAgain={again} />}>
      <Suspense fallback={<Busy label={w('loading')} />}>
        <Arrival title={w(`page.${name}`)}>
          <Drawn rest={rest} />
        </Arrival>
      </Suspense>
    </ErrorBoundary>
  )
}

/** A page that has come: its name is the window's, and the focus goes into it unless it went somewhere inside already. */
function Arrival({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  const box = useRef<HTMLDivElement>(null)
  const { t } = useOffice()
  const house = t('app.name')
  useEffect(() => {
    document.title = `${title} · ${house}`
    return () => {
      document.title = house
    }
  }, [title, house])
  useEffect(() => {
    if (!box.current?.contains(document.activeElement)) box.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="office-page" tabIndex={-1} ref={box}>
      {children}
    </div>
  )
}
