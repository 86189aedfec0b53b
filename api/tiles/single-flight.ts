type Flight<T> = { answer: Promise<T>; waiting: number; stop: AbortController }

/**
 * Work that many ask for at once is done once. Each waits on their own signal; when the last one has gone, the work's
 * signal is aborted.
 */
export class SingleFlight<T> {
  private readonly flights = new Map<string, Flight<T>>()

  /** How many different pieces of work are under way. */
  get size(): number {
    return this.flights.size
  }

  /**
   * Joins the work under a key, or starts it.
   * @throws what the work throws, or the signal's reason when it is aborted first
   */
  async run(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    const flight = this.flights.get(key) ?? this.start(key, work)
    flight.waiting++
    return new Promise<T>((done, fail) => {
      const leave = () => {
        if (--flight.waiting === 0) this.cancel(key, flight)
        fail(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      flight.answer.then(done, fail).finally(() => signal.removeEventListener('abort', leave))
    })
  }

  private start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const stop = new AbortController()
    const answer = work(stop.signal).finally(() => this.forget(key, flight))
    const flight: Flight<T> = { answer, waiting: 0, stop }
    answer.catch(() => {}) // nobody may be waiting any more
    this.flights.set(key, flight)
    return flight
  }

  private cancel(key: string, flight: Flight<T>): void {
    this.forget(key, flight)
    flight.stop.abort()
  }

  private forget(key: string, flight: Flight<T>): void {
    if (this.flights.get(key) === flight) this.flights.delete(key)
  }
}
