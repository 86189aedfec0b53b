import { type Day, dayText, monthsLater } from './calendar.ts'
import type { Writer } from './case-rows.ts'
import type { Household } from './household.ts'
import type { IncomeSource } from './livelihood.ts'
import type { Member } from './members.ts'

/**
 * No range of Turkish numbers begins with 580: libphonenumber's metadata for TR knows mobile numbers 501, 505–507, 510,
 * 516, 524, 53x, 54x, 551–559, 561, 594, 596, paging 512, and no landline from 5. Nobody can be called by mistake.
 */
const PHONE_PREFIX = '580'

/** Gives most households a phone; a second file of a family may carry the same. */
export function writePhones(write: Writer, id: number, household: Household): void {
  const { extras } = write
  if (household.phone === undefined)
    household.phone = extras.chance(0.94) ? syntheticPhone(write.peek('contact')) : null
  const holder = household.members[0]
  if (household.phone === null || !holder) return
  const known = dayText(household.known)
  const person = extras.chance(0.9) ? holder.id : '\\N'
  write.add(
    'contact',
    `${id}\t${person}\tphone\t${writtenPhone(household.phone)}\t${household.phone}\t${known}\tsynthetic\t${known}`,
  )
}

/** Ten digits, each serial another number. */
function syntheticPhone(serial: number): string {
  return `${PHONE_PREFIX}${String((serial * 6_180_339 + 1_415_927) % 10_000_000).padStart(7, '0')}`
}

function writtenPhone(digits: string): string {
  return `0${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6, 8)} ${digits.slice(8)}`
}

/** Work, expenses and strokes of fate: asked only of those who apply, so only they have them. */
export function writeCircumstances(write: Writer, id: number, household: Household): void {
  const first = household.cases[0]
  if (!first) return
  const day = first.received
  const stamp = `${dayText(day)}\tsynthetic\t${dayText(day)}`
  for (const member of household.members) {
    if (member.age < 15) continue
    const { status, insured, seeks } = workOf(household, member, day)
    write.add('employment_fact', `${id}\t${member.id}\t${status}\t${insured}\t${seeks}\t${stamp}`)
  }
  for (const [kind, kurus] of expensesOf(household)) write.add('expense_fact', `${id}\t${kind}\t${kurus}\t${stamp}`)
  writeStatuses(write, id, household)
}

type Work = Readonly<{
  status: 'employed' | 'casual' | 'self_employed' | 'unemployed' | 'retired' | 'student' | 'homemaker' | 'unable'
  insured: 't' | 'f' | '\\N'
  seeks: 't' | 'f' | '\\N'
}>

const BY_INCOME: Partial<Record<IncomeSource, Work>> = {
  wage: { status: 'employed', insured: 't', seeks: '\\N' },
  casual_work: { status: 'casual', insured: 'f', seeks: 't' },
  self_employment: { status: 'self_employed', insured: 't', seeks: '\\N' },
  farming: { status: 'self_employed', insured: 'f', seeks: '\\N' },
  pension: { status: 'retired', insured: '\\N', seeks: '\\N' },
  disability_pension: { status: 'unable', insured: '\\N', seeks: '\\N' },
  unemployment_pay: { status: 'unemployed', insured: '\\N', seeks: 't' },
}

/** How a member works, as their incomes on a day tell. */
export function workOf({ incomes }: Household, member: Member, day: Day): Work {
  for (const income of incomes) {
    const isNow = income.from <= day && (income.to === null || income.to > day)
    const work = isNow && income.person === member ? BY_INCOME[income.source] : undefined
    if (work) return work
  }
  if (member.isAttending) return { status: 'student', insured: '\\N', seeks: '\\N' }
  if (member.age >= 65 || member.disability >= 70) return { status: 'unable', insured: '\\N', seeks: '\\N' }
  const isAtHome = member.sex === 'female' && member.age % 3 !== 0
  return { status: isAtHome ? 'homemaker' : 'unemployed', insured: '\\N', seeks: isAtHome ? 'f' : 't' }
}

/** What a household says it spends a month, kuruş. */
export function expensesOf({ members, dwelling, health }: Household): [kind: string, kurus: number][] {
  const expenses: [string, number][] = [
    ['food', 180_000 * members.length + 120_000],
    ['utilities', 60_000 + 25_000 * dwelling.rooms + (dwelling.heating === 'gas' ? 40_000 : 0)],
  ]
  if (dwelling.rentKurus !== null) expenses.unshift(['rent', dwelling.rentKurus])
  const ill = health.filter(fact => fact.kind !== 'disability').length
  if (ill > 0) expenses.push(['medicine', 35_000 * ill])
  const pupils = members.filter(member => member.isAttending).length
  if (pupils > 0) expenses.push(['education', 45_000 * pupils])
  if (members.some(member => member.age < 3)) expenses.push(['care', 90_000])
  return expenses
}

function writeStatuses(write: Writer, id: number, household: Household): void {
  const said = (kind: string, from: Day, person: number | '\\N' = '\\N') => {
    const to = monthsLater(from, 12)
    const end = to > write.until || kind === 'single_parent' ? '\\N' : dayText(to)
    write.add('status_fact', `${id}\t${person}\t${kind}\t${dayText(from)}\t${end}\tsynthetic\t${dayText(from)}`)
  }
  const { shock, members, cases } = household
  if (shock?.kind === 'job_loss') said('job_loss', shock.on)
  for (const file of cases) {
    if (file.kind === 'victim') said('disaster', file.received - 2)
    if (file.channel === 'death_notice') said('bereavement', file.received - 3)
  }
  const isAlone = !members.some(member => member.role === 'spouse') && members.some(member => member.age < 18)
  const first = cases[0]
  if (isAlone && first && members[0]?.role === 'head') said('single_parent', first.received, members[0].id)
}
