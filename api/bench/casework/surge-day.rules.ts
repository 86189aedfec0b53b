/** When the applications of a stormy day arrive. Pure. */

export const DAY_SECONDS = 86_400
/** Bursts of half an hour in which applications come at five times the mean of the day. */
const BURSTS = [8.5, 10, 11.5, 14, 16, 20].map(hour => hour * 3600)
const BURST_SECONDS = 1800
export const BURST_FACTOR = 5

/**
 * Seconds of the day at which applications arrive, ascending: at random, independently (a Poisson process of the day's
 * rate), so that bursts are bursts and not a metronome.
 * @param unit gives chance, 0 ≤ u < 1
 */
export function arrivals(count: number, unit: () => number): number[] {
  const inBursts = (BURST_FACTOR * BURSTS.length * BURST_SECONDS) / DAY_SECONDS
  return Array.from({ length: count }, () => {
    if (unit() < inBursts) return (BURSTS[Math.floor(unit() * BURSTS.length)] ?? 0) + unit() * BURST_SECONDS
    return outsideBursts(unit() * (DAY_SECONDS - BURSTS.length * BURST_SECONDS))
  }).sort((a, b) => a - b)
}

/** The time of day so many seconds into what is left of it without the bursts. */
function outsideBursts(rest: number): number {
  let at = rest
  for (const burst of BURSTS) if (at >= burst) at += BURST_SECONDS
  return at
}

/** Most arrivals within any so many seconds. */
export function busiest(times: readonly number[], seconds: number): number {
  let most = 0
  let first = 0
  times.forEach((time, i) => {
    while ((times[first] ?? 0) < time - seconds) first++
    most = Math.max(most, i - first + 1)
  })
  return most
}

/** A stream of chance from a whole number (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
