import { type Day, dayText, workday } from './calendar.ts'
import { type CaseFile, type Ruling, referenceNo, type Visit } from './casework.ts'
import type { Household } from './household.ts'
import type { Random } from './random.ts'
import { SCHEME_VERSION } from './score.ts'
import type { TableName } from './tables.ts'

/** Adds rows to tables; `peek` tells the next id. */
export type Writer = Readonly<{
  add: (table: TableName, rest: string) => number
  peek: (table: TableName) => number
  uuid: (kind: number, id: number) => string
  until: Day
  birthdays: Random
}>

/** COPY's word for nothing. */
export function orNull(value: string | number | null): string | number {
  return value ?? '\\N'
}

// Channels that want an answer by a day: CİMER and Açık Kapı within 30 days, the others within 60.
function replyBy(file: CaseFile): Day {
  return workday(file.received + (file.channel === 'cimer' || file.channel === 'acik_kapi' ? 30 : 60))
}

/** Writes an application with everything that followed from it. */
export function writeCase(
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
