import { judgedOne } from './aims.ts'
import { startApi } from './api-servers.ts'
import type { Bench } from './bench.ts'
import { BROWSER, get, getJson } from './load/get.ts'
import { LoadClient } from './load/load-client.ts'
import { reportCity, reportMachine } from './machine.ts'
import { pgbench } from './pgbench.ts'
import { komsu, prepareCity } from './prepare-city.ts'
import { median, type Pass, rounded, summarise } from './report.ts'

type Question = Readonly<{ position: number; indicator: string; month: string }>

const CLIENTS = [1, 4] as const

// What the API asks the database (api/need-map/need-map.queries.ts), without its transaction, JSON and compression.
const column = (name: string) => `array_agg(${name}[:position] order by area_id)::text`
const RAW_SQL = `
  select array_agg(area_id order by area_id)::text, ${['value', 'low', 'high', 'n_class'].map(column).join(', ')},
    string_agg(coalesce(state[:position], 'n'::"char")::text, '' order by area_id)
  from published.area_month where level = 'neighbourhood' and month = make_date(:year, :month, 1)`

/** `npm run bench -- values`: one indicator and month for all neighbourhoods, and the publishing of one month. */
export async function benchValues(bench: Bench): Promise<void> {
  const city = await prepareCity(bench)
  await reportMachine(bench, city.url)
  await reportCity(bench, city)
  const publishing = await measurePublish(bench, city.url)
  const port = await startApi(bench, city.url)
  const questions = await questionsOf(port)
  const largest = await reportSize(bench, { port, questions })
  const p95 = await measureValues(bench, { url: city.url, port, questions })
  bench.emit(
    judgedOne({ aim: 'values of one indicator and month, p95 at one client', value: p95, unit: 'ms', target: 10 }),
  )
  bench.emit(
    judgedOne({
      aim: 'values of one indicator and month, compressed',
      value: largest,
      unit: 'bytes',
      target: 20 * 1024,
    }),
  )
  bench.emit(judgedOne({ aim: 'publish of one month', value: publishing, unit: 's', target: 60 }))
}

async function measurePublish(bench: Bench, url: string): Promise<number> {
  const { answer, seconds } = await komsu(bench, url, ['publish'])
  bench.emit({ case: 'publish', value: rounded(seconds), unit: 's', answer })
  return rounded(seconds)
}

/** Every indicator in every published month. */
async function questionsOf(port: number): Promise<Question[]> {
  const { items } = await getJson<{ items: { id: string }[] }>(port, '/api/need-map/indicators')
  const { months } = await getJson<{ months: string[] }>(port, '/api/need-map')
  return months.flatMap(month => items.map(({ id }, i) => ({ position: i + 1, indicator: id, month })))
}

function addressOf({ indicator, month }: Question): string {
  return `/api/need-map/values?level=neighbourhood&indicator=${indicator}&date=${month}`
}

async function reportSize(
  { emit }: Bench,
  { port, questions }: { port: number; questions: readonly Question[] },
): Promise<number> {
  const sizes: number[] = []
  let encoding = ''
  for (const question of questions) {
    const answer = await get(port, addressOf(question))
    if (answer.status !== 200) throw new Error(`${addressOf(question)} answered ${answer.status}`)
    sizes.push(answer.body.length)
    encoding = answer.encoding
  }
  const largest = Math.max(...sizes)
  emit({ case: 'size', value: largest, unit: 'bytes', median: median(sizes), encoding, answers: sizes.length })
  return largest
}

/** SQL and API take turns. @returns the API's p95 at one client */
async function measureValues(
  bench: Bench,
  { url, port, questions }: { url: string; port: number; questions: readonly Question[] },
): Promise<number> {
  const client = new LoadClient(bench.endings)
  const rounds = Math.ceil((bench.options.quick ? 10 : 400) / questions.length)
  const rows = questions.map(({ position, month }) => ({
    position,
    year: Number(month.slice(0, 4)),
    month: Number(month.slice(5, 7)),
  }))
  const paths = Array.from({ length: rounds }, () => questions.map(addressOf)).flat()
  const opening = paths[0] ?? '/'
  let p95 = Number.NaN
  for (const clients of CLIENTS) {
    const passes: { sql: Pass[]; api: Pass[] } = { sql: [], api: [] }
    for (let turn = 0; turn < (bench.options.quick ? 1 : 3); turn++) {
      passes.sql.push(await pgbench(bench.endings, url, { sql: RAW_SQL, rows, clients, rounds }))
      passes.api.push(
        await client.ask({ port, paths, connections: clients, opening, until: 'each once', headers: BROWSER }),
      )
    }
    for (const name of ['sql', 'api'] as const) {
      const summary = summarise(passes[name])
      bench.emit({ case: name, value: summary.p50, unit: 'ms', clients, ...summary })
      if (name === 'api' && clients === 1) p95 = summary.p95
    }
  }
  return p95
}
