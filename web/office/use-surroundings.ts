import { useMemo, useRef, useState } from 'react'
import type { Language } from '../i18n/t.ts'
import { officeClient } from './client.ts'

type Told = Readonly<{ language: Language; actingRole: string | null }>

/** Something the page is asked once by however many requests wait for it. */
type Asked = { answer: Promise<boolean>; settle: (is: boolean) => void }

/** The client of the office and what it asks of the page: another sign-in, patience until the connection is back. */
export function useSurroundings(told: Told) {
  const now = useRef(told)
  now.current = told
  const [asksSignIn, setAsksSignIn] = useState<Asked | null>(null)
  const [waits, setWaits] = useState<Asked | null>(null)
  const client = useMemo(() => {
    const signIn = askedOnce(setAsksSignIn)
    const connection = askedOnce(setWaits)
    return officeClient({
      language: () => now.current.language,
      actingRole: () => now.current.actingRole,
      signInAgain: patiently(signIn),
      awaitConnection: connection,
    })
  }, [])
  return { client, asksSignIn, waits }
}

const PUT_OFF_MS = 30_000

/** Who put signing in off is not asked at every saving in the background, but now and then: something is unsaved. */
function patiently(signIn: () => Promise<boolean>): (isInBackground: boolean) => Promise<boolean> {
  let putOffAt = Number.NEGATIVE_INFINITY
  return async isInBackground => {
    if (isInBackground && performance.now() - putOffAt < PUT_OFF_MS) return false
    const isSignedIn = await signIn()
    putOffAt = isSignedIn ? Number.NEGATIVE_INFINITY : performance.now()
    return isSignedIn
  }
}

function askedOnce(show: (asked: Asked | null) => void): () => Promise<boolean> {
  let open: Asked | null = null
  return () => {
    if (open) return open.answer
    const { promise, resolve } = deferred()
    open = {
      answer: promise,
      settle(is) {
        open = null
        show(null)
        resolve(is)
      },
    }
    show(open)
    return promise
  }
}

function deferred() {
  let resolve: (is: boolean) => void = () => undefined
  const promise = new Promise<boolean>(done => {
    resolve = done
  })
  return { promise, resolve }
}
