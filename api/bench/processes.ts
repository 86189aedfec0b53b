import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Endings } from './endings.ts'

/** Folder of the whole project. */
export const HOUSE = resolve(import.meta.dirname, '../..')

/** Arguments that make Node run one of our TypeScript files. */
export const withTsx = (file: string): string[] => ['--import', import.meta.resolve('tsx'), join(HOUSE, file)]

/** Full path of a program, looked for in PATH and where Debian keeps servers; undefined when it is not installed. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/lib/cgi-bin']
  return folders.map(folder => join(folder, name)).find(path => existsSync(path))
}

/**
 * Runs a program to its end; it is stopped when the bench ends before. Its standard error goes to ours.
 * @returns its standard output. @throws when it fails
 */
export function run(
  endings: Endings,
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<string> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
  endings.add(() => stopped(child))
  return new Promise((done, fail) => {
    const chunks: Buffer[] = []
    child.stdout.on('data', chunk => chunks.push(chunk))
    child.once('error', fail)
    child.once('close', code => {
      if (code === 0) done(Buffer.concat(chunks).toString())
      else fail(new Error(`${program} ${args.slice(0, 6).join(' ')} … ended with ${code ?? 'a signal'}`))
    })
  })
}

/** Starts a server that lives until the bench ends. @param what name for messages. @param end signal that ends it */
export function startServer(
  endings: Endings,
  {
    what,
    program,
    args,
    options = {},
    end = 'SIGTERM',
  }: { what: string; program: string; args: readonly string[]; options?: SpawnOptions; end?: NodeJS.Signals },
): ChildProcess {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], ...options })
  child.once('error', error => process.stderr.write(`bench: ${what} did not start: ${error.message}\n`))
  endings.add(() => stopped(child, end))
  return child
}

/** Ends a child process, after ten seconds by force; resolves when it is gone. */
export async function stopped(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(done => child.once('exit', done))
  child.kill(signal)
  const late = globalThis.setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(late)
}

/** Waits until a server we started listens on its loopback port. @throws when it ends before, or after a minute */
export async function untilListening(
  port: number,
  { what, child }: { what: string; child: ChildProcess },
): Promise<void> {
  const until = Date.now() + 60_000
  while (!(await isListening(port))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${what} ended before it listened.`)
    if (Date.now() > until) throw new Error(`${what} does not listen on port ${port} after a minute.`)
    await sleep(20)
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise(done => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}
