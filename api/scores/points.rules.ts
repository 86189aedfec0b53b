import type { Band, ChoiceBand, NumberBand, Question } from './score-scheme.contract.ts'

/** Points are reckoned in whole tenths, so that sums come out the same on every machine and in every order. */
export function tenthsOf(points: number): number {
  return Math.round(points * 10)
}

export function isNumberBand(band: Band): band is NumberBand {
  return 'from' in band
}

export function isChoiceBand(band: Band): band is ChoiceBand {
  return 'is' in band
}

/** Joins points of several people, assets or statuses; a negative cap bounds from below. */
export function joinPoints<K extends string>(
  of: readonly Readonly<Record<K, number>>[],
  end: K,
  { how, cap }: { how: 'sum' | 'max'; cap: number },
): number {
  let joined = 0
  for (const item of of) {
    const points = tenthsOf(item[end])
    if (how === 'sum') joined += points
    else if (Math.abs(points) > Math.abs(joined)) joined = points
  }
  const limit = tenthsOf(cap)
  return (limit < 0 ? Math.max(limit, joined) : Math.min(limit, joined)) / 10
}

/** The most a question can give, in tenths. */
export function bestOf(question: Question): number {
  const best = Math.max(...question.bands.map(band => tenthsOf(band.points)))
  return question.aggregate ? Math.min(reachOf(question.aggregate, best), tenthsOf(question.aggregate.cap)) : best
}

/** The most a question can take, in tenths (0 or less). */
export function worstOf(question: Question): number {
  const worst = Math.min(...question.bands.map(band => tenthsOf(band.points)))
  return question.aggregate ? Math.max(reachOf(question.aggregate, worst), tenthsOf(question.aggregate.cap)) : worst
}

// Nobody knows how many people a household will have: a sum reaches its cap.
function reachOf({ how, cap }: { how: 'sum' | 'max'; cap: number }, one: number): number {
  return how === 'sum' && one !== 0 ? tenthsOf(cap) : one
}
