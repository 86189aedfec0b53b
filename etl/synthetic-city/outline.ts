import { z } from 'zod'
import outlineFile from '../../data/schematic-outline.json' with { type: 'json' }
import { insideTester, type Plane, type Ring } from './plane.ts'
import type { Random } from './random.ts'

const Line = z.array(z.tuple([z.number(), z.number()]))
const OutlineFile = z.object({
  frame: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  coast: Line,
  islands: z.array(z.object({ name: z.string(), ring: Line })),
  province: Line,
})

/** The hand-drawn outline made ragged, in metres: where land, sea and the province are. */
export type Outline = Readonly<{
  frame: Ring
  /** Mainland, closed along the eastern frame. */
  mainland: Ring
  islands: readonly Ring[]
  province: Ring
  /** Box of the province: west, south, east, north in metres. */
  box: readonly [number, number, number, number]
}>

/** Reads the hand-drawn outline and gives its lines the raggedness of a coast (midpoint displacement). */
export function drawOutline(plane: Plane, random: Random): Outline {
  const file = OutlineFile.parse(outlineFile)
  const [west, south, east, north] = file.frame
  const far: [number, number][] = [
    [east + 1, file.coast.at(-1)?.[1] ?? south],
    [east + 1, file.coast[0]?.[1] ?? north],
  ]
  const coast = roughened(flat(file.coast, plane), random, { amplitude: 0.09, until: 220, isClosed: false })
  return {
    frame: flat(
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ],
      plane,
    ),
    mainland: Float64Array.from([...coast, ...flat(far, plane)]),
    islands: file.islands.map(island =>
      roughened(flat(island.ring, plane), random, { amplitude: 0.1, until: 300, isClosed: true }),
    ),
    province: roughened(flat(file.province, plane), random, { amplitude: 0.12, until: 600, isClosed: true }),
    box: boxOf(flat(file.province, plane)),
  }
}

/** Whether points are on land, and whether they are inside the province's line. */
export function landTester(outline: Outline): {
  isLand: (x: number, y: number) => boolean
  isHome: (x: number, y: number) => boolean
} {
  const lands = [outline.mainland, ...outline.islands].map(ring => insideTester(ring, 500))
  return { isLand: (x, y) => lands.some(isIn => isIn(x, y)), isHome: insideTester(outline.province, 500) }
}

function flat(line: readonly (readonly [number, number])[], plane: Plane): Ring {
  return Float64Array.from(line.flatMap(([lon, lat]) => [plane.x(lon), plane.y(lat)]))
}

function roughened(line: Ring, random: Random, how: { amplitude: number; until: number; isClosed: boolean }): Ring {
  const out: number[] = []
  const points = line.length / 2
  for (let i = 0; i < points - (how.isClosed ? 0 : 1); i++) {
    const j = ((i + 1) % points) * 2
    const from = [line[2 * i] ?? 0, line[2 * i + 1] ?? 0] as const
    out.push(...from, ...between(from, [line[j] ?? 0, line[j + 1] ?? 0], random, how))
  }
  if (!how.isClosed) out.push(line.at(-2) ?? 0, line.at(-1) ?? 0)
  return Float64Array.from(out)
}

type Spot = readonly [number, number]

function between(a: Spot, b: Spot, random: Random, how: { amplitude: number; until: number }): number[] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  if (length < how.until) return []
  const off = random.normal() * how.amplitude
  const middle = [(a[0] + b[0]) / 2 - (b[1] - a[1]) * off, (a[1] + b[1]) / 2 + (b[0] - a[0]) * off] as const
  return [...between(a, middle, random, how), ...middle, ...between(middle, b, random, how)]
}

function boxOf(ring: Ring): [number, number, number, number] {
  const xs = ring.filter((_, i) => i % 2 === 0)
  const ys = ring.filter((_, i) => i % 2 === 1)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
