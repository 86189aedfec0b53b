/**
 * Minimum-cost assignment of files to inspectors with convex costs of load, by successive shortest paths (Ahuja, Magnanti &
 * Orlin 1993, §9.7) on the graph of inspectors alone: going from i to j means handing over the file of i that is dearest
 * there compared with j. Files come in order of priority; sets of files that can all be served form a matroid, so nothing
 * later ever pushes out something earlier, and what is left over is left over in every assignment. Pure.
 */
export type FlowProblem = Readonly<{
  /** cost[file][inspector], whole numbers; Infinity where they may not. */
  cost: readonly Float64Array[]
  max: readonly number[]
  /** What one file more costs an inspector who holds `load` already; must not fall with the load. */
  marginal: (inspector: number, load: number) => number
}>

export type Flow = Readonly<{
  problem: FlowProblem
  /** Inspector of each file, −1 for none. */
  owner: Int32Array
  load: Int32Array
  /** Files that may not be handed on (those of two inspectors). */
  pinned: Set<number>
  /** files[inspector]: what they hold. */
  files: readonly Set<number>[]
  /** Best hand-over from i to j: cost and which file. */
  handOver: Float64Array
  handed: Int32Array
}>

export function emptyFlow(problem: FlowProblem): Flow {
  const size = problem.max.length
  return {
    problem,
    owner: new Int32Array(problem.cost.length).fill(-1),
    load: new Int32Array(size),
    pinned: new Set(),
    files: problem.max.map(() => new Set<number>()),
    handOver: new Float64Array(size * size).fill(Number.POSITIVE_INFINITY),
    handed: new Int32Array(size * size).fill(-1),
  }
}

/**
 * Gives one file more to somebody, handing others over where that is cheaper or the only way.
 * @returns null when done; otherwise the inspectors who could take it or make room, all of them full: what binds
 */
export function addFile(flow: Flow, file: number): number[] | null {
  const { distance, before } = shortestPaths(flow, file)
  const end = cheapestEnd(flow, distance)
  if (end === -1) return [...distance.keys()].filter(i => Number.isFinite(distance[i]))
  let to = end
  for (let from = before[to] ?? -1; from !== -1; from = before[to] ?? -1) {
    give(flow, flow.handed[from * flow.load.length + to] ?? -1, to)
    to = from
  }
  give(flow, file, to)
  return null
}

/**
 * Bellman–Ford with a queue: hand-overs may be cheaper than nothing, yet never in a circle, since the flow so far is optimal.
 */
function shortestPaths({ load, handOver, problem }: Flow, file: number) {
  const size = load.length
  const distance = Float64Array.from(problem.cost[file] ?? [])
  const before = new Int32Array(size).fill(-1)
  const isQueued = new Uint8Array(size)
  const queue = [...distance.keys()].filter(i => Number.isFinite(distance[i]))
  for (const i of queue) isQueued[i] = 1
  for (const from of queue) {
    isQueued[from] = 0
    const here = distance[from] ?? 0
    for (let to = 0; to < size; to++) {
      const through = here + (handOver[from * size + to] ?? 0)
      if (through < (distance[to] ?? 0) && !isOnPath(before, from, to)) {
        distance[to] = through
        before[to] = from
        if (isQueued[to] === 0) queue.push(to)
        isQueued[to] = 1
      }
    }
  }
  return { distance, before }
}

/** After a file was taken back a hand-over in a circle could look cheap; a path never visits anybody twice. */
function isOnPath(before: Int32Array, from: number, to: number): boolean {
  for (let at = from; at !== -1; at = before[at] ?? -1) if (at === to) return true
  return false
}

function cheapestEnd({ problem, load }: Flow, distance: Float64Array): number {
  let best = -1
  let lowest = Number.POSITIVE_INFINITY
  for (let i = 0; i < load.length; i++) {
    const held = load[i] ?? 0
    if (held >= (problem.max[i] ?? 0)) continue
    const cost = (distance[i] ?? 0) + problem.marginal(i, held)
    if (cost < lowest) {
      lowest = cost
      best = i
    }
  }
  return best
}

/** Puts a file into the hands of an inspector, out of whoever's it was. */
export function give(flow: Flow, file: number, to: number): void {
  const from = flow.owner[file] ?? -1
  if (from !== -1) {
    flow.files[from]?.delete(file)
    flow.load[from] = (flow.load[from] ?? 0) - 1
  }
  flow.owner[file] = to
  if (to !== -1) {
    flow.files[to]?.add(file)
    flow.load[to] = (flow.load[to] ?? 0) + 1
  }
  for (const changed of [from, to]) if (changed !== -1) weighHandOvers(flow, changed)
}

function weighHandOvers(flow: Flow, from: number): void {
  const size = flow.load.length
  flow.handOver.fill(Number.POSITIVE_INFINITY, from * size, (from + 1) * size)
  for (const file of flow.files[from] ?? []) {
    if (flow.pinned.has(file)) continue
    const cost = flow.problem.cost[file]
    const own = cost?.[from] ?? 0
    for (let to = 0; to < size; to++) {
      const extra = (cost?.[to] ?? Number.POSITIVE_INFINITY) - own
      const at = from * size + to
      const best = flow.handOver[at] ?? 0
      if (to !== from && (extra < best || (extra === best && file < (flow.handed[at] ?? -1)))) {
        flow.handOver[at] = extra
        flow.handed[at] = file
      }
    }
  }
}

/** Forbids that a file is handed on. */
export function pin(flow: Flow, file: number): void {
  flow.pinned.add(file)
  const owner = flow.owner[file] ?? -1
  if (owner !== -1) weighHandOvers(flow, owner)
}
