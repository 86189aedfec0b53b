import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Endings } from '../endings.ts'
import { stopped } from '../processes.ts'
import type { Job, Outcome } from './load.ts'

/** The process that makes requests, so that making them costs the server's process nothing but its share of the cores. */
export class LoadClient {
  readonly #child: ChildProcess

  constructor(endings: Endings) {
    this.#child = fork(fileURLToPath(new URL('./ask.ts', import.meta.url)), {
      execArgv: ['--import', import.meta.resolve('tsx')],
      serialization: 'advanced',
    })
    this.#child.on('error', () => {}) // told to whoever asks
    endings.add(() => stopped(this.#child))
  }

  /** Does one job; jobs must not overlap. @throws when the server breaks off */
  ask(job: Job): Promise<Outcome> {
    return new Promise((done, fail) => {
      const died = () => fail(new Error('the load client ended'))
      this.#child.once('exit', died)
      this.#child.once('message', (answer: { outcome: Outcome } | { error: string }) => {
        this.#child.off('exit', died)
        if ('outcome' in answer) done(answer.outcome)
        else fail(new Error(answer.error))
      })
      this.#child.send(job, error => {
        if (error) fail(error)
      })
    })
  }
}
