import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { covering } from './asked.rules.ts'
import type { HouseholdFacts, Topic } from './household-facts.rules.ts'

type Lists = 'members' | 'incomes' | 'dwellings' | 'health' | 'schooling' | 'assets' | 'employment' | 'statuses'
type Draft = {
  -readonly [K in keyof HouseholdFacts]: K extends Lists ? HouseholdFacts[K][number][] : HouseholdFacts[K]
}
type Row<K extends Lists> = HouseholdFacts[K][number] & { householdId: number }

/**
 * Facts of households as of a day, ready to be scored; one per household that the acting role sees, in the order asked.
 * Nine set-based queries whatever the number. Incomes ended in the last twelve months come too: a lost job is read from them.
 * @param day ISO
 */
export async function loadFacts(trx: Trx, ids: readonly number[], day: string): Promise<HouseholdFacts[]> {
  const drafts = await openDrafts(trx, ids, day)
  const fill = async <K extends Lists>(list: K, rows: Promise<{ rows: Row<K>[] }>) => {
    for (const { householdId, ...fact } of (await rows).rows) (drafts.get(householdId)?.[list] as unknown[])?.push(fact)
  }
  const dates = sql.raw(
    `f.id, f.household_id as "householdId", f.valid_from as "validFrom", f.valid_to as "validTo", f.provenance, f.recorded_at::text as "recordedAt"`,
  )
  const ours = sql`f.household_id = any(${ids}) and f.valid_from <= ${day}::date`
  const holds = sql`${ours} and (f.valid_to is null or f.valid_to > ${day}::date)`
  // One after the other: the embedded database is one session.
  await fill(
    'members',
    sql<Row<'members'>>`select f.id, f.household_id as "householdId", f.born_on as "bornOn", f.died_on as "diedOn"
    from komsu.person f where f.household_id = any(${ids})`.execute(trx),
  )
  await fill(
    'incomes',
    sql<Row<'incomes'>>`select ${dates}, f.person_id as "personId", f.source, f.monthly_kurus as "monthlyKurus"
    from komsu.income f where ${ours} and (f.valid_to is null or f.valid_to > ${day}::date - interval '12 months')`.execute(
      trx,
    ),
  )
  await fill(
    'dwellings',
    sql<
      Row<'dwellings'>
    >`select ${dates}, f.tenure, f.kind, f.condition, f.heating, f.rooms, f.rent_kurus as "rentKurus"
    from komsu.dwelling_fact f where ${holds}`.execute(trx),
  )
  await fill(
    'health',
    sql<Row<'health'>>`select ${dates}, f.person_id as "personId", f.kind, f.degree_percent as "degreePercent"
    from komsu.health_fact f where ${holds}`.execute(trx),
  )
  await fill(
    'schooling',
    sql<Row<'schooling'>>`select ${dates}, f.person_id as "personId", f.level, f.is_attending as "isAttending"
    from komsu.schooling_fact f where ${holds}`.execute(trx),
  )
  await fill(
    'assets',
    sql<Row<'assets'>>`select ${dates}, f.kind, f.value_kurus as "valueKurus", false as "isDisputed"
    from komsu.asset_fact f where ${holds}`.execute(trx),
  )
  await fill(
    'employment',
    sql<Row<'employment'>>`select ${dates}, f.person_id as "personId", f.status
    from komsu.employment_fact f where ${holds}`.execute(trx),
  )
  await fill(
    'statuses',
    sql<Row<'statuses'>>`select ${dates}, f.person_id as "personId", f.kind
    from komsu.status_fact f where ${holds}`.execute(trx),
  )
  return ids.flatMap(id => drafts.get(id) ?? [])
}

async function openDrafts(trx: Trx, ids: readonly number[], day: string): Promise<Map<number, Draft>> {
  const wage = await wageOn(trx, day)
  const asked = await askedOf(trx, ids, day)
  return new Map(
    [...asked].map(([householdId, about]) => [
      householdId,
      {
        ...{ householdId, day, wage, asked: about, unreachable: [], members: [], incomes: [], dwellings: [] },
        ...{ health: [], schooling: [], assets: [], employment: [], statuses: [] },
      },
    ]),
  )
}

async function wageOn(trx: Trx, day: string): Promise<HouseholdFacts['wage']> {
  const { rows } = await sql<{ kurus: number; validFrom: string }>`
    select value as kurus, valid_from as "validFrom" from komsu.parameter
    where code = 'net_minimum_wage_kurus' and valid_from <= ${day}::date order by valid_from desc limit 1`.execute(trx)
  return rows[0] ?? null
}

type AskedRow = {
  id: number
  isSynthetic: boolean
  formedOn: string
  visitedOn: string | null
  formVersion: string | null
  missing: unknown
}

/**
 * What was covered for each household: by the last inspection passed on within 24 months, less what stayed without answer
 * in it (need_score.missing); of households without one, only the generator's are known all round.
 */
async function askedOf(trx: Trx, ids: readonly number[], day: string): Promise<Map<number, HouseholdFacts['asked']>> {
  const { rows } = await sql<AskedRow>`
    select h.id, h.is_synthetic as "isSynthetic", h.formed_on as "formedOn", v.visited_on as "visitedOn",
      v.form_version as "formVersion", v.missing
    from komsu.household h
    left join (
      select distinct on (i.household_id) i.household_id, i.visited_on, i.form_version, n.missing
      from komsu.inspection i left join komsu.need_score n on n.inspection_id = i.id
      where i.household_id = any(${ids}) and i.control = 'passed' and i.visited_on <= ${day}::date
        and i.visited_on > ${day}::date - interval '24 months'
      order by i.household_id, i.visited_on desc, i.id desc, n.id desc
    ) v on v.household_id = h.id
    where h.id = any(${ids})`.execute(trx)
  return new Map(rows.map(row => [row.id, coveredBy(row)]))
}

function coveredBy({ isSynthetic, formedOn, visitedOn, formVersion, missing }: AskedRow): HouseholdFacts['asked'] {
  if (visitedOn !== null && formVersion !== null)
    return covering({ source: 'inspection', date: visitedOn }, unaskedIn(missing))
  if (isSynthetic) return covering({ source: 'synthetic', date: visitedOn ?? formedOn })
  return visitedOn === null ? {} : covering({ source: 'inspection', date: visitedOn })
}

function unaskedIn(missing: unknown): Topic[] {
  if (!Array.isArray(missing)) return []
  return missing.flatMap((one: { topic?: Topic; isAsked?: boolean }) =>
    one.topic && one.isAsked === false ? [one.topic] : [],
  )
}
