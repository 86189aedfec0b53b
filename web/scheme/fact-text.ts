import type { FactShown } from '../../api/scores/household-facts.rules.ts'
import { VARIABLES } from '../../api/scores/variables.rules.ts'
import type { Format } from '../i18n/format.ts'
import type { WorkingKey, WorkingWords } from './working-words.ts'

type Saying = Readonly<{ w: WorkingWords; format: Format; language: 'tr' | 'en' }>

/** 1.234,50 TL, without kuruş where there are none. */
export function money(kurus: number, format: Format): string {
  return `${format.number(kurus / 100, Math.round(kurus) % 100 === 0 ? 0 : 2)} TL`
}

/** One decimal where there is one: 7, 1,5. */
export function pointText(points: number, format: Format): string {
  return format.number(points, Number.isInteger(points) ? 0 : 1).replace('-', '−')
}

/** A fact in words, without who says so. */
export function factText(fact: FactShown, saying: Saying): string {
  const { w, format } = saying
  const { value, name } = fact
  if (fact.kind === 'parameter') return w('fact.wage', { amount: money(Number(value), format) })
  if (fact.kind === 'income') return incomeText(name, Number(value), saying)
  if (fact.kind === 'person')
    return name === 'members' ? w('fact.members', { n: Number(value) }) : w('fact.member', { age: Number(value) })
  if (fact.kind === 'schooling') return w(value === 'attending' ? 'fact.attending' : 'fact.not_attending')
  if (fact.kind === 'health') {
    const label = w(`health.${name}` as WorkingKey)
    return value === null ? label : w('fact.degree', { name: label, degree: Number(value) })
  }
  if (fact.kind === 'employment') return w(`work.${value}` as WorkingKey)
  if (fact.kind === 'dwelling')
    return name === 'rooms'
      ? w('fact.rooms', { n: Number(value) })
      : valueLabel(`dwelling.${name}`, String(value), saying)
  const label = valueLabel(fact.kind === 'asset' ? 'asset.kind' : 'status.kind', name, saying)
  return fact.kind === 'asset' && value !== null
    ? w('fact.month', { name: label, amount: money(Number(value), format) })
    : label
}

function incomeText(name: string, kurus: number, { w, format }: Saying): string {
  const label = w(`income.${name}` as WorkingKey)
  return name === 'none' ? label : w('fact.month', { name: label, amount: money(kurus, format) })
}

/** A choice of a variable as people say it: kiracı. First letter large, for it stands alone. */
export function valueLabel(variable: string, value: string, { language }: Pick<Saying, 'language'>): string {
  const values = Object.hasOwn(VARIABLES, variable) ? VARIABLES[variable as keyof typeof VARIABLES] : undefined
  const text = (values?.kind === 'choice' ? values.values[value]?.[language] : undefined) ?? value
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}
