import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Score } from './score.rules.ts'
import type { MissingFact, PastScore } from './scores.contract.ts'

/** Today in İzmir, ISO. */
export async function todayOf(trx: Trx): Promise<string> {
  const { rows } = await sql<{ day: string }>`select (now() at time zone 'Europe/Istanbul')::date as day`.execute(trx)
  return rows[0]?.day ?? ''
}

export type ToScore = Readonly<{
  inspectionId: number
  applicationId: number
  householdId: number
  control: 'open' | 'awaiting' | 'returned' | 'passed'
  status: string
}>

/**
 * The inspection with its application, which is held until the transaction ends where it can still be scored; undefined
 * where the actor sees neither.
 */
export async function lockToScore(trx: Trx, inspectionId: number): Promise<ToScore | undefined> {
  const file = sql`select i.id as "inspectionId", a.id as "applicationId", a.household_id as "householdId", i.control, a.status
    from komsu.inspection i join komsu.application a on a.id = i.application_id where i.id = ${inspectionId}`
  const held = await sql<ToScore>`${file} for no key update of a`.execute(trx)
  // Past `inspected` the chief still sees the file and may not change it: seen, not held, it is told why it is closed.
  return held.rows[0] ?? (await sql<ToScore>`${file}`.execute(trx)).rows[0]
}

/** The newest inspection of an application, passed on or not; a later one takes the place of an earlier. */
export async function isNewestInspection(
  trx: Trx,
  of: Pick<ToScore, 'inspectionId' | 'applicationId'>,
): Promise<boolean> {
  const { rows } = await sql<{ newest: number }>`
    select max(id) as newest from komsu.inspection where application_id = ${of.applicationId}`.execute(trx)
  return rows[0]?.newest === of.inspectionId
}

export type NewScore = ToScore &
  Readonly<{
    score: Score
    schemeVersion: string
    missing: readonly MissingFact[]
    factsHash: string
    day: string
    officerId: number
  }>

export async function insertScore(trx: Trx, made: NewScore): Promise<number> {
  const { score } = made
  const { rows } = await sql<{ id: number }>`
    insert into komsu.need_score (inspection_id, household_id, application_id, scheme_version, total, low, high, parts, points, missing,
      facts_hash, minimum, scored_on, scored_by, scored_at)
    values (${made.inspectionId}, ${made.householdId}, ${made.applicationId}, ${made.schemeVersion}, ${score.total}, ${score.low},
      ${score.high}, ${JSON.stringify(score.parts)}::jsonb, ${JSON.stringify(score.points)}::jsonb, ${JSON.stringify(made.missing)}::jsonb,
      ${made.factsHash}, ${score.minimum}, ${made.day}, ${made.officerId}, now())
    returning id`.execute(trx)
  const row = rows[0]
  if (!row) throw new Error('a score was written and gave no id')
  return row.id
}

/** Takes a scored application on; ineligible is an end, from which an appeal may lead back. */
export async function moveScored(trx: Trx, id: number, to: 'eligible' | 'ineligible', day: string): Promise<void> {
  await sql`update komsu.application set status = ${to}, closed_on = ${to === 'ineligible' ? day : null} where id = ${id}`.execute(
    trx,
  )
}

type ScoreRow = Omit<PastScore, 'schemeTitle' | 'verdict' | 'people' | 'missing' | 'points'> &
  Readonly<{ points: PastScore['points']; missing: MissingFact[] | null }>

/** A score the actor may see; undefined otherwise. */
export async function findScore(trx: Trx, id: number): Promise<ScoreRow | undefined> {
  const { rows } = await sql<ScoreRow>`
    select n.id, n.household_id as "householdId", n.application_id as "applicationId", n.inspection_id as "inspectionId",
      n.scheme_version as "schemeVersion", n.total, n.low, n.high, n.minimum, n.parts, n.points, n.missing,
      n.facts_hash as "factsHash", n.scored_on as "scoredOn", o.display_name as "scoredBy"
    from komsu.need_score n left join komsu.officer o on o.id = n.scored_by
    where n.id = ${id}`.execute(trx)
  return rows[0]
}

/** Names of everybody of a household, for the facts that speak of one of them. */
export async function listPeople(trx: Trx, householdId: number): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, given_name || ' ' || family_name as name from komsu.person where household_id = ${householdId} order by id`.execute(
    trx,
  )
  return rows
}
