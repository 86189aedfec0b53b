import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { judgedOne } from '../aims.ts'
import { startApi } from '../api-servers.ts'
import type { Bench } from '../bench.ts'
import { reportCity, reportMachine } from '../machine.ts'
import { ask, komsu, prepareCity } from '../prepare-city.ts'
import { stopped } from '../processes.ts'
import { quantile, rounded } from '../report.ts'
import { ensureSeats } from './ensure-seats.ts'
import type { Seat } from './sign-in.ts'
import { drawSupply, type Supply, sendings } from './submissions.ts'
import type { SurgeJob, SurgeOutcome } from './surge.ts'
import { BURST_FACTOR, busiest, DAY_SECONDS } from './surge-day.rules.ts'
import { isAccepted, tally } from './surge-report.rules.ts'
import { withScratch } from './with-scratch.ts'

const DAY = 25_000
const TRUE_BURST = (BURST_FACTOR * DAY) / DAY_SECONDS

/** `npm run bench -- surge`: a stormy day through the API of a copy of the city, which is dropped afterwards. */
export async function benchSurge(bench: Bench): Promise<void> {
  const city = await prepareCity(bench)
  await komsu(bench, city.url, ['demo-officers'])
  await withScratch(bench, city.url, async url => {
    await reportMachine(bench, url)
    await reportCity(bench, { ...city, url })
    const port = await startApi(bench, url)
    const seats = await ensureSeats(url, { port, count: bench.options.quick ? 3 : 12 })
    const hasWeb = await hasPublicForm(port)
    if (!hasWeb) bench.note('LEFT OUT: the public form (POST /api/web-applications is not there)')
    const count = bench.options.applications ?? (bench.options.quick ? 60 : DAY)
    const supply = await drawSupply(url, { count: Math.round(count * 0.95), seed: bench.options.seed, hasWeb })
    await stormyDay(bench, { url, port, seats, supply, count })
  })
}

type Day = Readonly<{ url: string; port: number; seats: readonly Seat[]; supply: Supply; count: number }>

async function stormyDay(bench: Bench, day: Day): Promise<void> {
  const { compression, quick } = bench.options
  const crowd = startCrowd(bench)
  const rates = [
    { name: 'true bursts', count: quick ? 6 : 130, compression: BURST_FACTOR },
    { name: 'day', count: day.count, compression },
  ]
  let p95 = Number.NaN
  let lost = 0
  for (const [run, { name, count, compression: speed }] of rates.entries()) {
    const all = await made(day, { count: name === 'day' ? count : day.count, speed, run })
    const list = name === 'day' ? all : evenly(all.slice(0, count))
    const outcome = await crowdDoes(crowd, { ports: [day.port], sendings: list, pace: 'as timed' })
    const figures = await report(bench, day, { name, outcome, speed, rates: rateOf(list) })
    lost += figures.lost
    if (name === 'day') p95 = figures.p95
  }
  const most = await made(day, { count: quick ? 40 : 3000, speed: 1, run: 2 })
  const flood = await crowdDoes(crowd, { ports: [day.port], sendings: most, pace: { connections: 16 } })
  lost += (await report(bench, day, { name: 'ceiling', outcome: flood, speed: null, rates: null })).lost
  bench.emit(judgedOne({ aim: `stormy day of ${day.count} applications, p95`, value: p95, unit: 'ms', target: 500 }))
  bench.emit({ ...judgedOne({ aim: 'applications lost or doubled', value: lost, unit: 'applications', target: 1 }) })
}

// The first applications of the list, as steadily as in a burst of the real day.
function evenly<T extends { at: number }>(list: readonly T[]): T[] {
  return list.map((one, i) => ({ ...one, at: (i * 1000) / TRUE_BURST }))
}

async function made({ url, supply, seats }: Day, how: { count: number; speed: number; run: number }) {
  const [now] = await ask<{ today: string }>(url, `select (now() at time zone 'Europe/Istanbul')::date::text as today`)
  const of = {
    count: how.count,
    seed: 100 + how.run,
    compression: how.speed,
    today: now?.today ?? '',
    firstNew: how.run * 1_000_000,
  }
  return sendings(supply, seats, of)
}

function rateOf(list: readonly { at: number }[]): { mean: number; burst: number } {
  const seconds = list.map(({ at }) => at / 1000)
  const length = Math.max(1, seconds.at(-1) ?? 1)
  return { mean: rounded(list.length / length, 2), burst: rounded(busiest(seconds, 10) / 10, 2) }
}

type Run = Readonly<{
  name: string
  outcome: SurgeOutcome
  speed: number | null
  rates: { mean: number; burst: number } | null
}>

async function report(
  bench: Bench,
  day: Day,
  { name, outcome, speed, rates }: Run,
): Promise<{ p95: number; lost: number }> {
  const { milliseconds, ...counts } = tally(outcome.sent)
  const sorted = Float64Array.from(milliseconds).sort()
  const p95 = rounded(quantile(sorted, 0.95), 1)
  const missing = await lostOf(day.url, outcome)
  const how = {
    ...counts,
    ...missing,
    seconds: rounded(outcome.seconds, 1),
    rate: rounded(outcome.sent.length / outcome.seconds, 1),
  }
  const times = {
    p50: rounded(quantile(sorted, 0.5), 1),
    p95,
    p99: rounded(quantile(sorted, 0.99), 1),
    max: rounded(sorted.at(-1) ?? 0, 1),
  }
  const pace = rates
    ? {
        compression: speed,
        mean_per_second: rates.mean,
        busiest_ten_seconds_per_second: rates.burst,
        client_late_ms: rounded(outcome.latest, 1),
      }
    : {}
  bench.emit({ case: name, value: p95, unit: 'ms', ...times, ...how, ...pace })
  const problems = outcome.sent.flatMap(one => (one.problem ? [`${one.status} ${one.problem}`] : []))
  for (const problem of [...new Set(problems)].slice(0, 5)) bench.note(`refused: ${problem}`)
  return { p95, lost: missing.lost + counts.sent - counts.accepted + counts.twice - counts.sameTwice }
}

/** What the database does not hold of what was answered, or holds twice: every key is one receipt, every answer a row. */
async function lostOf(
  url: string,
  { sent }: SurgeOutcome,
): Promise<{ lost: number; receipts: number; applications: number }> {
  const office = sent.filter(one => isAccepted(one) && one.path === '/api/applications')
  const web = sent.filter(one => isAccepted(one) && one.path !== '/api/applications')
  const [found] = await ask<{ receipts: number; applications: number; wanted: number; web: number }>(
    url,
    `select (select count(*)::integer from komsu.application_receipt r join jsonb_to_recordset($1::jsonb) as k (key uuid, answer bigint) on r.request_id = k.key and r.application_id = k.answer) as receipts,
       (select count(distinct answer)::integer from jsonb_to_recordset($1::jsonb) as k (answer bigint)) as wanted,
       (select count(*)::integer from komsu.application where id in (select answer from jsonb_to_recordset($1::jsonb) as k (answer bigint))) as applications,
       (select count(*)::integer from komsu.web_application w join jsonb_to_recordset($2::jsonb) as k (key uuid, answer text) on w.request_id = k.key and w.tracking_no = k.answer) as web`,
    [
      JSON.stringify(office.map(({ key, answer }) => ({ key, answer }))),
      JSON.stringify(web.map(({ key, answer }) => ({ key, answer }))),
    ],
  )
  const { receipts = 0, applications = 0, wanted = 0, web: inWeb = 0 } = found ?? {}
  const lost = Math.abs(office.length - receipts) + Math.abs(wanted - applications) + Math.abs(web.length - inWeb)
  return { lost, receipts: receipts + inWeb, applications }
}

function startCrowd({ endings }: Bench): ChildProcess {
  const child = fork(fileURLToPath(new URL('./surge-client.ts', import.meta.url)), {
    execArgv: ['--import', import.meta.resolve('tsx')],
    serialization: 'advanced',
  })
  endings.add(() => stopped(child))
  return child
}

function crowdDoes(child: ChildProcess, job: SurgeJob): Promise<SurgeOutcome> {
  return new Promise((done, fail) => {
    const died = () => fail(new Error('the crowd ended'))
    child.once('exit', died)
    child.once('message', (answer: { outcome: SurgeOutcome } | { error: string }) => {
      child.off('exit', died)
      if ('outcome' in answer) done(answer.outcome)
      else fail(new Error(answer.error))
    })
    child.send(job)
  })
}

async function hasPublicForm(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/web-applications`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
  return answer.status !== 404 && answer.status !== 401
}
