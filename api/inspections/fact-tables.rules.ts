/**
 * The fact tables a form may write, as sql/migrations/20261121-03-people.sql and 20261122-11-facts.sql make them: which
 * columns, which must be there, what they hold. Pure; a test compares it with the database by writing one of each.
 */

/** What a column of a fact holds. `kurus`: a whole amount, never negative. */
export type FactColumn =
  | { is: 'one_of'; codes: readonly string[]; isOptional?: true }
  | { is: 'kurus' | 'flag' | 'day' | 'text'; isOptional?: true }
  | { is: 'whole'; min: number; max: number; isOptional?: true }

/** person: every row is about a person · household: never · either: may be. */
export type FactTable = Readonly<{
  about: 'person' | 'household' | 'either'
  /** Column that tells facts of one subject apart (a wage beside a pension); without it there is one at a time. */
  apart?: string
  columns: Readonly<Record<string, FactColumn>>
}>

const NOTE = { note: { is: 'text', isOptional: true } } as const
/** First day it holds; the day of the visit unless an answer says otherwise. */
const SINCE = { valid_from: { is: 'day', isOptional: true } } as const
const amount = { is: 'kurus' } as const

export const FACT_TABLES = {
  income: {
    about: 'either',
    apart: 'source',
    columns: {
      source: {
        is: 'one_of',
        codes: [
          ...[
            'wage',
            'casual_work',
            'self_employment',
            'pension',
            'unemployment_pay',
            'social_aid',
            'disability_pension',
          ],
          ...['rent', 'farming', 'support_from_relatives', 'none', 'other'],
        ],
      },
      monthly_kurus: amount,
      ...NOTE,
    },
  },
  expense_fact: {
    about: 'household',
    apart: 'kind',
    columns: {
      kind: {
        is: 'one_of',
        codes: ['rent', 'utilities', 'food', 'medicine', 'education', 'debt', 'care', 'other'],
      },
      monthly_kurus: amount,
      ...NOTE,
    },
  },
  dwelling_fact: {
    about: 'household',
    columns: {
      tenure: { is: 'one_of', codes: ['owner', 'tenant', 'rent_free', 'lodging', 'informal'] },
      kind: { is: 'one_of', codes: ['flat', 'house', 'gecekondu', 'basement', 'container', 'other'] },
      condition: { is: 'one_of', codes: ['good', 'worn', 'poor'] },
      heating: { is: 'one_of', codes: ['gas', 'stove', 'electric', 'air_conditioner', 'none'] },
      rooms: { is: 'whole', min: 1, max: 20 },
      rent_kurus: { ...amount, isOptional: true },
      ...NOTE,
    },
  },
  health_fact: {
    about: 'person',
    apart: 'kind',
    columns: {
      kind: { is: 'one_of', codes: ['disability', 'chronic_illness', 'continuous_treatment', 'needs_care'] },
      degree_percent: { is: 'whole', min: 0, max: 100, isOptional: true },
      ...NOTE,
    },
  },
  schooling_fact: {
    about: 'person',
    columns: {
      level: { is: 'one_of', codes: ['none', 'primary', 'middle', 'high', 'university'] },
      is_attending: { is: 'flag' },
      ...NOTE,
    },
  },
  employment_fact: {
    about: 'person',
    columns: {
      status: {
        is: 'one_of',
        codes: [...['employed', 'casual', 'self_employed', 'unemployed', 'retired', 'student', 'homemaker', 'unable']],
      },
      has_social_security: { is: 'flag', isOptional: true },
      occupation: { is: 'text', isOptional: true },
      seeks_work: { is: 'flag', isOptional: true },
      ...NOTE,
    },
  },
  asset_fact: {
    about: 'household',
    apart: 'kind',
    columns: {
      kind: { is: 'one_of', codes: ['vehicle', 'dwelling', 'land', 'savings', 'livestock', 'other'] },
      value_kurus: { ...amount, isOptional: true },
      ...NOTE,
    },
  },
  status_fact: {
    about: 'either',
    apart: 'kind',
    columns: {
      kind: {
        is: 'one_of',
        codes: [
          ...['disaster', 'fire', 'accident', 'job_loss', 'bereavement', 'martyr_kin', 'veteran', 'single_parent'],
          ...['domestic_violence', 'prisoner_in_family', 'migrant', 'none'],
        ],
      },
      ...SINCE,
      ...NOTE,
    },
  },
} as const satisfies Record<string, FactTable>

export type FactTableName = keyof typeof FACT_TABLES

/** The table of a name; undefined for none. */
export function factTable(name: string): FactTable | undefined {
  return Object.hasOwn(FACT_TABLES, name) ? FACT_TABLES[name as FactTableName] : undefined
}

/** Characters a text column keeps. */
export const FACT_TEXT_LIMIT = { note: 1000, occupation: 200 } as const

/** Whether a value may stand in a column of a fact. */
export function fits(column: FactColumn, value: unknown): value is string | number | boolean {
  if (column.is === 'one_of') return typeof value === 'string' && column.codes.includes(value)
  if (column.is === 'flag') return typeof value === 'boolean'
  if (column.is === 'text') return typeof value === 'string'
  if (column.is === 'day') return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  const isAmount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
  return isAmount && (column.is !== 'whole' || (value >= column.min && value <= column.max))
}
