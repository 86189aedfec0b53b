/**
 * Which counts of a simulation may be told. No count of households under the minimum is shown or can be worked out:
 * rows of a table sum to the line of all, and in each row after = before − lost + gained.
 */

export type SimulationCount = 'households' | 'before' | 'after' | 'lost' | 'gained'
export type Flips = Readonly<Record<SimulationCount, number>>
/** null: withheld. */
export type SafeFlips = Readonly<Record<SimulationCount, number | null>>

/**
 * The line of all households, with small counts withheld. A count is also withheld where what it leaves of its whole is
 * small: all but two of twenty tells of two. That nobody loses, or nobody gains, is told: it speaks of no household.
 */
export function safeWhole(flips: Flips, minimum: number): SafeFlips {
  const isEnough = flips.before >= minimum && flips.households - flips.before >= minimum
  const isTold = CELLS.every(cell => cell(flips) === 0 || cell(flips) >= minimum)
  return keep(flips, bind({ households: flips.households >= minimum, before: isEnough, flips: isTold }))
}

/** Stays eligible, loses, gains, stays out: what a row is made of. */
const CELLS: readonly ((row: Flips) => number)[] = [
  row => row.before - row.lost,
  row => row.lost,
  row => row.gained,
  row => row.households - row.before - row.gained,
]

type Level = 'households' | 'before' | 'flips'
type Tells = Record<Level, boolean>

// after = before − lost + gained: three tell the fourth, so lost, gained and after stand or fall together.
function bind({ households, before, flips }: Tells): Tells {
  return { households, before: households && before, flips: households && before && flips }
}

/** Rows of one table under their whole: what the whole withholds no row shows, and no withheld row is told by the others. */
export function safeRows(rows: readonly Flips[], whole: SafeFlips, minimum: number): SafeFlips[] {
  const tells = rows.map((row): Tells => {
    const safe = safeWhole(row, minimum)
    return bind({
      households: safe.households !== null && whole.households !== null,
      before: safe.before !== null && whole.before !== null,
      flips: safe.after !== null && whole.after !== null,
    })
  })
  for (const level of ['households', 'before', 'flips'] as const) protect(rows, tells, { level, minimum })
  return rows.map((row, i) => keep(row, tells[i] ?? NONE))
}

const NONE: Tells = { households: false, before: false, flips: false }

// The withheld rows are known as a sum: two or more, and in no part small. Else the smallest row shown joins them.
function protect(rows: readonly Flips[], tells: Tells[], { level, minimum }: { level: Level; minimum: number }): void {
  while (
    !isSafeGroup(
      rows.filter((_, i) => !tells[i]?.[level]),
      level,
      minimum,
    )
  ) {
    const more = smallestShown(rows, tells, level)
    if (more === -1) return
    tells[more] = bind({ ...(tells[more] ?? NONE), [level]: false })
  }
}

const PARTS: Readonly<Record<Level, readonly ((row: Flips) => number)[]>> = {
  households: [row => row.households],
  before: [row => row.before, row => row.households - row.before],
  flips: CELLS,
}

function isSafeGroup(group: readonly Flips[], level: Level, minimum: number): boolean {
  if (group.length === 0) return true
  if (group.length === 1) return false
  return PARTS[level].every(part => {
    const sum = group.reduce((total, row) => total + part(row), 0)
    return sum >= minimum || (sum === 0 && level === 'flips')
  })
}

function smallestShown(rows: readonly Flips[], tells: readonly Tells[], level: Level): number {
  let smallest = -1
  rows.forEach((row, i) => {
    if (tells[i]?.[level] && (smallest === -1 || row.households < (rows[smallest]?.households ?? 0))) smallest = i
  })
  return smallest
}

function keep(flips: Flips, tells: Tells): SafeFlips {
  const { households, before, after, lost, gained } = flips
  const told = tells.flips ? { after, lost, gained } : { after: null, lost: null, gained: null }
  return { households: tells.households ? households : null, before: tells.before ? before : null, ...told }
}

/** A group split in two by a second mark: both parts of both groups must be large for any of the four to be told. */
export function safeSplit(
  of: { yes: { yes: number; no: number }; no: { yes: number; no: number } },
  minimum: number,
): typeof of | null {
  return [of.yes.yes, of.yes.no, of.no.yes, of.no.no].every(count => count >= minimum) ? of : null
}
