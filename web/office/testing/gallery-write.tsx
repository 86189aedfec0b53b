import { useState } from 'react'
import { useSession } from '../../session/use-session.ts'
import { TextField } from '../../ui/text-field.tsx'
import { ConnectionLine } from '../connection-line.tsx'
import { ErrorBoundary } from '../error-boundary.tsx'
import { SignInAgain } from '../sign-in-again.tsx'
import { useDeed } from '../use-deed.ts'
import { useSurroundings } from '../use-surroundings.ts'

/** A form that sends what was typed to an address the test answers, with everything that may come between. */
export function GalleryWrite() {
  const session = useSession()
  const { client, asksSignIn, waits } = useSurroundings({ language: 'tr', actingRole: null })
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const [isBroken, setBroken] = useState(false)
  const deed = useDeed(async () => setSaid(await client.write<string>('/api/gallery', { text })))
  return (
    <>
      {waits && <ConnectionLine asked={waits} />}
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void deed.run()
        }}
      >
        <TextField id="text" label="Not" value={text} onChange={setText} />
        <div className="actions">
          <button type="submit" className="button is-main" disabled={deed.isBusy}>
            Gönder
          </button>
          <button type="button" className="button" onClick={() => setBroken(true)}>
            Boz
          </button>
        </div>
        <output>{deed.problem ? deed.problem.type : said}</output>
      </form>
      <ErrorBoundary fallback={error => <p className="broken">{error.message}</p>}>
        {isBroken && <Breaking />}
      </ErrorBoundary>
      {asksSignIn && <SignInAgain session={session} onDone={asksSignIn.settle} />}
    </>
  )
}

function Breaking(): never {
  throw new Error('bozuldu')
}
