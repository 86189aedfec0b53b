import { useCallback, useEffect, useState } from 'react'
import type { Session, SessionOfficer, SignIn } from '../../api/session/session.contract.ts'
import { ask } from '../app/api.ts'

export type SessionOf = Readonly<{
  officer: SessionOfficer | null
  demoAccounts: Session['demoAccounts']
  /** @throws ApiProblem */
  signIn: (credentials: SignIn) => Promise<void>
  signOut: () => Promise<void>
}>

const NOBODY: Session = { officer: null, demoAccounts: [] }

/** Who is signed in. The map needs nobody, so a failure here is silence until somebody signs in. */
export function useSession(): SessionOf {
  const [session, setSession] = useState(NOBODY)
  useEffect(() => {
    ask<Session>('/api/session').then(setSession, () => undefined)
  }, [])
  const signIn = useCallback(async (body: SignIn) => {
    setSession(await ask<Session>('/api/session', { method: 'POST', body }))
  }, [])
  const signOut = useCallback(async () => {
    await ask('/api/session', { method: 'DELETE' })
    setSession(before => ({ ...before, officer: null }))
  }, [])
  return { ...session, signIn, signOut }
}
