import type { Position } from 'geojson'
import type { AreaIndex } from './area-index.ts'
import type { Place } from './projection.ts'

const METRE = 1 / 100_000 // degrees, roughly
const STEP = 80 * METRE // no area is missed between two places this far apart, but for slivers
const SHORTEST = 12 * METRE // a shorter piece is a street brushing a border, not a street of that area

type Piece = { area: number | null; line: Position[] }

/**
 * Cuts a line where it passes from one area to another. Pieces shorter than about twelve metres stay with the piece before
 * or after them, and so do pieces outside every area.
 * @returns pieces of each area, empty when the line lies in none
 */
export function splitLine(line: readonly Position[], areas: AreaIndex): Map<number, Position[][]> {
  const pieces = absorbed(cutPieces(densified(line), areas))
  const byArea = new Map<number, Position[][]>()
  for (const { area, line: piece } of pieces) {
    if (area === null) continue
    byArea.set(area, [...(byArea.get(area) ?? []), thinned(piece, line)])
  }
  return byArea
}

function densified(line: readonly Position[]): Position[] {
  const dense: Position[] = []
  for (const [i, b] of line.entries()) {
    const a = line[i - 1]
    const steps = a ? Math.ceil(length(a, b) / STEP) : 1
    for (let step = 1; a && step < steps; step++) dense.push(between(a, b, step / steps))
    dense.push(b)
  }
  return dense
}

function cutPieces(line: readonly Position[], areas: AreaIndex): Piece[] {
  const pieces: Piece[] = []
  let now: Piece | undefined
  for (const place of line) {
    const area = areas.locate(toPlace(place))
    if (now && area !== now.area) {
      const border: Position = borderBetween(now.line.at(-1) ?? place, place, { area: now.area, areas })
      now.line.push(border)
      now = { area, line: [border, place] }
      pieces.push(now)
    } else if (now) now.line.push(place)
    else {
      now = { area, line: [place] }
      pieces.push(now)
    }
  }
  return pieces
}

/** Last place of the way from a to b that is still in the first area, by halving to a centimetre. */
function borderBetween(a: Position, b: Position, from: { area: number | null; areas: AreaIndex }): Position {
  let [low, high] = [0, 1]
  for (let i = 0; i < 14; i++) {
    const t = (low + high) / 2
    if (from.areas.locate(toPlace(between(a, b, t))) === from.area) low = t
    else high = t
  }
  return between(a, b, low)
}

function absorbed(pieces: readonly Piece[]): Piece[] {
  const firm = pieces.filter(piece => piece.area !== null && lineLength(piece.line) >= SHORTEST)
  const homes = firm.length > 0 ? firm : pieces.filter(piece => piece.area !== null).slice(0, 1)
  if (homes.length === 0) return []
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const area = homes.includes(piece) ? piece.area : (last?.area ?? homes[0]?.area ?? null)
    if (last && last.area === area) last.line.push(...piece.line)
    else joined.push({ area, line: [...piece.line] })
  }
  return joined
}

/** Drops the places added by densifying: keeps what the source had, and the ends. */
function thinned(piece: readonly Position[], source: readonly Position[]): Position[] {
  const own = new Set(source)
  const kept = piece.filter((place, i) => i === 0 || i === piece.length - 1 || own.has(place))
  return kept.filter((place, i) => i === 0 || place[0] !== kept[i - 1]?.[0] || place[1] !== kept[i - 1]?.[1])
}

function toPlace(position: Position): Place {
  return [position[0] ?? 0, position[1] ?? 0]
}

function between(a: Position, b: Position, t: number): Position {
  const at = (axis: number) => Math.round(((a[axis] ?? 0) + t * ((b[axis] ?? 0) - (a[axis] ?? 0))) * 1e9) / 1e9
  return [at(0), at(1)]
}

function length(a: Position, b: Position): number {
  return Math.hypot((b[0] ?? 0) - (a[0] ?? 0), (b[1] ?? 0) - (a[1] ?? 0))
}

function lineLength(line: readonly Position[]): number {
  return line.reduce((sum, place, i) => sum + (i === 0 ? 0 : length(line[i - 1] ?? place, place)), 0)
}
