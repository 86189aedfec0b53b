/** The areas of the database as one tree, and the street sums of a month rolled up it. Pure. */
import { COUNTS, type Counts } from './disclosure.rules.ts'
import { SUMS, type Sums } from './figures.rules.ts'
import { type Hierarchy, sumUp } from './hierarchy.rules.ts'
import type { Level } from './need-map.contract.ts'
import type { AreaList, StreetSums } from './publish.queries.ts'

export const LEVELS: readonly Level[] = ['province', 'district', 'neighbourhood', 'street']

export type CityTree = Hierarchy &
  Readonly<{
    ids: Float64Array
    /** First place of each level; the last entry is where streets end and households without a street begin. */
    starts: readonly number[]
    isCurrent: Uint8Array
  }>

/**
 * Lays areas out level by level. After the streets comes one place a neighbourhood, in their order, for households whose
 * street is not known: never published, but told by subtraction, so disclosure control must see it.
 */
export function plantTree(lists: readonly AreaList[]): CityTree {
  const starts = [0]
  for (const list of lists) starts.push((starts.at(-1) ?? 0) + list.ids.length)
  const neighbourhoods = lists[2]?.ids.length ?? 0
  const size = (starts[4] ?? 0) + neighbourhoods
  const tree = {
    parent: new Int32Array(size).fill(-1),
    mayBeEmpty: new Uint8Array(size),
    ids: new Float64Array(size),
    isCurrent: new Uint8Array(size),
    starts,
  }
  lists.forEach((list, level) => {
    placeLevel(tree, list, { level, above: placesOf(lists[level - 1]) })
  })
  for (let i = 0; i < neighbourhoods; i++) {
    tree.parent[(starts[4] ?? 0) + i] = (starts[2] ?? 0) + i
    tree.mayBeEmpty[(starts[4] ?? 0) + i] = 1
  }
  return tree
}

function placeLevel(
  tree: CityTree & { parent: Int32Array },
  list: AreaList,
  { level, above }: { level: number; above: Map<number, number> },
): void {
  const start = tree.starts[level] ?? 0
  const aboveStart = tree.starts[level - 1] ?? 0
  list.ids.forEach((id, i) => {
    const parent = above.get(list.parents[i] ?? -1)
    tree.ids[start + i] = id
    tree.isCurrent[start + i] = list.current[i] ? 1 : 0
    // A district without any household is one whose register was not loaded; an area of the past is simply gone.
    tree.mayBeEmpty[start + i] = level === 1 || !list.current[i] ? 1 : 0
    if (parent !== undefined) tree.parent[start + i] = aboveStart + parent
  })
}

const placesOf = (list: AreaList | undefined) => new Map((list?.ids ?? []).map((id, i) => [id, i]))

/**
 * True counts and sums of every area. A household whose street lies in another neighbourhood than its own counts as
 * one without a street, so that streets always add up to their neighbourhood.
 * @throws when a household lies in a neighbourhood that is not in the tree
 */
export function rollUp(tree: CityTree, streets: StreetSums): { counts: Counts; sums: Sums } {
  const [, , neighbourhoodStart = 0, streetStart = 0, looseStart = 0] = tree.starts
  const neighbourhoods = placesBetween(tree, neighbourhoodStart, streetStart)
  const places = placesBetween(tree, streetStart, looseStart)
  const leaf = streets.neighbourhood.map((neighbourhood, i) => {
    const above = neighbourhoods.get(neighbourhood)
    if (above === undefined) throw new Error(`neighbourhood ${neighbourhood} has households but is not in komsu.area`)
    const street = places.get(streets.street[i] ?? 0)
    return street !== undefined && tree.parent[street] === above ? street : looseStart + above - neighbourhoodStart
  })
  const rolled = (numbers: readonly number[]) => {
    const all = new Float64Array(tree.parent.length)
    leaf.forEach((place, i) => {
      all[place] = (all[place] ?? 0) + (numbers[i] ?? 0)
    })
    sumUp(tree.parent, all)
    return all
  }
  return {
    counts: Object.fromEntries(COUNTS.map(name => [name, rolled(streets[name])])) as unknown as Counts,
    sums: Object.fromEntries(SUMS.map(name => [name, rolled(streets[name])])) as unknown as Sums,
  }
}

function placesBetween({ ids }: CityTree, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let place = from; place < to; place++) places.set(ids[place] ?? -1, place)
  return places
}
