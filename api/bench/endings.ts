type Ending = () => Promise<void> | void

/** What must be stopped or deleted when a bench ends, in the opposite order of its beginning; also on Ctrl-C. */
export class Endings {
  readonly #endings: Ending[] = []
  #ending: Promise<void> | undefined

  constructor() {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const) {
      process.once(signal, () => void this.endAll().finally(() => process.exit(code)))
    }
    process.once('uncaughtException', error => {
      process.stderr.write(`bench: ${error.stack}\n`)
      void this.endAll().finally(() => process.exit(1))
    })
  }

  add(ending: Ending): void {
    this.#endings.push(ending)
  }

  /** Ends everything once; a second call waits for the first. What fails to end is told on stderr and does not stop the rest. */
  endAll(): Promise<void> {
    this.#ending ??= this.#run()
    return this.#ending
  }

  async #run(): Promise<void> {
    for (let ending = this.#endings.pop(); ending; ending = this.#endings.pop()) {
      try {
        await ending()
      } catch (error) {
        process.stderr.write(`bench: could not clean up: ${error instanceof Error ? error.message : String(error)}\n`)
      }
    }
  }
}
