/** sif-1: which answers become which facts and proposals. Pure. */
import type { FactRule, ProposalRule } from './form-definition.contract.ts'
import { EXPENSES, PERSONAL_INCOME, SHARED_INCOME } from './sif-1-means.rules.ts'
import { hasAny } from './sif-1-words.rules.ts'

function income(about: FactRule['about'], sources: string, prefix: string, code: string): FactRule {
  return {
    table: 'income',
    about,
    when: { has: [sources, code] },
    columns: { source: { value: code }, monthly_kurus: { answer: `${prefix}_${code}` } },
  }
}

function noIncome(about: FactRule['about'], sources: string): FactRule {
  return {
    table: 'income',
    about,
    when: { has: [sources, 'none'] },
    columns: { source: { value: 'none' }, monthly_kurus: { value: 0 } },
  }
}

function expense(kind: string, question: string, when?: FactRule['when']): FactRule {
  return {
    table: 'expense_fact',
    about: 'household',
    ...(when ? { when } : {}),
    columns: { kind: { value: kind }, monthly_kurus: { answer: question } },
  }
}

function asset(kind: string, columns: FactRule['columns']): FactRule {
  return {
    table: 'asset_fact',
    about: 'household',
    when: { has: ['assets', kind] },
    columns: { kind: { value: kind }, ...columns },
  }
}

function health(kind: string, option: string, columns: FactRule['columns'] = {}): FactRule {
  return {
    table: 'health_fact',
    about: 'each_member',
    when: { has: ['health', option] },
    columns: { kind: { value: kind }, ...columns },
  }
}

function status(kind: string, question: string, columns: FactRule['columns'] = {}): FactRule {
  const about = question === 'honour' ? 'each_member' : 'household'
  return {
    table: 'status_fact',
    about,
    when: { has: [question, kind] },
    columns: { kind: { value: kind }, ...columns },
  }
}

const DWELLING: FactRule = {
  table: 'dwelling_fact',
  about: 'household',
  columns: {
    tenure: { answer: 'tenure' },
    kind: { answer: 'dwelling_kind' },
    condition: { answer: 'dwelling_condition' },
    heating: { answer: 'heating' },
    rooms: { answer: 'rooms' },
    rent_kurus: { answer: 'rent' },
  },
}

const WORK: FactRule = {
  table: 'employment_fact',
  about: 'each_member',
  columns: {
    status: { answer: 'work_status' },
    has_social_security: { answer: 'insured' },
    occupation: { answer: 'occupation' },
    seeks_work: { answer: 'seeks_work' },
  },
}

// Beyond thirty nobody is asked whether they go to school.
const SCHOOL: FactRule[] = [
  {
    table: 'schooling_fact',
    about: 'each_member',
    columns: { level: { answer: 'school_level' }, is_attending: { answer: 'attends_school' } },
  },
  {
    table: 'schooling_fact',
    about: 'each_member',
    when: { compare: ['$age', '>', 30] },
    columns: { level: { answer: 'school_level' }, is_attending: { value: false } },
  },
]

const DAY = { valid_from: { answer: 'event_on' } } as const

export const FACTS: FactRule[] = [
  ...PERSONAL_INCOME.map(([code]) => income('each_member', 'income_sources', 'income', code)),
  noIncome('each_member', 'income_sources'),
  ...SHARED_INCOME.map(([code]) => income('household', 'shared_income', 'shared', code)),
  noIncome('household', 'shared_income'),
  expense('rent', 'rent', { is: ['tenure', 'tenant'] }),
  ...EXPENSES.map(([code]) => expense(code, `expense_${code}`)),
  DWELLING,
  asset('vehicle', { value_kurus: { answer: 'vehicle_value' }, note: { answer: 'vehicle_need' } }),
  asset('savings', { value_kurus: { answer: 'savings_value' } }),
  ...['dwelling', 'land', 'livestock', 'other'].map(kind => asset(kind, { note: { answer: 'assets_note' } })),
  health('disability', 'disability', { degree_percent: { answer: 'disability_percent' } }),
  health('chronic_illness', 'chronic', { note: { answer: 'illness_note' } }),
  health('continuous_treatment', 'treatment', { note: { answer: 'illness_note' } }),
  health('needs_care', 'care'),
  ...SCHOOL,
  WORK,
  ...['disaster', 'fire', 'accident'].map(kind => status(kind, 'events', DAY)),
  ...['job_loss', 'bereavement', 'domestic_violence', 'prisoner_in_family', 'none'].map(kind => status(kind, 'events')),
  ...['single_parent', 'migrant'].map(kind => status(kind, 'situation')),
  ...['martyr_kin', 'veteran'].map(kind => status(kind, 'honour')),
]

export const PROPOSALS: ProposalRule[] = [
  {
    kind: 'person_leave',
    about: 'each_member',
    when: { is: ['lives_here', 'left'] },
    columns: { reason: { value: 'left' }, happened_on: { answer: 'left_on' } },
  },
  {
    kind: 'person_leave',
    about: 'each_member',
    when: { is: ['lives_here', 'died'] },
    columns: { reason: { value: 'died' }, happened_on: { answer: 'left_on' } },
  },
  {
    kind: 'person',
    about: 'each_member',
    when: {
      any: ['details_given_name', 'details_family_name', 'details_born_on', 'details_role'].map(known => ({ known })),
    },
    columns: {
      given_name: { answer: 'details_given_name' },
      family_name: { answer: 'details_family_name' },
      born_on: { answer: 'details_born_on' },
      household_role: { answer: 'details_role' },
    },
  },
  { kind: 'person_add', about: 'each_newcomer', columns: {} },
  {
    kind: 'address',
    about: 'household',
    when: { known: 'address_text' },
    columns: { text: { answer: 'address_text' } },
  },
  {
    kind: 'contact',
    about: 'household',
    when: { known: 'phone' },
    columns: { kind: { value: 'phone' }, value: { answer: 'phone' } },
  },
  {
    kind: 'request_add',
    about: 'each_chosen',
    of: 'request_add',
    when: hasAny('request_add', [
      ...['cash_support', 'social_card', 'food_parcel', 'hygiene_pack', 'diapers', 'milk', 'coal', 'furniture'],
      'home_care',
    ]),
    columns: { note: { answer: 'request_note' } },
  },
  {
    kind: 'request_withdraw',
    about: 'household',
    when: { known: 'no_longer_wanted' },
    columns: { text: { answer: 'no_longer_wanted' } },
  },
]
