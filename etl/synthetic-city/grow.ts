import type { Mesh } from './mesh.ts'

export type Sprout = Readonly<{ cell: number; label: number; cost: number }>

/**
 * Lets labels grow over the mesh from their sprouts at equal speed (Dijkstra), so that every area is connected and no
 * area leaps across water.
 * @param mayEnter which cells may be taken
 * @param stretch  roughness of the ground between two cells; 1 is plain
 * @returns label of each cell, −1 where none came
 */
export function grow(
  mesh: Mesh,
  sprouts: readonly Sprout[],
  mayEnter: (cell: number) => boolean,
  stretch: (a: number, b: number) => number,
): Int32Array {
  const label = new Int32Array(mesh.x.length).fill(-1)
  const cost = new Float64Array(mesh.x.length).fill(Number.POSITIVE_INFINITY)
  const queue = new MinQueue()
  for (const sprout of sprouts) {
    if (sprout.cost >= (cost[sprout.cell] ?? 0)) continue
    cost[sprout.cell] = sprout.cost
    label[sprout.cell] = sprout.label
    queue.push(sprout.cell, sprout.cost)
  }
  for (let cell = queue.pop(); cell >= 0; cell = queue.pop()) {
    const here = cost[cell] ?? 0
    if (queue.lastCost > here) continue
    for (let k = mesh.start[cell] ?? 0; k < (mesh.start[cell + 1] ?? 0); k++) {
      const next = mesh.links[k] ?? 0
      if (!mayEnter(next)) continue
      const there = here + distance(mesh, cell, next) * stretch(cell, next)
      if (there >= (cost[next] ?? 0)) continue
      cost[next] = there
      label[next] = label[cell] ?? -1
      queue.push(next, there)
    }
  }
  return label
}

export function distance(mesh: Mesh, a: number, b: number): number {
  return Math.hypot((mesh.x[a] ?? 0) - (mesh.x[b] ?? 0), (mesh.y[a] ?? 0) - (mesh.y[b] ?? 0))
}

/** A binary heap of items by cost, the cheapest first. Equal costs come out by lower item, so that runs repeat. */
export class MinQueue {
  private readonly items: number[] = []
  private readonly costs: number[] = []
  /** Cost of the item popped last. */
  lastCost = 0

  push(item: number, cost: number): void {
    let at = this.items.length
    this.items.push(item)
    this.costs.push(cost)
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!this.isBefore(at, up)) return
      this.swap(at, up)
      at = up
    }
  }

  /** The cheapest item, −1 when empty. */
  pop(): number {
    const first = this.items[0]
    if (first === undefined) return -1
    this.lastCost = this.costs[0] ?? 0
    this.swap(0, this.items.length - 1)
    this.items.pop()
    this.costs.pop()
    this.sink()
    return first
  }

  private sink(): void {
    for (let at = 0; ; ) {
      let least = at
      for (const down of [2 * at + 1, 2 * at + 2])
        if (down < this.items.length && this.isBefore(down, least)) least = down
      if (least === at) return
      this.swap(at, least)
      at = least
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [x, y] = [this.costs[a] ?? 0, this.costs[b] ?? 0]
    return x < y || (x === y && (this.items[a] ?? 0) < (this.items[b] ?? 0))
  }

  private swap(a: number, b: number): void {
    const [item, cost] = [this.items[a] ?? 0, this.costs[a] ?? 0]
    this.items[a] = this.items[b] ?? 0
    this.costs[a] = this.costs[b] ?? 0
    this.items[b] = item
    this.costs[b] = cost
  }
}
