import { judgedOne } from '../aims.ts'
import { startApi } from '../api-servers.ts'
import type { Bench } from '../bench.ts'
import { BROWSER, get } from '../load/get.ts'
import { LoadClient } from '../load/load-client.ts'
import { reportCity, reportMachine } from '../machine.ts'
import { pgbench } from '../pgbench.ts'
import { ask, komsu, prepareCity } from '../prepare-city.ts'
import { type Pass, type Summary, summarise } from '../report.ts'
import { growApplications } from './grow-applications.ts'
import { files, firstScreens, type Group, searches } from './questions.ts'
import { layQuestions, RAW, settingsOf } from './raw-questions.ts'
import { type Seat, signIn } from './sign-in.ts'

const CLIENTS = [1, 4] as const
const APPLICATIONS = 400_000
/** Milliseconds, p95 at one client (issue 3, "It must reach"). */
const AIMS = { search: 100, file: 150, 'work list': 150, pool: 150 } as const

type Measured = Readonly<{ group: Group; clients: number; api: Summary }>

/** `npm run bench -- casework`: README.md says what is compared with what. */
export async function benchCasework(bench: Bench): Promise<void> {
  const city = await prepareCity(bench)
  await growApplications(bench, city.url, bench.options.applications ?? (bench.options.quick ? 0 : APPLICATIONS))
  await komsu(bench, city.url, ['demo-officers'])
  await giveWork(city.url)
  await ask(city.url, 'vacuum analyze')
  await reportMachine(bench, city.url)
  await reportCity(bench, city)
  await reportCasework(bench, city.url)
  const port = await startApi(bench, city.url)
  const groups = await groupsOf(bench, { url: city.url, port })
  const measured: Measured[] = []
  const client = new LoadClient(bench.endings)
  const failed = new Set<string>()
  for (const group of groups)
    await measure(bench, { url: city.url, port, client, group }).then(
      found => measured.push(...found),
      (error: Error) => {
        failed.add(group.aim)
        bench.note(`FAILED: ${error.message}`)
      },
    )
  judge(bench, measured, failed)
}

// As the generator does for the demo: work that stands with an inspector goes to the demo inspectors of the district.
function giveWork(url: string): Promise<unknown> {
  return ask(
    url,
    `update komsu.application a set assigned_officer_id = pick.officer_id
     from (select a.id, (array_agg(o.id order by o.id))[1 + a.id % count(*)] as officer_id
           from komsu.application a join komsu.officer_district d using (district_id) join komsu.officer o on o.id = d.officer_id and o.is_demo
             join komsu.officer_role r on r.officer_id = o.id and r.role = 'inspector'
           where a.assigned_officer_id is null and a.status in ('assigned', 'in_inspection', 'inspected') group by a.id) pick
     where pick.id = a.id`,
  )
}

async function reportCasework({ emit }: Bench, url: string): Promise<void> {
  const [counts] = await ask<Record<string, number>>(
    url,
    `select (select count(*)::integer from komsu.application) as applications, (select count(*)::integer from komsu.person) as people,
       (select count(*)::integer from komsu.application where status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission')) as open,
       (select count(*)::integer from komsu.contact) as phones, (select count(*)::integer from komsu.name_token) as name_words`,
  )
  emit({ case: 'casework', value: counts?.applications ?? 0, unit: 'applications', ...counts })
}

async function groupsOf(bench: Bench, at: { url: string; port: number }): Promise<Group[]> {
  const { quick, seed } = bench.options
  const seat = (username: string) => signIn(at.port, username)
  const [intake, chief, inspector, second] = [
    await seat('intake'),
    await seat('chief'),
    await seat('inspector'),
    await seat('inspector2'),
  ]
  const others: Seat[] = []
  for (const username of ['manager', 'commission', 'auditor', 'admin']) others.push(await seat(username))
  const count = quick ? 6 : 240
  const draw = { url: at.url, count, seed }
  const all = [
    ...(await searches({ ...draw, seats: [intake] })),
    ...(await searches({ ...draw, seats: [chief] })),
    ...(await files({ ...draw, seats: [intake, chief, inspector, second] })),
    ...firstScreens([intake, chief, inspector, second, ...others], quick ? 4 : 150),
  ]
  const empty = all.filter(group => group.questions.length === 0)
  for (const { case: name, role } of empty) bench.note(`LEFT OUT: ${name} as ${role}: nothing in this city to ask for`)
  return all.filter(group => group.questions.length > 0)
}

type Ground = Readonly<{ url: string; port: number; client: LoadClient; group: Group }>

/** SQL and API take turns. */
async function measure(bench: Bench, ground: Ground): Promise<Measured[]> {
  const { group } = ground
  bench.note(`${group.case} as ${group.role}: ${group.questions.length} questions`)
  await refuseRefusals(ground)
  const rows = await layQuestions(ground.url, group.questions)
  const seat = group.questions[0]?.seat
  if (!seat) return []
  const raw = RAW[group.case]
  const measured: Measured[] = []
  for (const clients of CLIENTS) {
    const passes: { sql: Pass[]; api: Pass[] } = { sql: [], api: [] }
    for (let turn = 0; turn < (bench.options.quick ? 1 : 2); turn++) {
      const script = { rows, settings: settingsOf(seat, group.role), clients, rounds: 1 }
      if (raw !== null) passes.sql.push(await pgbench(bench.endings, ground.url, { ...script, sql: raw }))
      passes.api.push(await asked(ground, clients))
    }
    const where = { asked: group.case, role: group.role, clients }
    for (const name of ['sql', 'api'] as const) {
      if (passes[name].length === 0) continue
      const summary = summarise(passes[name])
      bench.emit({ case: name, value: summary.p95, unit: 'ms', ...where, ...summary })
      if (name === 'api') measured.push({ group, clients, api: summary })
    }
  }
  return measured
}

async function asked({ port, client, group }: Ground, connections: number): Promise<Pass> {
  const outcome = await client.ask({
    port,
    paths: group.questions.map(question => question.path),
    cookies: group.questions.map(question => question.seat.cookie),
    connections,
    opening: group.questions[0]?.path ?? '/',
    until: 'each once',
    headers: BROWSER,
  })
  const wrong = Object.entries(outcome.statuses).filter(([status]) => status !== '200')
  if (wrong.length > 0) throw new Error(`${group.case} as ${group.role}: ${JSON.stringify(outcome.statuses)}`)
  return outcome
}

// A refusal is fast and measures nothing: the first questions are looked at.
async function refuseRefusals({ port, group }: Ground): Promise<void> {
  for (const { path, seat } of group.questions.slice(0, 5)) {
    const { status, body } = await get(port, path, { cookie: seat.cookie, accept: 'application/json' })
    if (status !== 200) throw new Error(`${path} as ${seat.username} answered ${status}: ${body.subarray(0, 400)}`)
  }
}

/** An aim with a group that failed is not met. */
function judge(bench: Bench, measured: readonly Measured[], failed: ReadonlySet<string>): void {
  for (const aim of ['search', 'file', 'work list', 'pool'] as const) {
    const alone = measured.filter(one => one.group.aim === aim && one.clients === 1)
    const worst = alone.toSorted((a, b) => b.api.p95 - a.api.p95)[0]
    if (!worst && !failed.has(aim)) continue
    const value = failed.has(aim) ? Number.NaN : (worst?.api.p95 ?? Number.NaN)
    const line = judgedOne({ aim: `${aim}, p95 at one client`, value, unit: 'ms', target: AIMS[aim] })
    bench.emit({ ...line, worst: { asked: worst?.group.case, role: worst?.group.role }, figures: alone.length })
  }
}
