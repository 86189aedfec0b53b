import { z } from 'zod'
import { ROLES } from '../platform/role.ts'

/** POST /api/session */
export const SignIn = z.object({ username: z.string().min(1).max(60), password: z.string().min(1).max(200) })
export type SignIn = z.infer<typeof SignIn>

/** The officer signed in, as the browser may know them. */
export const SessionOfficer = z.object({
  id: z.number(),
  username: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(ROLES)),
  /** District ids the officer works in; null where every role of theirs covers all. */
  districts: z.array(z.number()).nullable(),
})
export type SessionOfficer = z.infer<typeof SessionOfficer>

/** GET /api/session: the officer, or null when nobody is signed in; and the demo accounts where they exist. */
export const Session = z.object({
  officer: SessionOfficer.nullable(),
  demoAccounts: z.array(z.object({ username: z.string(), displayName: z.string() })),
})
export type Session = z.infer<typeof Session>
