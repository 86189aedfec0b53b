import { type Day, dayText, monthsLater } from './calendar.ts'
import { orNull, type Writer, writeCase } from './case-rows.ts'
import type { Household } from './household.ts'
import type { Income } from './livelihood.ts'
import { type Member, syntheticNationalId } from './members.ts'
import { randomOf } from './random.ts'
import { TABLE_NAMES, type TableName } from './tables.ts'

export type Dwelt = Readonly<{ address: number; district: number; neighbourhood: number; street: number; flat: number }>

/** COPY text of each table, in pieces. */
export type Rows = Readonly<Record<TableName, readonly Buffer[]>>

/** Collects rows as COPY text, numbering each table from 1 (addresses from where the database stands). */
export type RowWriter = Readonly<{
  address: (place: Omit<Dwelt, 'address' | 'flat'>, door: number, point: string) => number
  household: (household: Household, at: Dwelt) => void
  /** What was written since the last call. */
  flush: () => Rows
  counts: () => Record<TableName, number>
}>

/** @param from highest address id already taken */
export function rowWriter(of: { seed: number; until: Day; addressesFrom: number }): RowWriter {
  const last = Object.fromEntries(TABLE_NAMES.map(name => [name, 0])) as Record<TableName, number>
  let pages = emptyPages()
  const birthdays = randomOf(of.seed, 'birthdays')
  const add = (table: TableName, rest: string): number => {
    const id = ++last[table]
    const page = pages[table]
    page.text += `${table === 'address' ? id + of.addressesFrom : id}\t${rest}\n`
    if (page.text.length > PAGE) turn(page)
    return id
  }
  const write: Writer = {
    add,
    peek: table => last[table] + 1,
    uuid: (kind, id) => uuidOf(of.seed, kind, id),
    until: of.until,
    birthdays,
  }
  return {
    address: (place, door, point) =>
      add(
        'address',
        `${place.district}\t${place.neighbourhood}\t${place.street}\t${door}\tdoor\tSRID=4326;POINT(${point})`,
      ) + of.addressesFrom,
    household: (household, at) => writeHousehold(write, household, at),
    flush: () => {
      const written = pages
      pages = emptyPages()
      for (const name of TABLE_NAMES) turn(written[name])
      return Object.fromEntries(TABLE_NAMES.map(name => [name, written[name].done])) as unknown as Rows
    },
    counts: () => ({ ...last }),
  }
}

type Page = { text: string; done: Buffer[] }
const PAGE = 1 << 15

// Bytes leave the garbage-collected heap page by page: one long growing string per table cost more than all the drawing of lots.
function turn(page: Page): void {
  if (page.text === '') return
  page.done.push(Buffer.from(page.text))
  page.text = ''
}

function emptyPages(): Record<TableName, Page> {
  return Object.fromEntries(TABLE_NAMES.map(name => [name, { text: '', done: [] }])) as unknown as Record<
    TableName,
    Page
  >
}

// The client-made id of a deed must repeat with the seed too, so it is counted, not drawn (version 8: of one's own making).
function uuidOf(seed: number, kind: number, id: number): string {
  const head = (seed >>> 0).toString(16).padStart(8, '0')
  return `${head}-${kind.toString(16).padStart(4, '0')}-8000-8000-${id.toString(16).padStart(12, '0')}`
}

function writeHousehold(write: Writer, household: Household, at: Dwelt): void {
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
  for (const file of household.cases) writeCase(write, id, { file, household, district: at.district })
  for (const { on, kurus } of household.otherAid)
    write.add('aid', `${id}\t\\N\tcash_support\t${kurus}\t${dayText(on)}\tsydv`)
}

const SCHOOL_START = { none: 0, primary: 6, middle: 10, high: 14, university: 18 } as const

function writeMember(write: Writer, household: number, member: Member, known: Day): void {
  const serial = write.peek('person')
  const born = Math.floor(write.until - (member.age + 0.999 * write.birthdays.unit()) * 365.2425)
  const { given, family, sex, role } = member
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
