import { Suspense } from 'react'
import { Busy } from '../ui/busy.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { drawnPage, hasPage, splitPage } from './pages.ts'
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
  const Drawn = drawnPage(name)
  if (!Drawn) return <NoPage />
  return (
    <ErrorBoundary key={page} fallback={(error, again) => <BrokenPage error={error} onAgain={again} />}>
      <Suspense fallback={<Busy label={w('loading')} />}>
        <div className="office-page">
          <Drawn rest={rest} />
        </div>
      </Suspense>
    </ErrorBoundary>
  )
}
