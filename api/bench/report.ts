/** One measured figure: what `npm run bench` prints, one JSON object a line, with the name of the bench in front. */
export type Line = Readonly<
  { case: string; value: number | boolean | string | null; unit: string } & Record<string, unknown>
>

/** One run of one contestant: milliseconds of each answer, and seconds of the whole. */
export type Pass = Readonly<{ latencies: readonly number[]; seconds: number }>

/** Several passes of one contestant: latencies in milliseconds, requests per second. */
export type Summary = Readonly<{ n: number; p50: number; p95: number; max: number; rate: number }>

/** Quantiles over all answers of all passes; the rate is the median of the passes' rates, so that one disturbed pass does not count. */
export function summarise(passes: readonly Pass[]): Summary {
  const sorted = Float64Array.from(passes.flatMap(pass => pass.latencies)).sort()
  return {
    n: sorted.length,
    p50: rounded(quantile(sorted, 0.5)),
    p95: rounded(quantile(sorted, 0.95)),
    max: rounded(sorted.at(-1) ?? Number.NaN),
    rate: rounded(median(passes.map(pass => pass.latencies.length / pass.seconds)), 1),
  }
}

/** Nearest-rank quantile of ascending values; NaN of none. */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}

/** Median of numbers in any order. */
export function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5)
}

/** Rounds to so many decimals (default 3: microseconds of a latency in ms). */
export function rounded(value: number, decimals = 3): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals
}
