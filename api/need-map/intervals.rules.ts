export type Interval = Readonly<{ low: number; high: number }>

const Z = 1.959963984540054 // 97.5 % point of the standard normal

/** Wilson's score interval of a proportion, 95 % (Wilson 1927): between 0 and 1 also for small numbers. */
export function wilsonInterval(part: number, whole: number): Interval {
  const p = part / whole
  const spread = (Z / (1 + Z ** 2 / whole)) * Math.sqrt((p * (1 - p)) / whole + Z ** 2 / (4 * whole ** 2))
  const centre = (p + Z ** 2 / (2 * whole)) / (1 + Z ** 2 / whole)
  return { low: Math.max(0, centre - spread), high: Math.min(1, centre + spread) }
}

/** Normal interval of a mean of n ≥ 2 numbers that are not negative, 95 %, from their sum and sum of squares. */
export function normalInterval(n: number, sum: number, squares: number): Interval {
  const mean = sum / n
  const variance = Math.max(0, squares / n - mean ** 2) * (n / (n - 1))
  const spread = Z * Math.sqrt(variance / n)
  return { low: Math.max(0, mean - spread), high: mean + spread }
}
