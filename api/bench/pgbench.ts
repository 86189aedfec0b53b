import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from '../platform/testing/native-cluster.ts'
import type { Endings } from './endings.ts'
import { run } from './processes.ts'
import type { Pass } from './report.ts'

/** SQL to run once for each row of numbers, named in the SQL as :name. */
export type Script = Readonly<{
  sql: string
  rows: readonly Readonly<Record<string, number>>[]
  /** Settings of the connection; those of a tile by default. */
  settings?: readonly string[]
}>

/**
 * Runs SQL alone through pgbench: prepared, as the role of the map with the settings tiles run with (or others). Every client takes
 * its share of the rows in order, so that each row is asked once a round.
 * @returns the transactions after the first of each connection, which make it ready
 */
export async function pgbench(
  endings: Endings,
  url: string,
  { sql, rows, clients, rounds, settings = OF_TILES }: Script & { clients: number; rounds: number },
): Promise<Pass> {
  const folder = mkdtempSync(join(tmpdir(), 'komsu-pgbench-'))
  try {
    const file = join(folder, 'script.sql')
    writeFileSync(file, `${settingRow(rows, clients)}\n${sql.trim().replaceAll(/\s+/g, ' ')};\n`)
    const turns = WARM_TURNS + Math.ceil((rows.length * rounds) / clients)
    const args = ['-n', '-M', 'prepared', '-f', file, '-D', 'turn=-1', '-c', clients, '-j', clients, '-t', turns]
    const log = ['-l', '--log-prefix', join(folder, 'log')]
    const env = { ...process.env, PGOPTIONS: settings.map(setting => `-c ${setting}`).join(' ') }
    const program = join(findPostgres() ?? '', 'pgbench')
    await run(endings, program, [...args, ...log, url].map(String), { env })
    return passOf(readLog(folder).filter(one => one.turn >= WARM_TURNS))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// A new backend's first statement loads PostGIS and plans (30 ms and more), and the first five plan anew each time. The API's
// connections have long done that; so pgbench's first turns are not counted.
const WARM_TURNS = 10

// As the API asks for tiles (TILES.md, rule 7). The role is the map's, so that grants are checked as in earnest.
const OF_TILES = ['role=komsu_map', 'search_path=komsu,public', 'jit=off', 'max_parallel_workers_per_gather=0']

/** pgbench has no arrays: a decision tree over the row number picks each number, outside the timed statement's server. */
function settingRow(rows: Script['rows'], clients: number): string {
  const names = Object.keys(rows[0] ?? {})
  const lines = names.map(
    name =>
      `\\set ${name} ${tree(
        rows.map(row => row[name] ?? 0),
        0,
      )}`,
  )
  return [`\\set turn :turn + 1`, `\\set row (:turn * ${clients} + :client_id) % ${rows.length}`, ...lines].join('\n')
}

function tree(values: readonly number[], from: number): string {
  if (values.every(value => value === values[0])) return String(values[0])
  const half = values.length >> 1
  return `case when :row < ${from + half} then ${tree(values.slice(0, half), from)} else ${tree(values.slice(half), from + half)} end`
}

type Transaction = Readonly<{ turn: number; milliseconds: number; end: number }>

/** Transaction log: client, number of its transaction, microseconds it took, script, when it ended (seconds, microseconds). */
function readLog(folder: string): Transaction[] {
  const logs = readdirSync(folder).filter(name => name.startsWith('log'))
  const lines = logs.flatMap(name => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
  return lines.map(line => {
    const [, turn = 0, took = 0, , second = 0, microsecond = 0] = line.split(' ').map(Number)
    return { turn, milliseconds: took / 1000, end: second * 1000 + microsecond / 1000 }
  })
}

function passOf(transactions: readonly Transaction[]): Pass {
  const start = transactions.reduce((min, { end, milliseconds }) => Math.min(min, end - milliseconds), Infinity)
  const end = transactions.reduce((max, one) => Math.max(max, one.end), 0)
  return { latencies: transactions.map(one => one.milliseconds), seconds: (end - start) / 1000 }
}
