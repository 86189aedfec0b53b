/** The areas of the need map as one tree over plain arrays: province → district → neighbourhood → street. Pure. */

export type Hierarchy = Readonly<{
  /** Place of the area one level up; -1 for a province. Provinces come first, every parent before its children. */
  parent: Int32Array
  /** 1 where no household at all means "not recorded here" rather than zero: districts, households without a street. */
  mayBeEmpty: Uint8Array
}>

/** The children of each area, in order. */
export function childrenOf(parent: Int32Array): Int32Array[] {
  const lists: number[][] = Array.from(parent, () => [])
  for (let area = 0; area < parent.length; area++) lists[parent[area] ?? -1]?.push(area)
  return lists.map(list => (list.length === 0 ? NONE : Int32Array.from(list)))
}

const NONE = new Int32Array(0)

/** Visits an area and everything under it, parents before children. */
export function walkDown(root: number, children: readonly Int32Array[], visit: (area: number) => void): void {
  const open = [root]
  for (let area = open.pop(); area !== undefined; area = open.pop()) {
    visit(area)
    for (const child of children[area] ?? NONE) open.push(child)
  }
}

/** Adds every area's numbers to its parent's, leaves first; `numbers` holds the leaves' before and everyone's after. */
export function sumUp(parent: Int32Array, numbers: Float64Array): void {
  for (let area = parent.length - 1; area >= 0; area--) {
    const above = parent[area] ?? -1
    if (above >= 0) numbers[above] = (numbers[above] ?? 0) + (numbers[area] ?? 0)
  }
}
