import { randomBytes } from 'node:crypto'
import { passwordMatches } from '../officers/password.ts'
import { appendAudit } from '../platform/audit.ts'
import type { Database, Trx } from '../platform/database.ts'
import { asService } from '../platform/officer.ts'
import { problem } from '../platform/problem.ts'
import { hashAddress, hashToken } from './secrets.ts'
import type { SignIn } from './session.contract.ts'
import {
  addFailure,
  type Candidate,
  countTries,
  findCandidate,
  insertSession,
  lockTries,
  saltOfToday,
  sweep,
  turnIntoSuccess,
} from './session.queries.ts'
import { normalUsername, waitSeconds } from './session.rules.ts'

/**
 * Signs an officer in and answers the token of the new session.
 * Two transactions, so that none is held open while the password is hashed: the first counts the try as failed, the
 * second puts that right. Tries made at the same moment are all counted.
 * @throws wrong-credentials, too-many-requests (details.retryAfterSeconds)
 */
export async function openSession(
  db: Database,
  signIn: SignIn,
  from: { address: string; allowDemo: boolean },
): Promise<string> {
  const username = normalUsername(signIn.username)
  const { attempt, candidate } = await asService(db, 'gate', trx => beginTry(trx, username, from.address))
  const isRight = await passwordMatches(candidate?.password_hash, signIn.password)
  const why = whyRefused(candidate, isRight, from.allowDemo)
  const token = await asService(db, 'gate', trx =>
    why === null && candidate ? admit(trx, attempt, candidate) : refuse(trx, candidate, why ?? 'unknown'),
  )
  if (token === null) throw problem('wrong-credentials')
  return token
}

// What cannot be a name may be a password typed into the wrong box: it is not kept.
const NO_NAME = '(no name)'

async function beginTry(trx: Trx, username: string | null, address: string) {
  const from = {
    username: username ?? NO_NAME,
    addressHash: hashAddress(address, await saltOfToday(trx, randomBytes(32))),
  }
  await lockTries(trx, from.username)
  const retryAfterSeconds = waitSeconds(await countTries(trx, from))
  if (retryAfterSeconds > 0) throw problem('too-many-requests', '', { retryAfterSeconds })
  const attempt = await addFailure(trx, from)
  return { attempt, candidate: username === null ? undefined : await findCandidate(trx, username) }
}

function whyRefused(candidate: Candidate | undefined, isRight: boolean, allowDemo: boolean): string | null {
  if (!candidate) return 'unknown'
  if (!isRight) return 'password'
  if (!candidate.is_active) return 'inactive'
  return candidate.is_demo && !allowDemo ? 'demo' : null
}

async function admit(trx: Trx, attempt: number, officer: Candidate): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await turnIntoSuccess(trx, attempt)
  await sweep(trx)
  await insertSession(trx, hashToken(token), officer.id)
  await appendAudit(trx, {
    officerId: officer.id,
    actingRole: 'system',
    action: 'session.open',
    subject: { type: 'officer', id: officer.id },
  })
  return token
}

async function refuse(trx: Trx, candidate: Candidate | undefined, why: string): Promise<null> {
  await appendAudit(trx, {
    officerId: candidate?.id ?? null,
    actingRole: 'system',
    action: 'session.refused',
    subject: { type: 'officer', id: candidate?.id ?? null },
    detail: { why },
  })
  return null
}
