/** One application as it is sent; `again` sends it a second time: at once (a double click) or after the answer (a retry). */
export type Sending = Readonly<{
  /** Milliseconds after the start. */
  at: number
  path: string
  headers: Readonly<Record<string, string>>
  body: string
  key: string
  again: 'at once' | 'afterwards' | null
}>

/** Sendings come at their times whatever the server does (open loop), or one after the other on so many connections. */
export type SurgeJob = Readonly<{
  ports: readonly number[]
  sendings: readonly Sending[]
  pace: 'as timed' | Readonly<{ connections: number }>
}>

export type Sent = Readonly<{
  key: string
  path: string
  status: number
  /** From the moment it should have been sent to its last byte: waiting for a connection counts. */
  milliseconds: number
  /** Id or tracking number answered. */
  answer: string | null
  /** What the second sending of the same key was answered. */
  second: Readonly<{ status: number; answer: string | null }> | null
  /** Times it was sent anew because the connection broke or the server could not. */
  retries: number
  problem: string | null
}>
export type SurgeOutcome = Readonly<{ sent: Sent[]; seconds: number; latest: number }>
