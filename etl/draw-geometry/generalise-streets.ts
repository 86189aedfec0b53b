import { inHilbertOrder } from './hilbert.ts'
import { type Position, pixelAt, WORLD } from './mercator.ts'
import type { StreetLine } from './read-record.ts'
import { simplifyLine } from './simplify-line.ts'

/** A street with what is decided about it. */
export type DrawnStreet = Readonly<{
  id: number
  name: string
  mark: string
  fromZoom: number
  middle: Position
  lines: Position[][]
}>

/** All streets are drawn from this zoom on. */
export const ALL_STREETS_FROM = 14
const FIRST_ZOOM = 8
/** Below `ALL_STREETS_FROM` a square of 64 × 64 pixels holds at most this many streets: no tile grows past its budget. */
const ROOM = { 8: 24, 9: 24, 10: 32, 11: 40, 12: 60, 13: 100 } as const
const SQUARES_PER_TILE = 8
/** A street shorter than this many pixels is not worth drawing yet. */
const SHORTEST = 3

const MAIN_KINDS = /^(bulvar|cadde|otoyol|karayolu|yol|highway)/
const BOULEVARDS = /^(bulvar|otoyol|karayolu|highway)/

/**
 * Decides from which zoom each street is drawn: square by square the most important first (boulevards, avenues, then
 * length), as many as there is room for. Lines keep half a pixel of zoom 15.
 */
export function rankStreets(streets: Iterable<StreetLine>): DrawnStreet[] {
  const waiting = Array.from(streets, measured).sort((a, b) => b.importance - a.importance || a.id - b.id)
  const drawn: DrawnStreet[] = []
  let rest = waiting
  for (let zoom = FIRST_ZOOM; zoom < ALL_STREETS_FROM; zoom++) {
    const { admitted, refused } = admit(rest, zoom, drawn)
    for (const street of admitted) drawn.push({ ...street, fromZoom: zoom })
    rest = refused
  }
  for (const street of rest) drawn.push({ ...street, fromZoom: ALL_STREETS_FROM })
  return inHilbertOrder(drawn, street => street.middle)
}

type Measured = Omit<DrawnStreet, 'fromZoom'> & Readonly<{ importance: number; length: number }>

function measured(street: StreetLine): Measured {
  const lines = street.lines.map(line => simplifyLine(line, pixelAt(15) / 2))
  const length = lines.reduce((sum, line) => sum + lengthOf(line), 0)
  const isMain = MAIN_KINDS.test(street.kind)
  const letter = isMain ? 'm' : 'o'
  return {
    id: street.id,
    name: street.name,
    mark: street.isApproximate ? letter.toUpperCase() : letter,
    middle: middleOf(lines),
    lines,
    length,
    importance: length * (BOULEVARDS.test(street.kind) ? 9 : isMain ? 3 : 1),
  }
}

function admit(streets: readonly Measured[], zoom: number, already: readonly DrawnStreet[]) {
  const room = ROOM[zoom as keyof typeof ROOM]
  const taken = new Map<number, number>()
  const square = (at: Position) => squareAt(at, zoom)
  for (const { middle } of already) taken.set(square(middle), (taken.get(square(middle)) ?? 0) + 1)
  const admitted: Measured[] = []
  const refused: Measured[] = []
  for (const street of streets) {
    const here = square(street.middle)
    const before = taken.get(here) ?? 0
    const fits = before < room && street.length >= SHORTEST * pixelAt(zoom)
    if (fits) taken.set(here, before + 1)
    ;(fits ? admitted : refused).push(street)
  }
  return { admitted, refused }
}

function squareAt([x, y]: Position, zoom: number): number {
  const side = WORLD / 2 ** zoom / SQUARES_PER_TILE
  return Math.floor(x / side) * 2 ** 24 + Math.floor(y / side)
}

/** Length of a line in metres. */
function lengthOf(line: readonly Position[]): number {
  let length = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as Position, line[i] as Position]
    length += Math.hypot(b[0] - a[0], b[1] - a[1])
  }
  return length
}

function middleOf(lines: readonly Position[][]): Position {
  const line = lines[0] ?? []
  return line[Math.floor(line.length / 2)] ?? [0, 0]
}

/** The streets of a band of two zooms, generalised to half a pixel of the upper one. */
export function* streetsOfBand(streets: readonly DrawnStreet[], upper: number): Generator<DrawnStreet> {
  for (const street of streets) {
    if (street.fromZoom > upper) continue
    yield { ...street, lines: street.lines.map(line => simplifyLine(line, pixelAt(upper) / 2)) }
  }
}
