import type { Config } from './config.ts'

/** One verb of the command line. */
export type Verb = Readonly<{
  /** One line for the list of verbs. */
  summary: string
  /** Text of `--help`. */
  help: string
  /** Does the work; what it returns is printed as the one JSON document on stdout. */
  run: (
    args: string[],
    context: { config: Config; note: (text: string) => void; progress: Progress },
  ) => Promise<unknown>
  /** Whether an answer itself says that the data is at fault: it is printed, and the exit is 1. */
  isFault?: (answer: unknown) => boolean
}>

/** Draws how far a long piece of work is, on stderr: a bar on a terminal, a line at each tenth elsewhere. */
export type Progress = (label: string, done: number, total: number) => void

/** The command line was misused: exit 2. */
export class UsageError extends Error {}

/** The input or the data is at fault: exit 1. Says what, where and how to mend. */
export class InputError extends Error {}

/** A progress drawer for a stream. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  const shown = new Map<string, number>()
  return (label, done, total) => {
    const percent = total > 0 ? Math.floor((100 * done) / total) : 100
    const step = stream.isTTY ? percent : Math.floor(percent / 10) * 10
    if (shown.get(label) === step) return
    shown.set(label, step)
    if (!stream.isTTY) {
      stream.write(`${label}: ${step} %\n`)
      return
    }
    const filled = Math.floor(percent / 4)
    stream.write(
      `\r${'█'.repeat(filled)}${'░'.repeat(25 - filled)} ${String(percent).padStart(3)} % ${label}\u001b[K${percent === 100 ? '\n' : ''}`,
    )
  }
}
