import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { StoredSimulation } from './schemes.contract.ts'
import type { SchemeDocument } from './score-scheme.contract.ts'

export type SchemeRow = Readonly<{
  version: string
  document: SchemeDocument
  state: 'draft' | 'adopted' | 'withdrawn'
  edition: number
  minimum: number
  effectiveFrom: string | null
  decisionNo: string | null
  decisionOn: string | null
  basedOn: string | null
  draftedAt: string | null
  adoptedAt: string | null
  simulation: StoredSimulation | null
}>

const COLUMNS = sql`s.version, s.document, s.state, s.edition, s.minimum, s.effective_from as "effectiveFrom",
  s.decision_no as "decisionNo", s.decision_on as "decisionOn", s.based_on as "basedOn",
  to_char(s.drafted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "draftedAt",
  to_char(s.adopted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "adoptedAt", s.simulation`

/** Versions of the office, newest first. */
export async function listSchemes(trx: Trx): Promise<SchemeRow[]> {
  const { rows } = await sql<SchemeRow>`select ${COLUMNS} from komsu.score_scheme s
    order by coalesce(s.effective_from, 'infinity') desc, s.drafted_at desc, s.version`.execute(trx)
  return rows
}

export async function findScheme(trx: Trx, version: string): Promise<SchemeRow | undefined> {
  const { rows } =
    await sql<SchemeRow>`select ${COLUMNS} from komsu.score_scheme s where s.version = ${version}`.execute(trx)
  return rows[0]
}

export async function lockScheme(trx: Trx, version: string): Promise<SchemeRow | undefined> {
  const { rows } =
    await sql<SchemeRow>`select ${COLUMNS} from komsu.score_scheme s where s.version = ${version} for update`.execute(
      trx,
    )
  return rows[0]
}

/** The adopted version that holds on a day; undefined before the first one: then the one that ships does. */
export async function findSchemeOn(trx: Trx, day: string): Promise<SchemeRow | undefined> {
  const { rows } = await sql<SchemeRow>`select ${COLUMNS} from komsu.score_scheme s
    where s.state = 'adopted' and s.effective_from <= ${day}::date order by s.effective_from desc limit 1`.execute(trx)
  return rows[0]
}

/** Points from which a file goes before the commission (19.12), as the table of parameters has it on a day. */
export async function minimumOn(trx: Trx, day: string): Promise<number> {
  const { rows } = await sql<{
    minimum: number | null
  }>`select komsu.parameter_on('minimum_need_score', ${day}::date) as minimum`.execute(trx)
  const minimum = rows[0]?.minimum
  if (minimum == null) throw new Error(`no minimum_need_score in force on ${day}`)
  return minimum
}

export type NewDraft = Readonly<{
  version: string
  document: SchemeDocument
  minimum: number
  basedOn: string
  officerId: number
}>

/** @returns false when the name is taken */
export async function insertDraft(trx: Trx, draft: NewDraft): Promise<boolean> {
  const { rows } = await sql<{ version: string }>`
    insert into komsu.score_scheme (version, document, minimum, based_on, drafted_by)
    values (${draft.version}, ${JSON.stringify(draft.document)}::jsonb, ${draft.minimum}, ${draft.basedOn}, ${draft.officerId})
    on conflict (version) do nothing returning version`.execute(trx)
  return rows.length > 0
}

export async function saveDraft(
  trx: Trx,
  version: string,
  to: { document: SchemeDocument; minimum: number },
): Promise<number> {
  const { rows } = await sql<{ edition: number }>`
    update komsu.score_scheme set document = ${JSON.stringify(to.document)}::jsonb, minimum = ${to.minimum}
    where version = ${version} returning edition`.execute(trx)
  return rows[0]?.edition ?? 0
}

export async function withdrawDraft(trx: Trx, version: string): Promise<void> {
  await sql`update komsu.score_scheme set state = 'withdrawn' where version = ${version}`.execute(trx)
}

export async function keepSimulation(trx: Trx, version: string, simulation: StoredSimulation): Promise<void> {
  await sql`update komsu.score_scheme set simulation = ${JSON.stringify(simulation)}::jsonb where version = ${version}`.execute(
    trx,
  )
}

export type Adoption = Readonly<{
  version: string
  effectiveFrom: string
  decisionNo: string
  decisionOn: string
  officerId: number
}>

/** Adopts a draft and enters its minimum among the dated parameters, where the need map reads it. */
export async function adopt(trx: Trx, of: Adoption & { minimum: number }): Promise<void> {
  await sql`update komsu.score_scheme set state = 'adopted', effective_from = ${of.effectiveFrom}, decision_no = ${of.decisionNo},
    decision_on = ${of.decisionOn}, adopted_by = ${of.officerId}, adopted_at = now() where version = ${of.version}`.execute(
    trx,
  )
  await sql`insert into komsu.parameter (code, valid_from, value, unit, source)
    values ('minimum_need_score', ${of.effectiveFrom}, ${of.minimum}, 'points', ${`commission decision ${of.decisionNo}, ${of.decisionOn} (scheme ${of.version})`})
    on conflict do nothing`.execute(trx)
}

/** Adopted versions and minima that begin on a day already. */
export async function findTaken(trx: Trx, day: string): Promise<{ version: string | null; minimum: number | null }> {
  const { rows } = await sql<{ version: string | null; minimum: number | null }>`
    select (select version from komsu.score_scheme where state = 'adopted' and effective_from = ${day}::date) as version,
      (select value from komsu.parameter where code = 'minimum_need_score' and valid_from = ${day}::date) as minimum`.execute(
    trx,
  )
  return rows[0] ?? { version: null, minimum: null }
}

/** Names of districts and neighbourhoods, which no scheme may mention. */
export async function placeNames(trx: Trx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    name: string
  }>`select name from komsu.district union select name from komsu.neighbourhood`.execute(trx)
  return new Set(rows.map(row => row.name))
}
