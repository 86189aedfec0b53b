/**
 * Which neighbourhoods with waiting files touch, and into how many pieces a set of them falls. A neighbourhood without a
 * file belongs to the nearest one that has some (breadth first over the map), so two of them "touch" where nobody else's
 * files lie between. Pure.
 */
export type Territory = ReadonlyMap<number, ReadonlySet<number>>

type Node = Readonly<{ id: number; next: readonly number[] }>

/** Touching neighbourhoods among `occupied`; ties of the search go to the smaller id, so the answer is always the same. */
export function territoryOf(neighbourhoods: readonly Node[], occupied: readonly number[]): Territory {
  const nodes = new Map(neighbourhoods.map(one => [one.id, one.next]))
  const cell = cellsOf(nodes, occupied)
  const touching = new Map<number, Set<number>>(occupied.map(id => [id, new Set()]))
  for (const [id, next] of nodes) {
    for (const other of next) {
      const [a, b] = [cell.get(id), cell.get(other)]
      if (a === undefined || b === undefined || a === b) continue
      touching.get(a)?.add(b)
      touching.get(b)?.add(a)
    }
  }
  return touching
}

function cellsOf(nodes: ReadonlyMap<number, readonly number[]>, occupied: readonly number[]): Map<number, number> {
  const sorted = [...occupied].sort((a, b) => a - b)
  const cell = new Map(sorted.map(id => [id, id]))
  for (let edge = sorted; edge.length > 0; ) {
    const further: number[] = []
    for (const id of edge) {
      for (const next of nodes.get(id) ?? []) {
        if (cell.has(next) || !nodes.has(next)) continue
        cell.set(next, cell.get(id) ?? id)
        further.push(next)
      }
    }
    edge = further
  }
  return cell
}

/** Connected pieces of a set of neighbourhoods, the largest first. */
export function piecesOf(territory: Territory, held: ReadonlySet<number>): number[][] {
  const seen = new Set<number>()
  const pieces: number[][] = []
  for (const start of held) {
    if (seen.has(start)) continue
    seen.add(start)
    const piece = [start]
    for (const id of piece) {
      for (const next of territory.get(id) ?? []) {
        if (!held.has(next) || seen.has(next)) continue
        seen.add(next)
        piece.push(next)
      }
    }
    pieces.push(piece)
  }
  return pieces.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}
