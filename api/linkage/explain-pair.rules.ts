/** Says in words why two records are taken for one: the waterfall of weights. Pure. */
import type { Comparison } from './compare-pairs.rules.ts'
import { bitsOf, type Parameters, priorBits } from './em.rules.ts'
import { rarity } from './learn.rules.ts'
import type { Reason } from './link.contract.ts'

/** Bits above which a shared value is called rare, and below whose negative it is called frequent. */
const REMARKABLE = 1

/**
 * The prior, each comparison with its level and bits in the order they were asked for, and what is taken off because the
 * two may be kin. The bits add up to the weight.
 * @param pair levels and weight of the pair, and one of its records (for the value they share)
 */
export function explainPair(
  comparisons: readonly Comparison[],
  parameters: Parameters,
  pair: { levels: readonly number[]; record: number; weight: number },
): Reason[] {
  const prior: Reason = {
    field: null,
    level: 'prior',
    weight: priorBits(parameters),
    tr: 'rastgele iki kaydın aynı kişi olma olasılığı',
    en: 'how often two records taken at random are the same person',
  }
  const reasons = [prior, ...comparisons.map((comparison, index) => reasonOf({ comparison, parameters, index }, pair))]
  const rest = pair.weight - reasons.reduce((sum, { weight }) => sum + weight, 0)
  return parameters.kin ? [...reasons, { field: null, level: 'kin', weight: rest, ...KIN }] : reasons
}

type Step = { comparison: Comparison; parameters: Parameters; index: number }

function reasonOf(
  { comparison, parameters, index }: Step,
  pair: { levels: readonly number[]; record: number },
): Reason {
  const { field, levels } = comparison
  const at = pair.levels[index] ?? -1
  const level = levels[at]
  if (!level) return { field, level: 'missing', weight: 0, ...UNTOLD }
  const extra = at === 0 ? rarityOf(comparison, pair.record, parameters.u[index]?.[0] ?? 1) : 0
  const how = extra > REMARKABLE ? RARE : extra < -REMARKABLE ? FREQUENT : { tr: '', en: '' }
  return {
    field,
    level: level.code,
    weight: bitsOf(parameters, index, at) + extra,
    tr: `${field}: ${level.tr}${how.tr}`,
    en: `${field}: ${level.en}${how.en}`,
  }
}

const KIN = {
  tr: 'aynı hanede yaşayan iki ayrı kişi olabilir',
  en: 'they may be two people of one household',
}
const UNTOLD = { tr: 'bilgi yok, bir şey söylemez', en: 'not known, says nothing' }
const RARE = { tr: ', az rastlanan bir değer', en: ', a rare value' }
const FREQUENT = { tr: ', sık rastlanan bir değer', en: ', a frequent value' }

function rarityOf({ column, kind }: Comparison, record: number, usual: number): number {
  if (kind === 'national-id') return 0
  const seen = column.counts.reduce((sum, count) => sum + (count ?? 0), 0)
  return rarity(column.counts[column.of[record] ?? -1] ?? 0, seen, usual)
}
