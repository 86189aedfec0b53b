import type pg from 'pg'
import { bulkLoad } from '../../api/platform/bulk-load.ts'
import type { Progress } from '../../api/platform/command.ts'
import { withBareTables } from './bare-tables.ts'
import { type Chunk, peopled } from './city.ts'
import type { Site } from './ground.ts'
import type { Span } from './history.ts'
import type { Session } from './load-places.ts'
import type { NeedField } from './need-field.ts'
import { NUMBERED, TABLE_NAMES, TABLES, type TableName } from './tables.ts'

export type People = Readonly<{ site: Site; field: NeedField; span: Span; seed: number; households: number }>
export type LoadedPeople = Readonly<{
  counts: Record<TableName, number>
  firstAddress: number
  lastAddress: number
  steps: Record<string, number>
}>

/** From this many households on, tables are stripped of indexes and keys for the load. */
const LARGE = 5000

/** Makes and loads everybody chunk by chunk, the planted truth with them; sequences stand behind the last id afterwards. */
export async function loadPeople({ db, client }: Session, people: People, progress: Progress): Promise<LoadedPeople> {
  const steps = { generate: 0, copy: 0, indexes: 0, analyse: 0 }
  const firstAddress = await firstFreeAddress(client)
  let last: Chunk | undefined
  const load = async () => {
    const started = performance.now()
    for (const chunk of timedChunks(people, firstAddress - 1, steps)) {
      last = chunk
      const begun = performance.now()
      for (const table of TABLE_NAMES) {
        const lines = chunk.rows[table]
        if (lines.length > 0) await bulkLoad(db, client, { table: `komsu.${table}`, columns: TABLES[table], lines })
      }
      steps.copy += performance.now() - begun
      progress('Haneler · households', chunk.done, people.households)
    }
    steps.indexes = started
  }
  if (db.kind === 'native')
    await client.query(`set local maintenance_work_mem = '384MB'; set local synchronous_commit = off`)
  progress('Haneler · households', 0, people.households)
  const isLarge = people.households >= LARGE
  const begun = performance.now()
  if (isLarge) await withBareTables(client, TABLE_NAMES, load)
  else await load()
  steps.indexes = performance.now() - begun - steps.copy - steps.generate
  const counts = last?.counts ?? (Object.fromEntries(TABLE_NAMES.map(name => [name, 0])) as Record<TableName, number>)
  await savePlanted(client, people)
  await askForPapers(client)
  await advanceSequences(client)
  const analysed = performance.now()
  for (const table of [
    ...TABLE_NAMES,
    'application_document',
    'street',
    'street_line',
    'neighbourhood',
    'neighbourhood_boundary',
  ])
    await client.query(`analyze komsu.${table}`)
  steps.analyse = performance.now() - analysed
  return { counts, firstAddress, lastAddress: firstAddress + counts.address - 1, steps: inSeconds(steps) }
}

function* timedChunks(
  { site, field, span, seed, households }: People,
  addressesFrom: number,
  steps: { generate: number },
): Generator<Chunk> {
  const chunks = peopled({ places: site.places, streets: site.streets, field, span, seed, households, addressesFrom })
  for (;;) {
    const begun = performance.now()
    const { value, done } = chunks.next()
    steps.generate += performance.now() - begun
    if (done) return
    yield value
  }
}

function inSeconds(steps: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(steps).map(([step, took]) => [step, Math.round(took) / 1000]))
}

async function firstFreeAddress(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query('select 1 + coalesce(max(id), 0) as id from komsu.address')
  return rows[0].id
}

// By the rules of the office, not the generator's own: all papers of closed applications were seen, of open ones most.
async function askForPapers(client: pg.ClientBase): Promise<void> {
  await client.query(
    `insert into komsu.application_document (application_id, document_code, is_required, state, recorded_at)
     select a.id, r.document_code, bool_or(r.is_required),
       case when a.closed_on is null and (a.id + length(r.document_code)) % 4 = 0 and r.document_code <> 'petition' then 'missing' else 'seen' end,
       a.received_on + interval '10 hours'
     from komsu.application a left join komsu.request q on q.application_id = a.id
       join komsu.document_rule r on (r.because, r.value) in (('applicant_kind', a.applicant_kind), ('event_kind', a.event->>'kind'), ('aid_type', q.aid_type_code))
     group by a.id, r.document_code order by a.id, r.document_code`,
  )
}

async function savePlanted(client: pg.ClientBase, { site, field }: People): Promise<void> {
  await client.query(
    `insert into komsu.planted_truth (neighbourhood_id, kind, cluster_no, intensity)
     select * from unnest($1::bigint[], $2::text[], $3::smallint[], $4::double precision[])`,
    [
      field.planted.map(({ neighbourhood }) => site.places.neighbourhoods[neighbourhood]?.id),
      field.planted.map(({ kind }) => kind),
      field.planted.map(({ cluster }) => cluster),
      field.planted.map(({ intensity }) => intensity),
    ],
  )
}

async function advanceSequences(client: pg.ClientBase): Promise<void> {
  for (const table of NUMBERED)
    await client.query(
      `select setval(pg_get_serial_sequence('komsu.${table}', 'id'), (select coalesce(max(id), 0) + 1 from komsu.${table}), false)`,
    )
}
