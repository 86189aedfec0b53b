import { ask } from '../prepare-city.ts'
import type { Seat } from './sign-in.ts'

/** One thing an officer asks: an address of the API, and a row of numbers and texts for the same question in SQL. */
export type Question = Readonly<{ path: string; seat: Seat; sql: Readonly<Record<string, number | string>> }>

export type PersonDrawn = Readonly<{
  household_id: number
  given_name: string
  family_name: string
  given: string
  family: string
  national_id: string
  phone: string | null
  file_no: string
  reference_no: string | null
  street: string | null
  street_id: number | null
  door_no: string | null
}>

/** People of an officer's districts, the same for the same seed. */
export async function drawPeople(url: string, of: { seat: Seat; count: number; seed: number }): Promise<PersonDrawn[]> {
  const rows = await ask<PersonDrawn>(
    url,
    `with districts as (select district_id from komsu.officer_district where officer_id = $1),
     drawn as materialized (
       select h.id from komsu.household h
       where (not exists (select from districts) or h.district_id in (select district_id from districts)) and h.is_synthetic
       order by md5(h.id || '-' || $3::text) limit $2)
     select h.id as household_id, p.given_name, p.family_name, split_part(p.name_key, ' ', 1) as given, split_part(p.name_key, ' ', 2) as family,
       p.national_id, h.file_no, s.name as street, s.id as street_id, a.door_no,
       (select c.value_key from komsu.contact c where c.household_id = h.id limit 1) as phone,
       (select x.reference_no from komsu.application x where x.household_id = h.id limit 1) as reference_no
     from drawn join komsu.household h using (id) join komsu.address a on a.id = h.address_id left join komsu.street s on s.id = h.street_id
     join lateral (select * from komsu.person p where p.household_id = h.id order by p.id limit 1) p on true`,
    [of.seat.id, of.count, of.seed],
  )
  return rows.map(row => ({
    ...row,
    household_id: Number(row.household_id),
    street_id: row.street_id && Number(row.street_id),
  }))
}

/** Files an officer may read: those of the applications they see, drawn by seed. */
export async function drawFiles(url: string, of: { seat: Seat; count: number; seed: number }): Promise<number[]> {
  const isInspector = of.seat.username.startsWith('inspector')
  const mine = isInspector
    ? `assigned_officer_id = $1 and status in ('assigned', 'in_inspection', 'inspected')`
    : `district_id in (select district_id from komsu.officer_district where officer_id = $1) and status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'ineligible')`
  const rows = await ask<{ id: number }>(
    url,
    `select household_id as id from (select distinct household_id from komsu.application where ${mine}) x order by md5(household_id || '-' || $3::text) limit $2`,
    [of.seat.id, of.count, of.seed],
  )
  return rows.map(row => Number(row.id))
}

/** A name typed in a hurry: one letter dropped, doubled or swapped with the next. @param n which of them */
export function mistype(name: string, n: number): string {
  const letters = [...name]
  const at = 1 + (n % Math.max(1, letters.length - 2))
  const here = letters[at] ?? ''
  if (n % 3 === 0 && letters.length > 4) letters.splice(at, 1)
  else if (n % 3 === 1) letters.splice(at, 0, here)
  else letters.splice(at, 2, letters[at + 1] ?? '', here)
  return letters.join('')
}
