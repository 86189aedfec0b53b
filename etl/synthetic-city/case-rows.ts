import { type Day, dayText, workday } from './calendar.ts'
import { type CaseFile, type Ruling, referenceNo, type Visit } from './casework.ts'
import { FORM_VERSION, formAnswers } from './form-answers.ts'
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
  minimumScore: number
  birthdays: Random
  /** Chance of what was added to the city later, so that the rest stays as it was. */
  extras: Random
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
  const came = `${file.channel}\t${referenceNo(file.channel, file.received, serial)}`
  const reply = dayText(replyBy(file))
  const ask = `${flag(file.needsTwo)}\t${orNull(file.wantedSex)}`
  const id = write.add(
    'application',
    `${write.uuid(1, serial)}\t${household}\t${of.district}\t${orNull(applicant)}\t${came}\t${file.kind}\t${file.status}\t${received}\t${reply}\t${closed}\t${flag(file.isUrgent)}\tpetition\t${orNull(eventOf(file))}\t${ask}`,
  )
  writeReceipt(write, id, { came, received, reply })
  if (isOpen(file) && write.extras.chance(0.04)) writeLaterReceipt(write, id, file)
  for (const type of file.requests)
    write.add('request', `${id}\t${type}\t${received}\t${file.status === 'withdrawn' ? closed : '\\N'}`)
  for (const visit of file.visits) writeVisit(write, { application: id, household }, { visit, ...of })
  for (const ruling of file.rulings) writeRuling(write, { application: id, household }, ruling)
}

function flag(is: boolean): string {
  return is ? 't' : 'f'
}

const OPEN = new Set(['awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission'])

function isOpen(file: CaseFile): boolean {
  return OPEN.has(file.status)
}

function eventOf(file: CaseFile): string | null {
  if (file.kind !== 'victim') return null
  const event = {
    kind: 'disaster',
    occurred_on: dayText(file.received - 2),
    statement: 'Evi su bastı, eşyaları kullanılmaz oldu.',
  }
  return JSON.stringify(event)
}

type Receipt = Readonly<{ came: string; received: string; reply: string }>

function writeReceipt(write: Writer, application: number, { came, received, reply }: Receipt): void {
  const request = write.uuid(4, write.peek('application_receipt'))
  write.add('application_receipt', `${request}\t${application}\t${came}\t${received}\t${reply}\t${received}T09:30:00Z`)
}

// The family asks again through CİMER while the first application is open: it joins that one.
function writeLaterReceipt(write: Writer, application: number, file: CaseFile): void {
  const on = Math.min(write.until, workday(file.received + 5 + write.extras.below(12)))
  const came = `cimer\t${referenceNo('cimer', on, 5_000_000 + application)}`
  writeReceipt(write, application, { came, received: dayText(on), reply: dayText(workday(on + 30)) })
}

type Of = Readonly<{ application: number; household: number }>

// From so many days before the end visits carry the whole form; older ones only what they were scored by.
const WITH_FORM = 60

function writeVisit(write: Writer, of: Of, at: { visit: Visit; household: Household; file: CaseFile }): void {
  const { visit, household } = at
  const serial = write.peek('inspection')
  const atHousehold = visit.atHousehold === null ? '\\N' : flag(visit.atHousehold)
  const on = dayText(visit.on)
  const passed = visit.score
    ? `${dayText(visit.score.on)}T13:00:00Z`
    : visit.control === 'passed'
      ? `${on}T15:00:00Z`
      : '\\N'
  const hasForm = visit.control !== 'passed' || visit.on > write.until - WITH_FORM
  const form = hasForm
    ? JSON.stringify(formAnswers(household, visit, at.file)).replaceAll('\\', '\\\\')
    : `{"members":${household.members.length},"rooms":${household.dwelling.rooms},"condition":"${household.dwelling.condition}"}`
  const id = write.add(
    'inspection',
    `${write.uuid(2, serial)}\t${of.application}\t${of.household}\t${on}\t${visit.mode}\t${atHousehold}\t${form}\t${hasForm ? FORM_VERSION : '\\N'}\t${visit.control}\t${on}T08:00:00Z\t${visit.control === 'open' ? '\\N' : `${on}T14:00:00Z`}\t${passed}\t${visit.mode === 'telephone' ? PHONE_REASON : '\\N'}`,
  )
  if (!visit.score) return
  const { total, parts, on: scored } = visit.score
  write.add(
    'need_score',
    `${id}\t${of.household}\t${of.application}\t${SCHEME_VERSION}\t${total}\t${JSON.stringify(parts)}\t${total}\t${total}\t${write.minimumScore}\t${dayText(scored)}`,
  )
}

const PHONE_REASON = 'Yoğun yağış nedeniyle ulaşılamadı'

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
