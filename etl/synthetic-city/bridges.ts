import { find, join } from './gates.ts'
import type { Grid } from './grid.ts'
import type { Places } from './places.ts'

/** Straight connections that had to be laid without regard to borders, because islands or gaps part the neighbourhoods. */
export type Bridge = Readonly<{ of: number; to: number; line: number[] }>

type Settled = Readonly<{ grid: Grid }>

/** Joins what gates left apart: each piece by one bridge from its neighbourhood nearest to another piece. */
export function bridgesFor(places: Places, quarters: readonly Settled[], root: Int32Array): Bridge[] {
  const sizes = new Map<number, number>()
  for (let i = 0; i < root.length; i++) sizes.set(find(root, i), (sizes.get(find(root, i)) ?? 0) + 1)
  const bridges: Bridge[] = []
  const apart = (a: number, b: number) =>
    Math.hypot(
      (places.neighbourhoods[a]?.x ?? 0) - (places.neighbourhoods[b]?.x ?? 0),
      (places.neighbourhoods[a]?.y ?? 0) - (places.neighbourhoods[b]?.y ?? 0),
    )
  while (sizes.size > 1) {
    const [smallest] = [...sizes].sort((a, b) => a[1] - b[1] || a[0] - b[0])[0] ?? [0]
    let best = { of: -1, to: -1, off: Number.POSITIVE_INFINITY }
    for (let of = 0; of < root.length; of++) {
      if (find(root, of) !== smallest) continue
      for (let to = 0; to < root.length; to++)
        if (find(root, to) !== smallest && apart(of, to) < best.off) best = { of, to, off: apart(of, to) }
    }
    bridges.push({ of: best.of, to: best.to, line: closestCorners(quarters[best.of], quarters[best.to]) })
    join(root, best.of, best.to)
    sizes.clear()
    for (let i = 0; i < root.length; i++) sizes.set(find(root, i), (sizes.get(find(root, i)) ?? 0) + 1)
  }
  return bridges
}

function closestCorners(a: Settled | undefined, b: Settled | undefined): number[] {
  let best: number[] = []
  let least = Number.POSITIVE_INFINITY
  for (const p of a?.grid.nodes ?? []) {
    for (const q of b?.grid.nodes ?? []) {
      const off = Math.hypot(p.x - q.x, p.y - q.y)
      if (off >= least) continue
      least = off
      best = [p.x, p.y, q.x, q.y]
    }
  }
  return best
}
