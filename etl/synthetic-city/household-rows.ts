import { type Day, dayText, monthsLater } from './calendar.ts'
import { orNull, type Writer, writeCase } from './case-rows.ts'
import { writeCircumstances, writePhones } from './circumstances.ts'
import type { Household } from './household.ts'
import type { Income } from './livelihood.ts'
import { type Member, syntheticNationalId } from './members.ts'
import type { Dwelt } from './rows.ts'

/** Writes a household with its people, facts and applications. @returns its id */
export function writeHousehold(write: Writer, household: Household, at: Dwelt): number {
  const known = dayText(household.known)
  const serial = write.peek('household')
  const id = write.add(
    'household',
    `S${String(serial).padStart(8, '0')}\t${at.address}\t${at.district}\t${at.neighbourhood}\t${at.street}\t${at.flat}\t${known}\tsynthetic\tt`,
  )
  const stamp = `synthetic\t${known}`
  for (const member of household.members) writeMember(write, id, member, household.known)
  for (const income of household.incomes) writeIncome(write, id, income)
  const { tenure, kind, condition, heating, rooms, rentKurus } = household.dwelling
  write.add(
    'dwelling_fact',
    `${id}\t${tenure}\t${kind}\t${condition}\t${heating}\t${rooms}\t${orNull(rentKurus)}\t${known}\t${stamp}`,
  )
  for (const fact of household.health)
    write.add('health_fact', `${id}\t${fact.person.id}\t${fact.kind}\t${orNull(fact.degree)}\t${known}\t${stamp}`)
  for (const asset of household.assets)
    write.add('asset_fact', `${id}\t${asset.kind}\t${asset.valueKurus}\t${known}\t${stamp}`)
  writePhones(write, id, household)
  writeCircumstances(write, id, household)
  for (const file of household.cases) writeCase(write, id, { file, household, district: at.district })
  for (const { on, kurus } of household.otherAid)
    write.add('aid', `${id}\t\\N\tcash_support\t${kurus}\t${dayText(on)}\tsydv`)
  return id
}

const SCHOOL_START = { none: 0, primary: 6, middle: 10, high: 14, university: 18 } as const

function writeMember(write: Writer, household: number, member: Member, known: Day): void {
  const serial = write.peek('person')
  member.born ??= Math.floor(write.until - (member.age + 0.999 * write.birthdays.unit()) * 365.2425)
  const { given, family, sex, role, born } = member
  member.id = write.add(
    'person',
    `${household}\t${syntheticNationalId(serial)}\t${given.text}\t${family.text}\t${given.key} ${family.key}\t${sex}\t${dayText(born)}\t${role}\tt`,
  )
  if (member.age < 6) return
  const began = member.isAttending ? monthsLater(born, 12 * SCHOOL_START[member.school]) : known
  const from = dayText(Math.max(known, began))
  write.add(
    'schooling_fact',
    `${household}\t${member.id}\t${member.school}\t${member.isAttending ? 't' : 'f'}\t${from}\tsynthetic\t${from}`,
  )
}

function writeIncome(write: Writer, household: number, income: Income): void {
  const from = dayText(income.from)
  const to = income.to === null ? '\\N' : dayText(income.to)
  write.add(
    'income',
    `${household}\t${orNull(income.person?.id ?? null)}\t${income.source}\t${income.kurus}\t${from}\t${to}\tsynthetic\t${from}`,
  )
}
