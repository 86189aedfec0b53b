import { type Bridge, bridgesFor } from './bridges.ts'
import { findGates, type Gate, join } from './gates.ts'
import { type Grid, layGrid } from './grid.ts'
import type { Neighbourhood, Places } from './places.ts'
import { areaOf } from './plane.ts'
import { randomOf } from './random.ts'
import { findRoads, type Roads } from './roads.ts'
import { avenueName, namerFor, numberingOf } from './street-names.ts'
import { type Course, courses } from './streets.ts'

/** A street with its line in metres and the part of its neighbourhood's households it draws, up to a factor. */
export type Street = Readonly<{
  id: number
  neighbourhood: number
  name: string
  kind: string
  line: readonly number[]
  pull: number
}>

type Quarter = { grid: Grid; roads: Roads; gates: { gate: Gate; to: number; index: number }[] }

/**
 * Lays the streets of all neighbourhoods as one connected walkable network: blocks in the built-up part of each, roads
 * through the country, gates where they cross borders. Ends meet at the very same coordinates.
 * @param how.wanted about how many streets, shared out by residents
 * @param how.each   streets the registry has in each neighbourhood: shares in their proportion, and at least as many in all
 */
export function layStreets(
  places: Places,
  how: { wanted: number; seed: number; firstId: number; each?: readonly number[] },
): Street[] {
  const gates = findGates(places)
  const mine: Quarter['gates'][] = places.neighbourhoods.map(() => [])
  gates.forEach((gate, index) => {
    mine[gate.a]?.push({ gate, to: gate.b, index })
    mine[gate.b]?.push({ gate, to: gate.a, index })
  })
  const shares = sharesOf(places.neighbourhoods, how.wanted, how.each)
  const quarters = places.neighbourhoods.map((one, i) => quarterOf(one, mine[i] ?? [], shares[i] ?? 3, how.seed))
  const bridges = acceptGates(places, gates, quarters)
  return named(places, quarters, bridges, how)
}

// Roads and bits of lanes come on top of what the grid is sized for.
function sharesOf(neighbourhoods: readonly Neighbourhood[], wanted: number, each?: readonly number[]): number[] {
  if (each) {
    // Small neighbourhoods run out of room for all their streets; the others make up for it.
    const scale =
      1.12 *
      Math.max(
        1,
        wanted /
          Math.max(
            1,
            each.reduce((a, b) => a + b, 0),
          ),
      )
    return each.map(streets => Math.max(2, streets * scale - 2.2))
  }
  const weights = neighbourhoods.map(one => 40 + Math.max(30, one.population) ** 0.75)
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map(weight => Math.max(2, (wanted * weight) / sum - 2.2))
}

function quarterOf(one: Neighbourhood, gates: Quarter['gates'], streets: number, seed: number): Quarter {
  const random = randomOf(seed, `streets ${one.id}`)
  const polygon = one.polygons[0] ?? []
  const area = Math.abs(areaOf(polygon[0] ?? new Float64Array()))
  const dense = 1800 + 6500 * Math.min(1, one.population / 9000)
  const built = Math.min(area, Math.max(25_000, (one.population / dense) * 1e6))
  const main = gates[0]?.gate
  const grid = layGrid(
    polygon,
    {
      x: one.x,
      y: one.y,
      turn: main ? Math.atan2(main.y - one.y, main.x - one.x) : random.unit() * 3.14,
      radius: built > 0.7 * area ? Number.POSITIVE_INFINITY : Math.sqrt(built / Math.PI),
      spacing: Math.max(34, Math.sqrt(built / (1.75 * streets))),
    },
    random,
  )
  return {
    grid,
    gates,
    roads: findRoads(
      polygon,
      grid,
      gates.map(({ gate }) => gate),
      random,
    ),
  }
}

// A gate counts when both sides reach it; between two neighbourhoods the first such gate, where streets reach the border a second.
function acceptGates(places: Places, gates: readonly Gate[], quarters: Quarter[]): Bridge[] {
  const reached = new Int8Array(gates.length)
  for (const { gates: mine, roads } of quarters)
    mine.forEach(({ index }, k) => {
      if (roads.ways[k]) reached[index] = (reached[index] ?? 0) + 1
    })
  const root = Int32Array.from(quarters, (_, i) => i)
  const kept = new Set<number>()
  const uses = new Map<string, number>()
  gates.forEach((gate, index) => {
    if (reached[index] !== 2) return
    const key = `${gate.a}:${gate.b}`
    const used = uses.get(key) ?? 0
    if (used > 0 && !isBuiltUp(quarters[gate.a], index)) return
    if (used > 0 && !isBuiltUp(quarters[gate.b], index)) return
    uses.set(key, used + 1)
    kept.add(index)
    join(root, gate.a, gate.b)
  })
  for (const quarter of quarters) {
    const ways = quarter.gates.map(({ index }, k) => (kept.has(index) ? quarter.roads.ways[k] : undefined))
    quarter.gates = quarter.gates.filter((_, k) => ways[k])
    quarter.roads = { ...quarter.roads, ways: ways.filter(way => way !== undefined) }
  }
  return bridgesFor(places, quarters, root)
}

// The gate stands at the end of a street, not of a country road.
function isBuiltUp(quarter: Quarter | undefined, index: number): boolean {
  const k = quarter?.gates.findIndex(gate => gate.index === index) ?? -1
  const gate = quarter?.gates[k]?.gate
  const corner = quarter?.roads.nodes[quarter.roads.ways[k]?.[0] ?? -1]
  if (!gate || !corner || quarter?.roads.ways[k]?.length !== 1) return false
  return Math.hypot(gate.x - corner.x, gate.y - corner.y) < 150
}

function named(
  places: Places,
  quarters: readonly Quarter[],
  bridges: readonly Bridge[],
  how: { seed: number; firstId: number },
): Street[] {
  const numbering = places.districts.map((_, i) => numberingOf(how.seed, i))
  const streets: Street[] = []
  quarters.forEach((quarter, i) => {
    const one = places.neighbourhoods[i]
    if (!one) return
    const random = randomOf(how.seed, `names ${one.id}`)
    const namer = namerFor(numbering[one.district] ?? { next: 0 }, one.population > 1500, random)
    const ends = quarter.gates.map(({ gate, to }, k) => ({ gate, to, way: quarter.roads.ways[k] ?? [] }))
    const lines: Course[] = courses(quarter.grid, quarter.roads, ends, random)
    for (const bridge of bridges) if (bridge.of === i) lines.push({ line: bridge.line, kind: 'road', to: bridge.to })
    const shared = avenueName(randomOf(how.seed, `avenue ${avenueKey(quarters, i)}`))
    for (const { line, kind, to } of lines) {
      const name =
        kind === 'main'
          ? namer.avenue(one.population, shared)
          : kind === 'road'
            ? namer.road(places.neighbourhoods[to]?.name ?? one.name)
            : namer.lane()
      streets.push({
        id: how.firstId + streets.length,
        neighbourhood: i,
        ...name,
        line,
        pull: lengthOf(line) * (kind === 'road' ? 0.04 : 1),
      })
    }
  })
  return streets
}

// Two neighbourhoods whose avenues meet at the same first gate share its name.
function avenueKey(quarters: readonly Quarter[], i: number): number {
  const first = quarters[i]?.gates[0]
  const isMutual = first !== undefined && quarters[first.to]?.gates[0]?.index === first.index
  return isMutual ? Math.min(i, first.to) : i
}

/** Length of a line x0, y0, x1, y1, … in metres. */
export function lengthOf(line: readonly number[]): number {
  let sum = 0
  for (let i = 2; i < line.length; i += 2)
    sum += Math.hypot((line[i] ?? 0) - (line[i - 2] ?? 0), (line[i + 1] ?? 0) - (line[i - 1] ?? 0))
  return sum
}
