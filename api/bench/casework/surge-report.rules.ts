/** What a surge came to. Pure. */
import type { Sent } from './surge.ts'

export type Tally = Readonly<{
  sent: number
  accepted: number
  /** By status, those that were not accepted. */
  refused: Readonly<Record<string, number>>
  retried: number
  /** Sent twice with the same key, and how many of them got the same answer twice. */
  twice: number
  sameTwice: number
  milliseconds: number[]
}>

export function tally(sent: readonly Sent[]): Tally {
  const accepted = sent.filter(isAccepted)
  const refused: Record<string, number> = {}
  for (const one of sent) if (!isAccepted(one)) refused[one.status] = (refused[one.status] ?? 0) + 1
  const twice = accepted.filter(one => one.second !== null)
  return {
    sent: sent.length,
    accepted: accepted.length,
    refused,
    retried: sent.reduce((sum, one) => sum + one.retries, 0),
    twice: twice.length,
    sameTwice: twice.filter(one => one.second?.answer === one.answer && one.second?.status === one.status).length,
    milliseconds: sent.map(one => one.milliseconds),
  }
}

export function isAccepted({ status, answer }: Sent): boolean {
  return (status === 200 || status === 201) && answer !== null
}
