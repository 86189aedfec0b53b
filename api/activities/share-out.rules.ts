/** Which load is fair, and what a file more or less than fair costs. Pure. */

export type Share = Readonly<{
  /** Files of the week that may still be given, and should be at least. */
  max: number
  min: number
  /** Files that would fill everybody evenly, those already open counted, and the band around it held to. */
  fair: number
  low: number
  high: number
}>

/** A file outside the fair band outweighs any distance in a province; one below the minimum outweighs the band. */
const BAND = 1e10
const MINIMUM = 1e13
const TOLERANCE = 0.1

type Worker = Readonly<{ max: number; min: number; openLoad: number }>

/**
 * Fills everybody to the same share of their week, as water would: `units` files over inspectors of different room.
 * @param units files to be given, each counted once per inspector it needs
 */
export function shareOut(workers: readonly Worker[], units: number): Share[] {
  const room = workers.reduce((sum, one) => sum + one.max, 0)
  const wanted = Math.min(units, room)
  const given = (level: number) =>
    workers.map(({ max, openLoad }) => Math.min(max, Math.max(0, level * (max + openLoad) - openLoad)))
  let [low, high] = [0, 1]
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (given(middle).reduce((sum, one) => sum + one, 0) < wanted) low = middle
    else high = middle
  }
  return given(high).map((fair, i) => ({
    max: workers[i]?.max ?? 0,
    min: workers[i]?.min ?? 0,
    fair,
    low: Math.floor(fair * (1 - TOLERANCE)),
    high: Math.ceil(fair * (1 + TOLERANCE)),
  }))
}

/** What one file more costs somebody who has been given `load`: never falls with the load. */
export function marginalCost({ min, low, high }: Share, load: number): number {
  const missing = load < min ? -MINIMUM : 0
  if (load < low) return missing - BAND
  return missing + (load < high ? 0 : BAND * (1 + load - high))
}
