/** One piece of work for the load client. */
export type Job = Readonly<{
  port: number
  /** Addresses to ask, in this order. */
  paths: readonly string[]
  connections: number
  /** Asked ten times on each connection before the clock runs, as pgbench's first ten turns are not counted. */
  opening: string
  /** Ask each address once, or go round the list until the time is over. */
  until: 'each once' | Readonly<{ seconds: number }>
  headers: Readonly<Record<string, string>>
  /** Cookie of each address, where several officers ask. */
  cookies?: readonly string[]
}>

/** What the load client saw. */
export type Outcome = Readonly<{
  seconds: number
  /** Milliseconds from the last byte of a request to the last byte of its answer, in the order of their ends. */
  latencies: number[]
  /** How many answers had which status. */
  statuses: Record<string, number>
  /** Bytes of bodies. */
  bytes: number
}>
