/**
 * Disclosure control: the one place that decides which counts of households are withheld. Pure, so that a stronger
 * method can replace it. What it promises and why that holds: README.md, "What is withheld".
 */

import { childrenOf, type Hierarchy, walkDown } from './hierarchy.rules.ts'

/** Counts of households that are published, or stand behind a published mean (scored, waiting). */
export const COUNTS = [
  'households',
  'below_threshold',
  'applied',
  'inspected',
  'scored',
  'eligible',
  'granted',
  'served',
  'unmet',
  'waiting',
] as const
export type CountName = (typeof COUNTS)[number]

/** One number per area. */
export type Counts = Readonly<Record<CountName, Float64Array>>

export const SHOWN = 0
export const WITHHELD = 1
export const NO_DATA = 2

/** SHOWN, WITHHELD or NO_DATA, one for each area. */
export type Withheld = Readonly<Record<CountName, Uint8Array>>

/** A count, or what is left of it without another: none may be told apart below the minimum. */
type Part = readonly [CountName, minus?: CountName]
type Rule = Readonly<{ count: CountName; parts: readonly Part[]; needs?: readonly CountName[] }>
/** Counts decided together; where `after` is withheld they are too. */
type Step = Readonly<{ after: CountName | null; rules: readonly Rule[] }>

const remainder = (count: CountName, of: CountName): Part => [of, count]
const simple = (count: CountName): Rule => ({ count, parts: [[count], remainder(count, 'households')] })

/**
 * From the widest set to the narrowest. Granted, served and unmet stand or fall together: unmet = eligible − served
 * ties two of them, and granted differs from served by few.
 */
const STEPS: readonly Step[] = [
  { after: null, rules: [{ count: 'households', parts: [['households']] }] },
  { after: 'households', rules: [simple('below_threshold')] },
  { after: 'households', rules: [simple('applied')] },
  { after: 'applied', rules: [{ count: 'waiting', parts: [['waiting']] }] },
  { after: 'applied', rules: [simple('inspected')] },
  { after: 'inspected', rules: [{ count: 'scored', parts: [['scored']] }] },
  {
    after: 'inspected',
    rules: [{ count: 'eligible', parts: [...simple('eligible').parts, remainder('eligible', 'inspected')] }],
  },
  {
    after: 'eligible',
    rules: [
      { count: 'granted', parts: [...simple('granted').parts, remainder('granted', 'applied')] },
      simple('served'),
      { count: 'unmet', parts: [['unmet'], remainder('unmet', 'eligible')], needs: ['eligible', 'served'] },
    ],
  },
]

/**
 * Decides what is withheld.
 * @param counts  true counts; a parent's is the sum of its children's
 * @param minimum smallest count of households that may be known (5 in DOMAIN.md §4)
 */
export function withhold(hierarchy: Hierarchy, counts: Counts, minimum: number): Withheld {
  const tree = { ...hierarchy, children: childrenOf(hierarchy.parent), counts, minimum }
  const decided = Object.fromEntries(
    COUNTS.map(name => [name, new Uint8Array(hierarchy.parent.length).fill(WITHHELD)]), // also what no province reaches
  ) as unknown as Record<CountName, Uint8Array>
  for (let root = 0; root < hierarchy.parent.length && hierarchy.parent[root] === -1; root++)
    decideProvince(tree, decided, root)
  return decided
}

type Tree = Hierarchy & Readonly<{ children: readonly Int32Array[]; counts: Counts; minimum: number }>
type Decided = Record<CountName, Uint8Array>

function decideProvince(tree: Tree, decided: Decided, root: number): void {
  for (const step of STEPS) {
    const after = liveBefore(step.after, decided, root)
    const before = after === null ? undefined : decided[after]
    const live = step.rules.filter(rule => settleProvince(tree, decided, { rule, root, before }))
    const state = new Uint8Array(tree.parent.length)
    const parts = live.flatMap(rule => rule.parts)
    if (live.length > 0) walkDown(root, tree.children, area => decideChildren(tree, state, { area, parts, before }))
    for (const rule of step.rules) {
      const own = decided[rule.count]
      const fixed = live.includes(rule) ? undefined : own[root]
      walkDown(root, tree.children, area => {
        if (area !== root) own[area] = fixed ?? state[area] ?? WITHHELD
      })
    }
  }
}

/** The nearest wider count the province shows: one withheld everywhere tells nothing and binds nobody. */
function liveBefore(after: CountName | null, decided: Decided, root: number): CountName | null {
  let wider = after
  while (wider !== null && wider !== 'households' && decided[wider][root] !== SHOWN)
    wider = STEPS.find(step => step.rules.some(rule => rule.count === wider))?.after ?? null
  return wider
}

/** Writes the province's own state; true where its areas are to be decided one by one. */
function settleProvince(
  tree: Tree,
  decided: Decided,
  { rule, root, before }: { rule: Rule; root: number; before: Uint8Array | undefined },
): boolean {
  const state = stateOfProvince(tree, decided, { rule, root, before })
  decided[rule.count][root] = state
  return state === SHOWN
}

function stateOfProvince(
  tree: Tree,
  decided: Decided,
  { rule, root, before }: { rule: Rule; root: number; before: Uint8Array | undefined },
): number {
  const needs = rule.needs ?? []
  if (needs.some(name => decided[name][root] === NO_DATA)) return NO_DATA
  if (needs.some(name => decided[name][root] === WITHHELD)) return WITHHELD
  if (needs.length === 0 && tree.counts[rule.count][root] === 0) return NO_DATA // this register is not kept here
  if (before && before[root] !== SHOWN) return WITHHELD
  return rule.parts.some(part => partOf(tree.counts, part, root) < tree.minimum) ? WITHHELD : SHOWN
}

/** Decides the children of one area: the small ones, and one more where the small ones could be told from the sum. */
function decideChildren(
  tree: Tree,
  state: Uint8Array,
  { area, parts, before }: { area: number; parts: readonly Part[]; before: Uint8Array | undefined },
): void {
  const children = tree.children[area] ?? []
  if (state[area] !== SHOWN) {
    for (const child of children) state[child] = state[area] ?? WITHHELD
    return
  }
  for (const child of children) state[child] = stateAlone(tree, { child, parts, before })
  if (!isSafeGroup(tree, state, children, parts)) {
    const more = smallestShown(tree, state, children)
    if (more !== -1) state[more] = WITHHELD
  }
}

function stateAlone(
  { counts, mayBeEmpty, minimum }: Tree,
  { child, parts, before }: { child: number; parts: readonly Part[]; before: Uint8Array | undefined },
): number {
  if (mayBeEmpty[child] === 1 && counts.households[child] === 0) return NO_DATA
  if (before && before[child] !== SHOWN) return WITHHELD
  for (const part of parts) if (partOf(counts, part, child) < minimum) return WITHHELD
  return SHOWN
}

/** What is withheld among siblings is known as a sum: it must be of two or more, and itself not small in any part. */
function isSafeGroup(tree: Tree, state: Uint8Array, children: Iterable<number>, parts: readonly Part[]): boolean {
  let group = 0
  for (const child of children) if (state[child] === WITHHELD) group++
  if (group === 0) return true
  if (group === 1) return false
  return parts.every(part => {
    let sum = 0
    for (const child of children) if (state[child] === WITHHELD) sum += partOf(tree.counts, part, child)
    return sum >= tree.minimum
  })
}

/** The least loss, and by number of households the same area month after month. */
function smallestShown({ counts }: Tree, state: Uint8Array, children: Iterable<number>): number {
  let smallest = -1
  for (const child of children) {
    if (state[child] !== SHOWN) continue
    if (smallest === -1 || (counts.households[child] ?? 0) < (counts.households[smallest] ?? 0)) smallest = child
  }
  return smallest
}

function partOf(counts: Counts, [count, minus]: Part, area: number): number {
  const value = counts[count][area] ?? 0
  return minus === undefined ? value : value - (counts[minus][area] ?? 0)
}
