/** Compares pairs of records field by field and counts the patterns of agreement. Pure. */
import {
  KINDS,
  type Kind,
  type Level,
  levelsFrom,
  PARTLY_SAME_NAME,
  type Ready,
  SWAPPED_NAMES,
} from './levels.rules.ts'
import { type Column, newNumbering, readColumn } from './ready-values.rules.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is compared; `levels` as on the wire (Compared). */
export type Compared = Readonly<{ field: string; kind: Kind; levels?: readonly number[] | number | undefined }>

/** One field of all records, ready to compare any two of them. */
export type Comparison = Readonly<{
  field: string
  kind: Kind
  levels: readonly Level[]
  column: Column
  /** Level of two records, −1 where either has no value. */
  levelOf: (a: number, b: number) => number
  /** Level of two numbered values; of names also where they stand in different fields. */
  levelOfValues: (x: number, y: number) => number
  /** Whether it takes part in the telling of swapped names. */
  maySwap: boolean
}>

/** Compared pairs, in order, with their patterns. */
export type PairTable = Readonly<{
  a: number[]
  b: number[]
  /** Index into `patterns`. */
  pattern: number[]
  patterns: number[][]
}>

/** Reads the compared fields of the records. */
export function comparisonsOf(records: readonly Fields[], specs: readonly Compared[]): Comparison[] {
  const names = newNumbering()
  const plainNames = specs.filter(isPlainName).length
  const columns = specs.map(spec =>
    readColumn(
      records.map(record => record[spec.field]),
      spec.kind,
      isPlainName(spec) ? names : newNumbering(),
    ),
  )
  return specs.map((spec, i) => {
    const column = columns[i] as Column
    const { levels, level } = levelsOf(spec, plainNames > 1)
    const levelOfValues = remembered(column.values, level)
    const levelOf = (a: number, b: number) => levelOfValues(column.of[a] ?? -1, column.of[b] ?? -1)
    const { field, kind } = spec
    return { field, kind, levels, column, levelOf, levelOfValues, maySwap: isPlainName(spec) && plainNames > 1 }
  })
}

function isPlainName({ kind, levels }: Compared): boolean {
  return kind === 'name' && !levels
}

type Levels = ReturnType<typeof levelsFrom>

/** Levels of a comparison. Names can only be swapped where there are two of them. */
function levelsOf(spec: Compared, maySwap: boolean): Levels {
  if (typeof spec.levels === 'object') return levelsFrom(spec.levels)
  const { levels, level } = KINDS[spec.kind]
  const all =
    spec.kind === 'name' && !(maySwap && isPlainName(spec))
      ? {
          levels: levels.filter((_, index) => index !== SWAPPED_NAMES),
          level: (a: Ready, b: Ready) => Math.max(1, level(a, b) - 1),
        }
      : { levels: [...levels], level }
  return spec.levels === undefined ? all : strongest(all, spec.levels)
}

/** The strongest levels, the others taken together as different. */
function strongest({ levels, level }: Levels, count: number): Levels {
  const kept = Math.min(count, levels.length) - 1
  const rest = levels.slice(kept)
  const last = levels.at(-1)
  const share = (of: 'm' | 'u') => rest.reduce((sum, one) => sum + one[of], 0)
  return {
    levels: [...levels.slice(0, kept), ...(last ? [{ ...last, m: share('m'), u: share('u') }] : [])],
    level: (a, b) => Math.min(level(a, b), kept),
  }
}

/** Different values are compared once: a city has fewer names than people. */
function remembered(values: readonly Ready[], level: (a: Ready, b: Ready) => number): Comparison['levelOfValues'] {
  const known = memory(values.length)
  return (x, y) => {
    if (x < 0 || y < 0) return -1
    if (x === y) return 0
    const key = x < y ? x * values.length + y : y * values.length + x
    const before = known.get(key)
    if (before >= 0) return before
    const [valueX, valueY] = [values[x], values[y]]
    const found = valueX && valueY ? level(valueX, valueY) : -1
    known.set(key, found)
    return found
  }
}

type Memory = { get: (key: number) => number; set: (key: number, level: number) => void }

/** A square table of levels while the values are few; beyond, nothing: two of many values seldom meet again. */
function memory(values: number): Memory {
  if (values > MOST_IN_TABLE) return { get: () => -1, set: () => undefined }
  const table = new Int8Array(values * values).fill(-1)
  return {
    get: key => table[key] ?? -1,
    set: (key, level) => {
      table[key] = level
    },
  }
}

const MOST_IN_TABLE = 4000

/** Keeps pairs with their patterns. Tables made by one `tabler` share the numbering of patterns. */
export function tabler(comparisons: readonly Comparison[]) {
  const patterns: number[][] = []
  const known = new Map<number, number>()
  const swaps = swappable(comparisons)
  const levels = new Array<number>(comparisons.length).fill(-1)
  const patternOf = (a: number, b: number): number => {
    comparisons.forEach(({ levelOf }, i) => {
      levels[i] = levelOf(a, b)
    })
    for (const [first, second] of swaps) tellSwap({ comparisons, levels, first, second }, a, b)
    let code = 0
    for (let i = 0; i < levels.length; i++) code = code * 10 + (levels[i] ?? -1) + 1
    const index = known.get(code) ?? patterns.push([...levels]) - 1
    known.set(code, index)
    return index
  }
  const fill = (pairs: (visit: (a: number, b: number) => void) => void): PairTable => {
    const table: PairTable = { a: [], b: [], pattern: [], patterns }
    pairs((a, b) => {
      table.a.push(a)
      table.b.push(b)
      table.pattern.push(patternOf(a, b))
    })
    return table
  }
  return { fill, patternOf, patterns }
}

function swappable(comparisons: readonly Comparison[]): [number, number][] {
  const names = comparisons.flatMap(({ maySwap }, index) => (maySwap ? [index] : []))
  return names.flatMap((first, at) => names.slice(at + 1).map((second): [number, number] => [first, second]))
}

type Swap = { comparisons: readonly Comparison[]; levels: number[]; first: number; second: number }

/**
 * Given and family name in each other's place, one of them exactly and the other at least in part: told once, by the first
 * field; the second then says nothing.
 */
function tellSwap({ comparisons, levels, first, second }: Swap, a: number, b: number): void {
  if ((levels[first] ?? -1) <= SWAPPED_NAMES || (levels[second] ?? -1) <= SWAPPED_NAMES) return
  const [one, other] = [comparisons[first], comparisons[second]]
  if (!one || !other) return
  const [x, y] = [one.column.of, other.column.of]
  if (x[a] !== y[b] && y[a] !== x[b]) return
  const across = Math.max(one.levelOfValues(x[a] ?? -1, y[b] ?? -1), one.levelOfValues(y[a] ?? -1, x[b] ?? -1))
  if (across > PARTLY_SAME_NAME) return
  levels[first] = SWAPPED_NAMES
  levels[second] = -1
}
