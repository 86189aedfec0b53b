import type { Answers } from '../../api/inspections/form-answers.contract.ts'
import type { Day } from './calendar.ts'
import { dayText } from './calendar.ts'
import type { CaseFile, Visit } from './casework.ts'
import { expensesOf, workOf } from './circumstances.ts'
import type { Household } from './household.ts'
import type { IncomeSource } from './livelihood.ts'
import type { Member } from './members.ts'

/** The form that ships (api/inspections/social-inquiry-form.rules.ts); a test works these answers out with it. */
export const FORM_VERSION = 'sif-1'

type AboutHousehold = Answers['household']
type Value = AboutHousehold[string]
const said = (value: boolean | number | string | string[]): Value => ({ value })

/** Answers an inspector wrote down: the whole form where it was sent, the beginning where the visit is still open. */
export function formAnswers(household: Household, visit: Visit, file: CaseFile): Answers {
  const begun: AboutHousehold = {
    consent: said(true),
    language: said('turkish'),
    present: said([ref(household.members[0])]),
    ...dwellingAnswers(household),
  }
  if (visit.control === 'open') return { household: begun, people: {} }
  const people = household.members.map(member => [ref(member), memberAnswers(household, member, visit.on)] as const)
  return {
    household: {
      ...begun,
      somebody_else: said(false),
      address_right: said(true),
      ...moneyAnswers(household, visit.on),
      ...assetAnswers(household),
      ...eventAnswers(household, visit.on, file),
      ...closingAnswers(household, file),
    },
    people: Object.fromEntries(people),
  }
}

function ref(member: Member | undefined): string {
  return `p${member?.id ?? 1}`
}

function dwellingAnswers({ dwelling }: Household): AboutHousehold {
  return {
    tenure: said(dwelling.tenure),
    ...(dwelling.rentKurus === null ? {} : { rent: said(dwelling.rentKurus) }),
    dwelling_kind: said(dwelling.kind),
    dwelling_condition: said(dwelling.condition),
    heating: said(dwelling.heating),
    rooms: said(dwelling.rooms),
  }
}

const PERSONAL = new Set<IncomeSource>([
  'wage',
  'casual_work',
  'self_employment',
  'pension',
  'disability_pension',
  'unemployment_pay',
])
const SHARED = new Set<IncomeSource>(['social_aid', 'support_from_relatives', 'farming'])

/** Kuruş a month by source, of one member (or all of them for what is shared). */
function incomesNow(household: Household, day: Day, of: Member | 'shared'): Map<IncomeSource, number> {
  const sums = new Map<IncomeSource, number>()
  for (const { person, source, kurus, from, to } of household.incomes) {
    const isNow = from <= day && (to === null || to > day)
    const isOf = of === 'shared' ? SHARED.has(source) : person === of && PERSONAL.has(source)
    if (isNow && isOf) sums.set(source, (sums.get(source) ?? 0) + kurus)
  }
  return sums
}

function amounts(of: Map<IncomeSource, number>, names: { sources: string; prefix: string }): AboutHousehold {
  if (of.size === 0) return { [names.sources]: said(['none']) }
  const each = [...of].map(([source, kurus]) => [`${names.prefix}_${source}`, said(kurus)] as const)
  return { [names.sources]: said([...of.keys()]), ...Object.fromEntries(each) }
}

function moneyAnswers(household: Household, day: Day): AboutHousehold {
  const zero = ['food', 'utilities', 'medicine', 'education', 'care', 'debt'].map(kind => [`expense_${kind}`, said(0)])
  const spent = expensesOf(household).filter(([kind]) => kind !== 'rent')
  return {
    ...amounts(incomesNow(household, day, 'shared'), { sources: 'shared_income', prefix: 'shared' }),
    ...Object.fromEntries(zero),
    ...Object.fromEntries(spent.map(([kind, kurus]) => [`expense_${kind}`, said(kurus)])),
    expenses_note: said('Yakınlarının zaman zaman destek olduğunu söyledi.'),
  }
}

function assetAnswers({ assets }: Household): AboutHousehold {
  const kinds = [...new Set(assets.map(asset => asset.kind))]
  const vehicle = assets.find(asset => asset.kind === 'vehicle')
  return {
    assets: said(kinds.length === 0 ? ['none'] : kinds),
    ...(vehicle ? { vehicle_value: said(vehicle.valueKurus) } : {}),
  }
}

function eventAnswers({ shock, members }: Household, day: Day, file: CaseFile): AboutHousehold {
  const events: string[] = []
  if (shock?.kind === 'job_loss' && shock.on <= day) events.push('job_loss')
  if (file.channel === 'death_notice') events.push('bereavement')
  if (file.kind === 'victim') events.push('disaster')
  const isAlone = !members.some(({ role }) => role === 'spouse') && members.some(({ age }) => age < 18)
  return {
    events: said(events.length === 0 ? ['none'] : events),
    ...(file.kind === 'victim' ? { event_on: said(dayText(file.received - 2)) } : {}),
    situation: said([isAlone ? 'single_parent' : 'none']),
  }
}

function closingAnswers({ dwelling, members }: Household, file: CaseFile): AboutHousehold {
  const home = { good: 'bakımlı', worn: 'yıpranmış', poor: 'kötü durumda' }[dwelling.condition]
  return {
    needs_said: said('Gıda ve kışlık giderler için destek istiyor.'),
    observation: said(`${dwelling.rooms} odalı evde ${members.length} kişi yaşıyor, konut ${home}.`),
    safety: said(['none']),
    urgent: said(file.isUrgent),
    ...(file.isUrgent ? { urgent_needs: said(['food']), urgent_note: said('Evde yiyecek kalmamış.') } : {}),
    contradicted: said(false),
    opinion: said('in_need'),
    opinion_reason: said('Anlatılanlar ile görülenler birbirini tutuyor.'),
  }
}

function memberAnswers(household: Household, member: Member, day: Day): AboutHousehold {
  return {
    lives_here: said('yes'),
    details_right: said(true),
    ...healthAnswers(household, member),
    ...(member.age >= 5 ? schoolAnswers(member) : {}),
    ...(member.age >= 15 ? workAnswers(household, member, day) : {}),
  }
}

const HEALTH = {
  disability: 'disability',
  chronic_illness: 'chronic',
  continuous_treatment: 'treatment',
  needs_care: 'care',
} as const

function healthAnswers({ health }: Household, member: Member): AboutHousehold {
  const own = health.filter(fact => fact.person === member)
  const has = (kind: keyof typeof HEALTH) => own.some(fact => fact.kind === kind)
  return {
    health: said(own.length === 0 ? ['none'] : own.map(fact => HEALTH[fact.kind])),
    ...(has('disability') ? { disability_percent: said(member.disability), disability_report: said(true) } : {}),
    ...(has('needs_care') ? { carer: said('household') } : {}),
  }
}

function schoolAnswers(member: Member): AboutHousehold {
  const isPupil = member.age <= 31
  const stays = isPupil && !member.isAttending && member.age >= 5 && member.age <= 18
  return {
    ...(isPupil ? { attends_school: said(member.isAttending) } : {}),
    school_level: said(member.school),
    ...(stays ? { not_at_school: said('other') } : {}),
  }
}

function workAnswers(household: Household, member: Member, day: Day): AboutHousehold {
  const { status, insured, seeks } = workOf(household, member, day)
  return {
    ...amounts(incomesNow(household, day, member), { sources: 'income_sources', prefix: 'income' }),
    work_status: said(status),
    ...(insured === '\\N' ? {} : { insured: said(insured === 't') }),
    ...(seeks === '\\N' ? {} : { seeks_work: said(seeks === 't') }),
  }
}
