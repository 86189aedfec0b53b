/** Groups of records that are one: connected components of the links, with a guard. Pure. */

export type Link = Readonly<{ a: number; b: number; weight: number }>

/**
 * Joins records along the links, the strongest first. A link that would make a group larger than `largest` is not
 * followed (one wrong link can chain half a city together) and counted.
 * @returns groups of two or more, each sorted, by their lowest index
 */
export function clustersOf(links: readonly Link[], largest: number): { clusters: number[][]; cut: number } {
  const parent = new Map<number, number>()
  const size = new Map<number, number>()
  const root = (of: number): number => {
    let top = of
    while (parent.get(top) !== undefined && parent.get(top) !== top) top = parent.get(top) ?? top
    parent.set(of, top)
    return top
  }
  let cut = 0
  for (const { a, b } of [...links].sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b)) {
    const [x, y] = [root(a), root(b)]
    if (x === y) continue
    const together = (size.get(x) ?? 1) + (size.get(y) ?? 1)
    if (together > largest) {
      cut++
      continue
    }
    parent.set(y, x)
    size.set(x, together)
  }
  const groups = new Map<number, number[]>()
  for (const record of new Set(links.flatMap(({ a, b }) => [a, b]))) {
    const top = root(record)
    groups.set(top, [...(groups.get(top) ?? []), record])
  }
  const clusters = [...groups.values()]
    .filter(group => group.length > 1)
    .map(group => group.sort((x, y) => x - y))
    .sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0))
  return { clusters, cut }
}
