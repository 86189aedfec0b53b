import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { InputError } from '../platform/command.ts'
import { freePort } from '../platform/testing/native-cluster.ts'
import { judgedOne } from './aims.ts'
import type { Bench } from './bench.ts'
import { get } from './load/get.ts'
import { memoryOfTree } from './process-tree.ts'
import { HOUSE, startServer, stopped, withTsx } from './processes.ts'
import { rounded } from './report.ts'

type Start = Readonly<{ seconds: number; resident: number; proportional: number }>

const GiB = 2 ** 30
const PATIENCE = 15 * 60

/** `npm run bench -- start`: what `npm start` does, in an empty folder and again in the same: seconds, and the greatest memory. */
export async function benchStart(bench: Bench): Promise<void> {
  if (process.platform !== 'linux') throw new InputError('bench start reads memory from /proc, which only Linux has.')
  const folder = mkdtempSync(join(tmpdir(), 'komsu-start-'))
  bench.endings.add(() => rmSync(folder, { recursive: true, force: true }))
  const first = await startOnce(bench, { folder, name: 'first' })
  const second = await startOnce(bench, { folder, name: 'second' })
  if (bench.options.quick) return
  bench.emit(judgedOne({ aim: 'first start, building the demo city', value: first.seconds, unit: 's', target: 90 }))
  bench.emit(judgedOne({ aim: 'later start', value: second.seconds, unit: 's', target: 10 }))
  const memory = rounded(Math.max(first.resident, second.resident) / GiB, 2)
  bench.emit(judgedOne({ aim: 'memory of npm start', value: memory, unit: 'GiB', target: 2 }))
}

async function startOnce(bench: Bench, { folder, name }: { folder: string; name: string }): Promise<Start> {
  const port = await freePort()
  const start = performance.now()
  const child = startServer(bench.endings, {
    what: 'npm start',
    program: process.execPath,
    args: withTsx('api/start.ts'),
    options: { cwd: HOUSE, env: environment(bench, { folder, port }) },
  })
  const peak = { resident: 0, proportional: 0 }
  let seconds = Number.NaN
  // Ten seconds more after the first answer: the first questions also take memory.
  for (let until = Number.POSITIVE_INFINITY; performance.now() < until; await sleep(100)) {
    watch(peak, child.pid)
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode} before it answered`)
    if (performance.now() - start > PATIENCE * 1000) throw new Error(`npm start did not answer within ${PATIENCE} s`)
    if (Number.isNaN(seconds) && (await answers(port))) {
      seconds = rounded((performance.now() - start) / 1000, 1)
      until = performance.now() + (bench.options.quick ? 500 : 10_000)
    }
  }
  await stopped(child)
  bench.emit({
    case: `${name} start`,
    value: seconds,
    unit: 's',
    residentGiB: rounded(peak.resident / GiB),
    proportionalGiB: rounded(peak.proportional / GiB),
  })
  return { seconds, ...peak }
}

function environment(bench: Bench, { folder, port }: { folder: string; port: number }): NodeJS.ProcessEnv {
  const size = bench.options.quick ? { KOMSU_DEMO_HOUSEHOLDS: String(bench.options.households) } : {}
  return { ...process.env, DATABASE_URL: '', KOMSU_OWNER_URL: '', KOMSU_DATA: folder, PORT: String(port), ...size }
}

/** The first real answer of the map, not of a page that says "wait". */
async function answers(port: number): Promise<boolean> {
  try {
    const { status, body } = await get(port, '/api/need-map', {})
    return status === 200 && JSON.parse(body.toString()).months.length > 0
  } catch {
    return false
  }
}

function watch(peak: { resident: number; proportional: number }, pid: number | undefined): void {
  if (pid === undefined) return
  const now = memoryOfTree(pid)
  peak.resident = Math.max(peak.resident, now.resident)
  peak.proportional = Math.max(peak.proportional, now.proportional)
}
