import { type Day, dayText, monthsLater, workday } from './calendar.ts'
import { type CaseFile, type Ruling, referenceNo, type Visit } from './casework.ts'
import type { Household } from './household.ts'
import type { Income } from './livelihood.ts'
import { type Member, syntheticNationalId } from './members.ts'
import { type Random, randomOf } from './random.ts'
import { SCHEME_VERSION } from './score.ts'

/** Tables filled by COPY, in loading order, with their columns. */
export const TABLES = {
  address: ['id', 'district_id', 'neighbourhood_id', 'street_id', 'door_no', 'quality', 'geom'],
  household: [
    'id',
    'file_no',
    'address_id',
    'district_id',
    'neighbourhood_id',
    'street_id',
    'flat_no',
    'formed_on',
    'source',
    'is_synthetic',
  ],
  person: [
    'id',
    'household_id',
    'national_id',
    'given_name',
    'family_name',
    'name_key',
    'sex',
    'born_on',
    'household_role',
    'is_synthetic',
  ],
  income: [
    'id',
    'household_id',
    'person_id',
    'source',
    'monthly_kurus',
    'valid_from',
    'valid_to',
    'provenance',
    'recorded_at',
  ],
  dwelling_fact: [
    'id',
    'household_id',
    'tenure',
    'kind',
    'condition',
    'heating',
    'rooms',
    'rent_kurus',
    'valid_from',
    'provenance',
    'recorded_at',
  ],
  health_fact: ['id', 'household_id', 'person_id', 'kind', 'degree_percent', 'valid_from', 'provenance', 'recorded_at'],
  schooling_fact: [
    'id',
    'household_id',
    'person_id',
    'level',
    'is_attending',
    'valid_from',
    'provenance',
    'recorded_at',
  ],
  asset_fact: ['id', 'household_id', 'kind', 'value_kurus', 'valid_from', 'provenance', 'recorded_at'],
  application: [
    'id',
    'request_id',
    'household_id',
    'district_id',
    'applicant_person_id',
    'channel',
    'reference_no',
    'kind',
    'status',
    'received_on',
    'reply_by',
    'closed_on',
    'is_urgent',
  ],
  request: ['id', 'application_id', 'aid_type_code', 'added_on', 'withdrawn_on'],
  inspection: ['id', 'request_id', 'application_id', 'household_id', 'visited_on', 'mode', 'at_household', 'form'],
  need_score: ['id', 'inspection_id', 'household_id', 'scheme_version', 'total', 'parts', 'scored_on'],
  decision: [
    'id',
    'request_id',
    'application_id',
    'household_id',
    'outcome',
    'aid_type_code',
    'amount_kurus',
    'months',
    'reason',
    'decided_on',
  ],
  aid: ['id', 'household_id', 'decision_id', 'aid_type_code', 'amount_kurus', 'given_on', 'giver'],
} as const satisfies Record<string, readonly string[]>
export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]

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

type Writer = Readonly<{
  add: (table: TableName, rest: string) => number
  peek: (table: TableName) => number
  uuid: (kind: number, id: number) => string
  until: Day
  birthdays: Random
}>

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

function orNull(value: string | number | null): string | number {
  return value ?? '\\N'
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

// Channels that want an answer by a day: CİMER and Açık Kapı within 30 days, the others within 60.
function replyBy(file: CaseFile): Day {
  return workday(file.received + (file.channel === 'cimer' || file.channel === 'acik_kapi' ? 30 : 60))
}

function writeCase(
  write: Writer,
  household: number,
  of: { file: CaseFile; household: Household; district: number },
): void {
  const { file } = of
  const serial = write.peek('application')
  const received = dayText(file.received)
  const closed = file.closed === null ? '\\N' : dayText(file.closed)
  const applicant = of.household.members[0]?.id ?? null
  const id = write.add(
    'application',
    `${write.uuid(1, serial)}\t${household}\t${of.district}\t${orNull(applicant)}\t${file.channel}\t${referenceNo(file.channel, file.received, serial)}\t${file.kind}\t${file.status}\t${received}\t${dayText(replyBy(file))}\t${closed}\t${file.isUrgent ? 't' : 'f'}`,
  )
  for (const type of file.requests)
    write.add('request', `${id}\t${type}\t${received}\t${file.status === 'withdrawn' ? closed : '\\N'}`)
  for (const visit of file.visits) writeVisit(write, { application: id, household }, visit, of.household)
  for (const ruling of file.rulings) writeRuling(write, { application: id, household }, ruling)
}

type Of = Readonly<{ application: number; household: number }>

function writeVisit(write: Writer, of: Of, visit: Visit, household: Household): void {
  const serial = write.peek('inspection')
  const atHousehold = visit.atHousehold === null ? '\\N' : visit.atHousehold ? 't' : 'f'
  const form = `{"members":${household.members.length},"rooms":${household.dwelling.rooms},"condition":"${household.dwelling.condition}"}`
  const id = write.add(
    'inspection',
    `${write.uuid(2, serial)}\t${of.application}\t${of.household}\t${dayText(visit.on)}\t${visit.mode}\t${atHousehold}\t${form}`,
  )
  if (!visit.score) return
  const { total, parts, on } = visit.score
  write.add(
    'need_score',
    `${id}\t${of.household}\t${SCHEME_VERSION}\t${total}\t${JSON.stringify(parts)}\t${dayText(on)}`,
  )
}

function writeRuling(write: Writer, of: Of, ruling: Ruling): void {
  const serial = write.peek('decision')
  const head = `${write.uuid(3, serial)}\t${of.application}\t${of.household}\t${ruling.outcome}`
  if (ruling.outcome !== 'grant') {
    write.add('decision', `${head}\t\\N\t\\N\t\\N\t${ruling.reason}\t${dayText(ruling.on)}`)
    return
  }
  const id = write.add(
    'decision',
    `${head}\t${ruling.type}\t${orNull(ruling.amount)}\t${ruling.months}\t\\N\t${dayText(ruling.on)}`,
  )
  for (const gift of ruling.gifts)
    write.add('aid', `${of.household}\t${id}\t${gift.type}\t${gift.kurus}\t${dayText(gift.on)}\tmunicipality`)
}
