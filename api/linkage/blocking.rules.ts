/** Which pairs are compared at all: those that agree exactly on something (a block). Pure. */
import type { Comparison } from './compare-pairs.rules.ts'
import { readColumn } from './ready-values.rules.ts'

/** Number of a record's value under a rule, −1 where a field of the rule is missing; equal numbers share a block. */
export type Block = Readonly<{ rule: readonly string[]; of: Int32Array; pairs: number }>

/** Up to so many records every pair is compared, and no blocking can lose one. */
export const COMPARE_ALL_UP_TO = 1000

/** More pairs than this do not fit; a rule that makes them is refused by name. */
export const MOST_PAIRS = 12_000_000

/** Own rules may make so many pairs each. */
const budgetFor = (records: number) => Math.max(200_000, 60 * records)

/** Blocks of the rules asked for. @throws RangeError when a rule makes more than MOST_PAIRS pairs */
export function blocksFrom(
  records: readonly Readonly<Record<string, unknown>>[],
  rules: readonly (string | readonly string[])[],
  comparisons: readonly Comparison[],
): Block[] {
  const columns = new Map(comparisons.map(({ field, column }) => [field, column.of]))
  return rules.map(given => {
    const rule = typeof given === 'string' ? [given] : given
    const parts = rule.map(field => {
      const known =
        columns.get(field) ??
        readColumn(
          records.map(record => record[field]),
          'exact',
        ).of
      columns.set(field, known)
      return known
    })
    return blockOf(rule, parts, records.length)
  })
}

/**
 * Own blocking when none is asked for. Up to COMPARE_ALL_UP_TO records: every pair (the empty rule). Beyond: every field
 * alone, and every two fields by their beginnings (`field~`: three letters of a name, the year of a date, six digits of a
 * number). A rule whose blocks are too large is joined with each other field in turn, and left out when that is too large
 * as well; the answer lists the rules used.
 */
export function ownBlocks(comparisons: readonly Comparison[], records: number): Block[] {
  if (records <= COMPARE_ALL_UP_TO) return [blockOf([], [], records)]
  const whole = comparisons.map(({ field, column }) => ({ rule: [field], parts: [column.of] }))
  const coarse = comparisons.flatMap(comparison => beginnings(comparison) ?? [])
  const twos = coarse.flatMap((one, at) =>
    coarse.slice(at + 1).map(other => ({ rule: [...one.rule, ...other.rule], parts: [...one.parts, ...other.parts] })),
  )
  const blocks: Block[] = []
  for (const { rule, parts } of [...whole, ...twos]) {
    const block = blockOf(rule, parts, records)
    if (block.pairs <= budgetFor(records)) {
      blocks.push(block)
      continue
    }
    for (const other of [...whole, ...coarse]) {
      if (rule.some(field => field.replace('~', '') === other.rule[0]?.replace('~', ''))) continue
      const narrower = blockOf([...rule, ...other.rule], [...parts, ...other.parts], records)
      if (narrower.pairs <= budgetFor(records)) blocks.push(narrower)
    }
  }
  return withoutRepeats(blocks)
}

type Keyed = { rule: string[]; parts: Int32Array[] }

function beginnings({ field, kind, column }: Comparison): Keyed | null {
  const length = { name: 3, date: 4, 'national-id': 6, exact: 0, place: 0, 'any-of': 0 }[kind]
  if (length === 0) return null
  const numbers = new Map<string, number>()
  const of = column.of.map(index =>
    index < 0 ? -1 : numberOf(column.values[index]?.text.slice(0, length) ?? '', numbers),
  )
  return { rule: [`${field}~`], parts: [of] }
}

function withoutRepeats(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>()
  return blocks.filter(({ rule }) => {
    const name = [...rule].sort().join(' ')
    return seen.size < seen.add(name).size
  })
}

function blockOf(rule: readonly string[], parts: readonly Int32Array[], records: number): Block {
  const of = new Int32Array(records)
  for (const part of parts) {
    const numbers = new Map<number, number>()
    for (let i = 0; i < records; i++) {
      const [so = -1, value = -1] = [of[i], part[i]]
      of[i] = so < 0 || value < 0 ? -1 : numberOf(so * MOST_VALUES + value, numbers)
    }
  }
  const sizes = new Map<number, number>()
  for (const number of of) if (number >= 0) sizes.set(number, (sizes.get(number) ?? 0) + 1)
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return { rule, of, pairs }
}

const MOST_VALUES = 2 ** 24

function numberOf<K>(value: K, numbers: Map<K, number>): number {
  const known = numbers.get(value)
  if (known !== undefined) return known
  numbers.set(value, numbers.size)
  return numbers.size - 1
}

/** Visits every pair that shares a block, once, the lower index first. */
export function visitPairs(blocks: readonly Block[], visit: (a: number, b: number) => void): void {
  blocks.forEach(({ of }, at) => {
    const earlier = blocks.slice(0, at).map(block => block.of)
    for (const members of groupsIn(of)) {
      members.forEach((a, i) => {
        for (const b of members.slice(i + 1))
          if (!earlier.some(before => (before[a] ?? -1) >= 0 && before[a] === before[b])) visit(a, b)
      })
    }
  })
}

function groupsIn(of: Int32Array): number[][] {
  const groups = new Map<number, number[]>()
  of.forEach((number, record) => {
    if (number < 0) return
    const group = groups.get(number)
    if (group) group.push(record)
    else groups.set(number, [record])
  })
  return [...groups.values()].filter(group => group.length > 1)
}
