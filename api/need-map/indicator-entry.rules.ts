import type { Indicator } from './need-map.contract.ts'

type Words = readonly [tr: string, en: string]
type Entry = Readonly<{
  name: Words
  description: Words
  formula: string
  source: string
  unit?: Words
  decimals?: number
  breaks?: Indicator['breaks']['method']
}>
type Kind = Pick<Indicator, 'group' | 'kind' | 'direction'>

const HOUSEHOLDS: Words = ['hane', 'households']
export const PER_1000: Words = ['1.000 hanede', 'per 1 000 households']
export const PER_1000_BELOW: Words = ['eşik altındaki 1.000 haneye', 'per 1 000 households below the threshold']
export const INDEX: Words = ['0–1 arası', 'from 0 to 1']

export const NEED = { group: 'need', direction: 'higher_is_worse' } as const
export const REACH = { group: 'reach', direction: 'higher_is_better' } as const

function entry<Id extends string>(id: Id, kind: Kind, of: Entry): Indicator & { id: Id } {
  const words = ([tr, en]: Words) => ({ tr, en })
  return {
    id,
    ...kind,
    name: words(of.name),
    description: words(of.description),
    unit: words(of.unit ?? HOUSEHOLDS),
    decimals: of.decimals ?? 0,
    formula: of.formula,
    source: of.source,
    breaks: { method: of.breaks ?? (kind.kind === 'count' ? 'jenks' : 'quantile'), classes: 5 },
  }
}

/** A catalogue entry of a count of households; drawn as symbols. */
export const count = <Id extends string>(id: Id, kind: Omit<Kind, 'kind'>, of: Entry) =>
  entry(id, { ...kind, kind: 'count' }, of)
/** A catalogue entry of a rate or mean; drawn as areas. */
export const rate = <Id extends string>(id: Id, kind: Omit<Kind, 'kind'>, of: Entry) =>
  entry(id, { ...kind, kind: 'rate' }, of)
