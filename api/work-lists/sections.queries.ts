import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { SectionKey } from './work-lists.contract.ts'

/** How much there is, how much of it is late, and which come first. */
export type Found = Readonly<{ key: SectionKey; count: number; late: number; ids: number[] }>

/** The acting officer's applications by section, longest overdue first; sections without any are absent. */
export async function findApplications(trx: Trx): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select section as key, files as count, late, to_jsonb(first) as ids from komsu.work_sections()`.execute(trx)
  return rows
}

export type ApplicationRow = Readonly<{
  id: number
  inspectionId: number | null
  householdId: number
  fileNo: string
  familyName: string | null
  district: string
  neighbourhood: string
  dueOn: string
  daysLate: number
  isUrgent: boolean
  lon: number | null
  lat: number | null
  quality: string
}>

/** What is shown of applications: whose, where, until when. */
export async function listApplications(trx: Trx, ids: readonly number[]): Promise<ApplicationRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ApplicationRow>`
    select a.id, p.household_id as "householdId", p.file_no as "fileNo", p.family_name as "familyName", p.district, p.neighbourhood,
      a.due_on as "dueOn", current_date - a.due_on as "daysLate", a.is_urgent as "isUrgent", p.inspection_id as "inspectionId",
      p.lon, p.lat, p.quality
    from komsu.application_places(${ids}) p join komsu.application a on a.id = p.application_id`.execute(trx)
  return rows
}

export type DistrictRow = Readonly<{
  districtId: number
  district: string
  waiting: number
  late: number
  urgent: number
}>

/** Open applications of the manager's districts, truly counted. */
export async function countByDistrict(trx: Trx): Promise<DistrictRow[]> {
  const { rows } = await sql<DistrictRow>`
    select c.district_id as "districtId", d.name as district, c.waiting, c.late, c.urgent
    from komsu.late_by_district() c join komsu.district d on d.id = c.district_id order by c.late desc, c.waiting desc, d.name_key`.execute(
    trx,
  )
  return rows
}

/** Files with enough points that wait to be put on an agenda, by district, truly counted. */
export async function countEligible(trx: Trx): Promise<DistrictRow[]> {
  const { rows } = await sql<DistrictRow>`
    select c.district_id as "districtId", d.name as district, c.waiting, c.late, c.urgent
    from komsu.eligible_by_district() c join komsu.district d on d.id = c.district_id order by c.late desc, c.waiting desc, d.name_key`.execute(
    trx,
  )
  return rows
}

/** The least count that may be told, and today. */
export async function getDay(trx: Trx): Promise<{ day: string; minimum: number }> {
  const { rows } = await sql<{ day: string; minimum: number }>`
    select current_date::text as day, komsu.parameter_on('disclosure_minimum', current_date)::integer as minimum`.execute(
    trx,
  )
  return rows[0] ?? { day: '', minimum: 5 }
}
