/** Sends the form; a cut connection is waited out with the same key, so that nothing is sent twice or lost. */
import type { WebForm } from '../../api/web-applications/web-application.rules.ts'
import type { Fault } from './faults.ts'

export type Outcome =
  | { is: 'sent'; trackingNo: string }
  | { is: 'faulty'; faults: readonly Fault[] }
  | { is: 'busy' | 'failed' | 'offline' }

export async function send(form: WebForm, key: string, language: string): Promise<Outcome> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key, 'accept-language': language }
  const answer = await fetch('/api/web-applications', { method: 'POST', headers, body: JSON.stringify(form) }).catch(
    () => null,
  )
  if (!answer) return { is: 'offline' }
  const body = (await answer.json().catch(() => ({}))) as { trackingNo?: string; details?: { fields?: Fault[] } }
  if (answer.ok && body.trackingNo) return { is: 'sent', trackingNo: body.trackingNo }
  if (answer.status === 400 && body.details?.fields) return { is: 'faulty', faults: body.details.fields }
  if (answer.status === 429) return { is: 'busy' }
  return { is: answer.status === 503 ? 'offline' : 'failed' }
}

const AGAIN_MS = 15_000

/** Comes back when the network says so, and every quarter of a minute. */
export function whenBack(): Promise<void> {
  return new Promise(done => {
    const come = () => {
      removeEventListener('online', come)
      clearTimeout(timer)
      done()
    }
    const timer = setTimeout(come, AGAIN_MS)
    addEventListener('online', come)
  })
}
