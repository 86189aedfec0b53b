import { randomBytes, randomInt } from 'node:crypto'
import type { Database } from '../platform/database.ts'
import { asService } from '../platform/officer.ts'
import { problem } from '../platform/problem.ts'
import { hashAddress } from '../session/secrets.ts'
import { saltOfToday } from '../session/session.queries.ts'
import type { Tracking, WebApplication, WebStatus } from './web-application.contract.ts'
import { findChoices, findStatus, findTrackingNo, insertWebApplication, knock } from './web-application.queries.ts'
import { findWebIssues, trackingNoOf, WEB_ISSUE } from './web-application.rules.ts'

/**
 * Knocks one network may make. Thousands of phones share an address of their carrier (CGNAT), and a muhtar sends for a whole
 * street, so these are far above what a person needs and far below what a program wants.
 */
const LIMITS = {
  send: { inTenMinutes: 15, inADay: 300 },
  look: { inTenMinutes: 30, inADay: 500 },
} as const

type Sent = Readonly<{ form: WebApplication; key: string; address: string; language: 'tr' | 'en' }>

/**
 * Takes what a citizen sends, for an officer to review. Says nothing of what is known about anybody.
 * @returns a random number of 60 bits that tells the state later; the same for the same key
 * @throws invalid-input (details.fields), too-many-requests (details.retryAfterSeconds)
 */
export async function sendWebApplication(db: Database, { form, key, address, language }: Sent): Promise<Tracking> {
  const hash = await hashOf(db, address)
  return asService(db, 'counter', async trx => {
    const before = await findTrackingNo(trx, key)
    if (before) return { trackingNo: before }
    const choices = await findChoices(trx)
    const issues = findWebIssues(form, {
      today: choices.today,
      districts: choices.districts.map(one => one.id),
      aidTypes: choices.aidTypes.map(one => one.code),
      consentVersions: choices.consents.map(one => one.version),
    })
    if (issues.length > 0) {
      const fields = issues.map(({ field, code }) => ({ field, code, why: WEB_ISSUE[code][language] }))
      throw problem('invalid-input', fields.map(one => one.why).join(' '), { where: 'body', fields })
    }
    const wait = await knock(trx, { hash, kind: 'send', ...LIMITS.send })
    if (wait > 0) throw problem('too-many-requests', '', { retryAfterSeconds: wait })
    await insertWebApplication(trx, { key, trackingNo: newTrackingNo(), form })
    const trackingNo = await findTrackingNo(trx, key) // of two at once both answer the first
    if (!trackingNo) throw new Error('a web application was put down and is not there')
    return { trackingNo }
  })
}

/** Nobody guesses 60 bits; that the answer takes the same time for every number costs an honest asker a moment. */
const ANSWER_MS = 300

/**
 * What became of a web application: a word and a day. Unknown and malformed numbers are answered alike, after the same time.
 * @throws not-found, too-many-requests
 */
export async function showWebStatus(db: Database, typed: string, address: string): Promise<WebStatus> {
  const moment = new Promise(done => setTimeout(done, ANSWER_MS))
  const found = await look(db, typed, address).finally(() => moment)
  if (!found) throw problem('not-found')
  return found
}

async function look(db: Database, typed: string, address: string): Promise<WebStatus | undefined> {
  const hash = await hashOf(db, address)
  const { wait, found } = await asService(db, 'counter', async trx => ({
    wait: await knock(trx, { hash, kind: 'look', ...LIMITS.look }),
    found: await findStatus(trx, trackingNoOf(typed) ?? ''),
  }))
  if (wait > 0) throw problem('too-many-requests', '', { retryAfterSeconds: wait })
  return found
}

async function hashOf(db: Database, address: string): Promise<Buffer> {
  return hashAddress(address, await asService(db, 'gate', trx => saltOfToday(trx, randomBytes(32))))
}

/** Without I, L, O and U, which are read as 1, 0 and V (Crockford's base 32): 32 letters, 5 bits each. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function newTrackingNo(): string {
  const four = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${four()}-${four()}-${four()}`
}
