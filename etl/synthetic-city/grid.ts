import type { Polygon } from './dissolve.ts'
import type { Random } from './random.ts'
import { boxAround, depthInside, type Sounded, seesStraight } from './shape.ts'

/** Street corners of one neighbourhood on a turned, uneven grid; `right` and `up` name the next corner or −1. */
export type Grid = Readonly<{ nodes: Sounded[]; right: number[]; up: number[]; isMain: boolean[] }>

export type GridPlan = Readonly<{
  x: number
  y: number
  /** Direction of the main avenue, radians. */
  turn: number
  /** Built-up radius, metres; infinite when the whole neighbourhood is built up. */
  radius: number
  /** Mean distance between corners, metres. */
  spacing: number
}>

const MARGIN = 14

/** Lays blocks of uneven size over the built-up part of a polygon. One connected piece, at least two corners. */
export function layGrid(polygon: Polygon, plan: GridPlan, random: Random): Grid {
  const corners = cornersOf(polygon, plan, random)
  const raw = linked(polygon, corners)
  const kept = connectedFrom(raw, plan)
  if (kept.length < 2) return hamlet(polygon, plan)
  return thinned(renumbered(raw, kept), random)
}

type Corner = Sounded & Readonly<{ row: number; column: number }>

function cornersOf(polygon: Polygon, plan: GridPlan, random: Random): Corner[] {
  const [west, south, east, north] = boxAround(polygon)
  const reach = Math.min(plan.radius * 1.2, Math.hypot(east - west, north - south))
  const rows = lines(reach, plan.spacing * 0.78, random)
  const columns = lines(reach, plan.spacing * 1.28, random)
  const [cos, sin] = [Math.cos(plan.turn), Math.sin(plan.turn)]
  const wave = {
    size: plan.spacing * random.between(0, 0.32),
    length: plan.spacing * random.between(7, 13),
    lobes: random.unit() * 6.28,
  }
  const corners: Corner[] = []
  for (const [row, v] of rows) {
    for (const [column, u] of columns) {
      const bentU = u + wave.size * Math.sin((v / wave.length) * 6.28)
      const bentV = v + wave.size * Math.sin((u / wave.length) * 6.28)
      const edge = plan.radius * (1 + 0.16 * Math.sin(3 * Math.atan2(v, u) + wave.lobes))
      if (Math.hypot(u, v) > edge) continue
      const [x, y] = [plan.x + bentU * cos - bentV * sin, plan.y + bentU * sin + bentV * cos]
      if (x < west || x > east || y < south || y > north) continue
      const depth = depthInside(polygon, x, y)
      if (depth > MARGIN) corners.push({ x, y, depth, row, column })
    }
  }
  return corners
}

// Numbered offsets from the middle outwards both ways, with uneven steps; number 0 is the avenue.
function lines(reach: number, step: number, random: Random): [number, number][] {
  const all: [number, number][] = [[0, 0]]
  for (const sign of [1, -1]) {
    let at = 0
    for (let number = sign; ; number += sign) {
      at += sign * step * random.between(0.72, 1.3)
      if (Math.abs(at) > reach) break
      all.push([number, at])
    }
  }
  return all
}

function linked(polygon: Polygon, corners: readonly Corner[]): Grid {
  const ids = new Map(corners.map((corner, id) => [corner.row * 4096 + corner.column, id]))
  const toward = (corner: Corner, row: number, column: number) => {
    const id = ids.get((corner.row + row) * 4096 + corner.column + column) ?? -1
    const other = corners[id]
    return other && seesStraight(polygon, corner, other) ? id : -1
  }
  return {
    nodes: [...corners],
    right: corners.map(corner => toward(corner, 0, 1)),
    up: corners.map(corner => toward(corner, 1, 0)),
    isMain: corners.map(corner => corner.row === 0),
  }
}

function connectedFrom(grid: Grid, plan: GridPlan): number[] {
  const ways = neighboursIn(grid)
  const part = new Int32Array(grid.nodes.length).fill(-1)
  let best: number[] = []
  const off = (id: number) => Math.hypot((grid.nodes[id]?.x ?? 0) - plan.x, (grid.nodes[id]?.y ?? 0) - plan.y)
  for (let first = 0; first < part.length; first++) {
    if (part[first] !== -1) continue
    const members = [first]
    part[first] = first
    for (let k = 0; k < members.length; k++) {
      for (const next of ways[members[k] ?? 0] ?? []) {
        if (part[next] !== -1) continue
        part[next] = first
        members.push(next)
      }
    }
    const isCloser = members.length === best.length && off(first) < off(best[0] ?? 0)
    if (members.length > best.length || isCloser) best = members
  }
  return best.sort((a, b) => a - b)
}

/** Corners joined to each corner. */
export function neighboursIn(grid: Grid): number[][] {
  const ways: number[][] = grid.nodes.map(() => [])
  grid.nodes.forEach((_, id) => {
    for (const next of [grid.right[id] ?? -1, grid.up[id] ?? -1]) {
      if (next < 0) continue
      ways[id]?.push(next)
      ways[next]?.push(id)
    }
  })
  return ways
}

function renumbered(grid: Grid, kept: readonly number[]): Grid {
  const number = new Map(kept.map((old, id) => [old, id]))
  const pick = <T>(list: readonly T[]): T[] => kept.map(old => list[old] as T)
  return {
    nodes: pick(grid.nodes),
    right: pick(grid.right).map(old => number.get(old) ?? -1),
    up: pick(grid.up).map(old => number.get(old) ?? -1),
    isMain: pick(grid.isMain),
  }
}

// Some blocks are joined into larger ones; a spanning tree is left alone, so the streets stay in one piece.
function thinned(grid: Grid, random: Random): Grid {
  const seen = new Set([0])
  const tree = new Set<string>()
  const ways = neighboursIn(grid)
  for (const at of seen) {
    for (const next of ways[at] ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      tree.add(at < next ? `${at}-${next}` : `${next}-${at}`)
    }
  }
  const keeps = (next: number, id: number) => {
    if (next < 0 || (grid.isMain[id] && grid.isMain[next])) return next
    const isTree = tree.has(id < next ? `${id}-${next}` : `${next}-${id}`)
    return isTree || !random.chance(0.13) ? next : -1
  }
  return { ...grid, right: grid.right.map(keeps), up: grid.up.map(keeps) }
}

// A settlement too small for blocks: one lane from its middle.
function hamlet(polygon: Polygon, plan: GridPlan): Grid {
  const depth = Math.max(2, depthInside(polygon, plan.x, plan.y))
  const lane = depth * 0.45
  const end = { x: plan.x + lane * Math.cos(plan.turn), y: plan.y + lane * Math.sin(plan.turn), depth: depth * 0.5 }
  return { nodes: [{ x: plan.x, y: plan.y, depth }, end], right: [1, -1], up: [-1, -1], isMain: [true, true] }
}
