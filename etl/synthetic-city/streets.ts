import type { Gate } from './gates.ts'
import type { Grid } from './grid.ts'
import type { Random } from './random.ts'
import type { Roads } from './roads.ts'

/** A street of one neighbourhood before it has a name: corners as x0, y0, x1, y1, … in metres. */
export type Course = { line: number[]; kind: 'main' | 'lane' | 'road'; to: number }

/**
 * Cuts the grid and roads of a neighbourhood into streets, so that each stretch belongs to exactly one: the avenue
 * through its middle in one piece, lanes of a few blocks, a road for each gate.
 * @param gates accepted gates with the way of each; `to` of a road is the neighbourhood beyond
 */
export function courses(
  grid: Grid,
  roads: Roads,
  gates: readonly { gate: Gate; way: number[]; to: number }[],
  random: Random,
): Course[] {
  const runs = [...runsAlong(grid.right, grid, random), ...runsAlong(grid.up, { ...grid, isMain: [] }, random)]
  const used = new Set<number>()
  for (const { gate, way, to } of gates) {
    const first = way[0] ?? -1
    const run = way.length === 1 ? runs.find(each => isStraightOn(each, first, gate, roads)) : undefined
    if (run) {
      if (run.ids[0] === first) run.head = gate
      else run.tail = gate
      continue
    }
    const cut = way.findIndex(id => used.has(id))
    const ids = cut < 0 ? way : way.slice(0, cut + 1)
    for (const id of ids) if (id >= grid.nodes.length) used.add(id)
    runs.push({ ids: [...ids].reverse(), kind: 'road', to, tail: gate })
  }
  return runs.map(run => ({ line: lineOf(run, roads), kind: run.kind, to: run.to }))
}

type Run = { ids: number[]; kind: Course['kind']; to: number; head?: Gate; tail?: Gate }

function runsAlong(next: readonly number[], grid: { isMain: readonly boolean[] }, random: Random): Run[] {
  const hasBefore = new Set(next.filter(id => id >= 0))
  const runs: Run[] = []
  next.forEach((to, id) => {
    if (to < 0 || hasBefore.has(id)) return
    const ids = [id]
    for (let at = to; at >= 0; at = next[at] ?? -1) ids.push(at)
    if (grid.isMain[id]) runs.push({ ids, kind: 'main', to: -1 })
    else runs.push(...cutUp(ids, random))
  })
  return runs
}

function cutUp(ids: readonly number[], random: Random): Run[] {
  const runs: Run[] = []
  for (let from = 0; from < ids.length - 1; ) {
    const blocks = 2 + random.below(4)
    const left = ids.length - 1 - from
    const take = left - blocks < 2 ? left : blocks
    runs.push({ ids: ids.slice(from, from + take + 1), kind: 'lane', to: -1 })
    from += take
  }
  return runs
}

// A gate straight ahead of a street's end lengthens that street instead of making one of its own.
function isStraightOn(run: Run, end: number, gate: Gate, roads: Roads): boolean {
  const isHead = run.ids[0] === end && !run.head
  const isTail = run.ids.at(-1) === end && !run.tail
  if (run.kind === 'road' || (!isHead && !isTail)) return false
  const [from, at] = [roads.nodes[(isHead ? run.ids[1] : run.ids.at(-2)) ?? 0], roads.nodes[end]]
  if (!from || !at) return false
  const [ax, ay, bx, by] = [at.x - from.x, at.y - from.y, gate.x - at.x, gate.y - at.y]
  return ax * bx + ay * by > 0.35 * Math.hypot(ax, ay) * Math.hypot(bx, by)
}

function lineOf(run: Run, roads: Roads): number[] {
  const line: number[] = run.head ? [run.head.x, run.head.y] : []
  for (const id of run.ids) line.push(roads.nodes[id]?.x ?? 0, roads.nodes[id]?.y ?? 0)
  if (run.tail) line.push(run.tail.x, run.tail.y)
  return line
}
