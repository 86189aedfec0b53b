import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Answers, Member, Visit } from './form-answers.contract.ts'
import type { Control, ControlEntry, InspectionList } from './inspection.contract.ts'

/** Answers as kept, with the members as they were when it was sent. */
export type Sheet = Partial<Answers> & { members?: Member[] }

export type InspectionRow = Readonly<{
  id: number
  version: number
  control: Control
  formVersion: string | null
  applicationId: number
  householdId: number
  inspectorId: number | null
  inspectorName: string | null
  secondInspectorId: number | null
  secondInspectorName: string | null
  secondConfirmedAt: Date | null
  visitedOn: string
  mode: Visit['mode']
  phoneReason: string | null
  atHousehold: boolean | null
  accuracyM: number | null
  form: Sheet
  startedAt: Date | null
  sentAt: Date | null
  passedAt: Date | null
  passedById: number | null
  passedByName: string | null
  status: string
  kind: Visit['kind']
  isUrgent: boolean
  needsTwoInspectors: boolean
  receivedOn: string
  assignedOfficerId: number | null
  fileNo: string
  address: string
}>

const ADDRESS = sql`concat_ws(', ', s.name, 'No ' || ad.door_no, 'Daire ' || h.flat_no, n.name, d.name)`

/** An inspection the actor sees, with its application and household; undefined for none. */
export async function findInspection(trx: Trx, id: number): Promise<InspectionRow | undefined> {
  const { rows } = await sql<InspectionRow>`
    select i.id, i.version, i.control, i.form_version as "formVersion", i.application_id as "applicationId",
      i.household_id as "householdId", i.inspector_id as "inspectorId", o.display_name as "inspectorName",
      i.second_inspector_id as "secondInspectorId", o2.display_name as "secondInspectorName",
      i.second_confirmed_at as "secondConfirmedAt", i.visited_on as "visitedOn", i.mode, i.phone_reason as "phoneReason",
      i.at_household as "atHousehold", i.place_accuracy_m as "accuracyM", i.form, i.started_at as "startedAt",
      i.sent_at as "sentAt", i.passed_at as "passedAt", i.passed_by as "passedById", p.display_name as "passedByName",
      a.status, a.kind, a.is_urgent as "isUrgent", a.needs_two_inspectors as "needsTwoInspectors",
      a.received_on as "receivedOn", a.assigned_officer_id as "assignedOfficerId", h.file_no as "fileNo", ${ADDRESS} as address
    from komsu.inspection i
    join komsu.application a on a.id = i.application_id
    join komsu.household h on h.id = i.household_id
    join komsu.address ad on ad.id = h.address_id
    join komsu.neighbourhood n on n.id = h.neighbourhood_id
    join komsu.district d on d.id = h.district_id
    left join komsu.street s on s.id = h.street_id
    left join komsu.officer o on o.id = i.inspector_id
    left join komsu.officer o2 on o2.id = i.second_inspector_id
    left join komsu.officer p on p.id = i.passed_by
    where i.id = ${id}`.execute(trx)
  return rows[0]
}

/** Locks an inspection the actor may change now, against a second writer; false when there is none to change. */
export async function lockInspection(trx: Trx, id: number): Promise<boolean> {
  const { rows } = await sql`select id from komsu.inspection where id = ${id} for update`.execute(trx)
  return rows.length > 0
}

/** Those of the household living on a day, head first. */
export async function listMembers(trx: Trx, householdId: number, day: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select 'p' || id as ref, given_name || ' ' || family_name as name, born_on as "bornOn", sex, household_role as role,
      false as "isNew"
    from komsu.person where household_id = ${householdId} and (died_on is null or died_on > ${day}::date)
    order by array_position(array['head', 'spouse', 'parent', 'child', 'grandchild', 'relative', 'other'], household_role), born_on, id`.execute(
    trx,
  )
  return rows
}

export async function listRequests(trx: Trx, applicationId: number): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select aid_type_code as code from komsu.request where application_id = ${applicationId} and withdrawn_on is null order by id`.execute(
    trx,
  )
  return rows.map(row => row.code)
}

export async function listControl(trx: Trx, id: number): Promise<ControlEntry[]> {
  const { rows } = await sql<ControlEntry>`
    select c.id, c.action, jsonb_build_object('id', o.id, 'name', o.display_name) as officer,
      to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, c.note, c.questions
    from komsu.inspection_control c join komsu.officer o on o.id = c.officer_id
    where c.inspection_id = ${id} order by c.id`.execute(trx)
  return rows
}

/** An application the actor sees, as it now is. */
export async function findApplication(trx: Trx, id: number): Promise<InspectionList['application'] | undefined> {
  const { rows } = await sql<InspectionList['application']>`
    select a.id, a.version, a.status, h.id as "householdId", h.file_no as "fileNo", ${ADDRESS} as address
    from komsu.application a
    join komsu.household h on h.id = a.household_id
    join komsu.address ad on ad.id = h.address_id
    join komsu.neighbourhood n on n.id = h.neighbourhood_id
    join komsu.district d on d.id = h.district_id
    left join komsu.street s on s.id = h.street_id
    where a.id = ${id}`.execute(trx)
  return rows[0]
}

export async function listInspections(trx: Trx, applicationId: number) {
  const { rows } = await sql<{
    id: number
    control: Control
    visitedOn: string
    mode: Visit['mode']
    formVersion: string | null
  }>`
    select id, control, visited_on as "visitedOn", mode, form_version as "formVersion" from komsu.inspection
    where application_id = ${applicationId} order by id desc limit 50`.execute(trx)
  return rows
}

type StartingRow = Readonly<{
  version: number
  status: string
  householdId: number
  assignedOfficerId: number | null
  secondOfficerId: number | null
}>

/** Locks an application the inspector was given; undefined when they were not. */
export async function lockApplication(trx: Trx, id: number): Promise<StartingRow | undefined> {
  const { rows } = await sql<StartingRow>`
    select version, status, household_id as "householdId", assigned_officer_id as "assignedOfficerId",
      second_officer_id as "secondOfficerId"
    from komsu.application where id = ${id} for update`.execute(trx)
  return rows[0]
}

/** The inspection of an application that is not passed on yet, if there is one. */
export async function findOpenInspection(trx: Trx, applicationId: number): Promise<{ id: number } | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from komsu.inspection where application_id = ${applicationId} and control <> 'passed'`.execute(trx)
  return rows[0]
}

type NewInspection = Readonly<{
  requestId: string | null
  applicationId: number
  householdId: number
  inspectorId: number
  secondInspectorId: number | null
  visitedOn: string
  mode: Visit['mode']
  phoneReason: string | null
  formVersion: string
}>

export async function insertInspection(trx: Trx, one: NewInspection): Promise<{ id: number; version: number }> {
  const { rows } = await sql<{ id: number; version: number }>`
    insert into komsu.inspection (request_id, application_id, household_id, inspector_id, second_inspector_id, visited_on, mode,
      phone_reason, form_version, control, started_at)
    values (${one.requestId}, ${one.applicationId}, ${one.householdId}, ${one.inspectorId}, ${one.secondInspectorId},
      ${one.visitedOn}, ${one.mode}, ${one.phoneReason}, ${one.formVersion}, 'open', now())
    returning id, version`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('an inspection was inserted and is not there')
  return row
}

export async function moveApplication(trx: Trx, id: number, status: string): Promise<void> {
  await sql`update komsu.application set status = ${status} where id = ${id}`.execute(trx)
}

export async function closeApplication(trx: Trx, id: number, status: 'ineligible', day: string): Promise<void> {
  await sql`update komsu.application set status = ${status}, closed_on = ${day} where id = ${id}`.execute(trx)
}

export async function markUrgent(trx: Trx, id: number): Promise<void> {
  await sql`update komsu.application set is_urgent = true where id = ${id} and not is_urgent`.execute(trx)
}
