import type { Polygon } from './dissolve.ts'
import type { Grid } from './grid.ts'
import { MinQueue } from './grow.ts'
import type { Random } from './random.ts'
import { boxAround, depthInside, type Sounded, seesBorder, seesStraight } from './shape.ts'

type Spot = Readonly<{ x: number; y: number }>

/** For each gate the way from it through open country to the nearest street corner; undefined where there is none. */
export type Roads = Readonly<{ nodes: Sounded[]; ways: (number[] | undefined)[] }>

/**
 * Finds ways from the gates of a neighbourhood to its streets. Node numbers continue those of the grid: corners first,
 * then bends of the country roads. Gates that see no way are tried again with closer bends.
 */
export function findRoads(polygon: Polygon, grid: Grid, gates: readonly Spot[], random: Random): Roads {
  const [west, south, east, north] = boxAround(polygon)
  const extent = Math.sqrt((east - west) * (north - south))
  let roads: Roads = { nodes: grid.nodes, ways: [] }
  for (const bends of [7, 13, 26]) {
    roads = roadsWith(polygon, grid, gates, { step: Math.min(900, Math.max(45, extent / bends)), random })
    if (roads.ways.every(way => way !== undefined)) break
  }
  return roads
}

function roadsWith(polygon: Polygon, grid: Grid, gates: readonly Spot[], how: { step: number; random: Random }): Roads {
  const bends = bendsOf(polygon, grid, how)
  const nodes = [...grid.nodes, ...bends]
  const corners = grid.nodes.length
  const links: number[][] = nodes.map(() => [])
  for (let i = corners; i < nodes.length; i++) {
    for (let j = corners; j < i; j++) if (isLinked(polygon, nodes[i], nodes[j], how.step * 1.75)) link(links, i, j)
    for (const j of nearest(grid.nodes, nodes[i], 2))
      if (isLinked(polygon, nodes[i], nodes[j], how.step * 2.2)) link(links, i, j)
  }
  const back = waysBack(nodes, links, corners)
  return { nodes, ways: gates.map(gate => wayFrom(polygon, gate, { nodes, back, grid, step: how.step })) }
}

function bendsOf(polygon: Polygon, grid: Grid, { step, random }: { step: number; random: Random }): Sounded[] {
  const [west, south, east, north] = boxAround(polygon)
  const bends: Sounded[] = []
  for (let u = west + step / 2; u < east; u += step) {
    for (let v = south + step / 2; v < north; v += step) {
      const [x, y] = [u + (random.unit() - 0.5) * step * 0.7, v + (random.unit() - 0.5) * step * 0.7]
      if (grid.nodes.some(node => Math.abs(node.x - x) < step * 0.6 && Math.abs(node.y - y) < step * 0.6)) continue
      const depth = depthInside(polygon, x, y)
      if (depth > 12) bends.push({ x, y, depth })
    }
  }
  return bends
}

function isLinked(polygon: Polygon, a: Sounded | undefined, b: Sounded | undefined, reach: number): boolean {
  if (!a || !b || Math.hypot(a.x - b.x, a.y - b.y) > reach) return false
  return seesStraight(polygon, a, b)
}

function link(links: number[][], a: number, b: number): void {
  links[a]?.push(b)
  links[b]?.push(a)
}

function nearest(nodes: readonly Sounded[], to: Spot | undefined, count: number): number[] {
  if (!to) return []
  const best: { id: number; off: number }[] = []
  nodes.forEach((node, id) => {
    const off = (node.x - to.x) ** 2 + (node.y - to.y) ** 2
    if (best.length === count && off >= (best[count - 1]?.off ?? 0)) return
    best.push({ id, off })
    best.sort((a, b) => a.off - b.off)
    if (best.length > count) best.pop()
  })
  return best.map(({ id }) => id)
}

type Back = Readonly<{ next: Int32Array; cost: Float64Array }>

// Shortest ways from every node back to any street corner.
function waysBack(nodes: readonly Sounded[], links: readonly number[][], corners: number): Back {
  const next = new Int32Array(nodes.length).fill(-1)
  const cost = new Float64Array(nodes.length).fill(Number.POSITIVE_INFINITY)
  const queue = new MinQueue()
  for (let i = 0; i < corners; i++) {
    cost[i] = 0
    queue.push(i, 0)
  }
  for (let at = queue.pop(); at >= 0; at = queue.pop()) {
    const here = cost[at] ?? 0
    if (queue.lastCost > here) continue
    for (const to of links[at] ?? []) {
      const there = here + apart(nodes[at], nodes[to])
      if (there >= (cost[to] ?? 0)) continue
      cost[to] = there
      next[to] = at
      queue.push(to, there)
    }
  }
  return { next, cost }
}

function apart(a: Spot | undefined, b: Spot | undefined): number {
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY
}

function wayFrom(
  polygon: Polygon,
  gate: Spot,
  on: { nodes: readonly Sounded[]; back: Back; grid: Grid; step: number },
): number[] | undefined {
  const close = new Set(nearest(on.grid.nodes, gate, 6))
  const candidates = on.nodes
    .map((node, id) => ({ id, node, way: apart(node, gate) + (on.back.cost[id] ?? 0), off: apart(node, gate) }))
    .filter(
      ({ id, off, way }) => way < Infinity && off < on.step * 2.2 && (close.has(id) || id >= on.grid.nodes.length),
    )
    .sort((a, b) => a.way - b.way || a.id - b.id)
  const first = candidates.find(({ node }) => seesBorder(polygon, node, gate.x, gate.y))
  if (!first) return undefined
  const way = [first.id]
  for (let at = on.back.next[first.id] ?? -1; at >= 0; at = on.back.next[at] ?? -1) way.push(at)
  return way
}
