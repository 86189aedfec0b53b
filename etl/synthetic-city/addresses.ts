import type { Street } from './network.ts'
import { lengthOf } from './network.ts'
import type { Neighbourhood } from './places.ts'
import type { Random } from './random.ts'
import { depthInside } from './shape.ts'

export type Door = Readonly<{ x: number; y: number; door: number }>

const SETBACK = 8

/**
 * Buildings for a number of households along a street: odd doors on the left, even on the right, numbers rising with
 * the way along it, set back from the line and inside the neighbourhood.
 */
export function doorsAlong(street: Street, households: number, within: Neighbourhood, random: Random): Door[] {
  const length = lengthOf(street.line)
  const flats = 1.4 + 20 * Math.min(0.6, households / Math.max(20, length))
  const most = Math.max(1, Math.floor(length / 9))
  const count = Math.max(1, Math.min(most, Math.round(households / flats), households))
  const doors: Door[] = []
  for (let i = 0; i < count; i++) {
    const along = length * (0.06 + (0.88 * (i + 0.25 + 0.5 * random.unit())) / count)
    const isLeft = i % 2 === 0
    const spot = beside(street.line, along, isLeft ? SETBACK : -SETBACK, within)
    doors.push({ ...spot, door: 2 * Math.floor((i / count) * Math.max(count, length / 14)) + (isLeft ? 1 : 2) })
  }
  return doors
}

// Where the line leaves the neighbourhood at a border, the door moves nearer to the line or to its middle.
function beside(line: readonly number[], along: number, off: number, within: Neighbourhood): { x: number; y: number } {
  const polygon = within.polygons[0] ?? []
  const length = lengthOf(line)
  for (const at of [along, length * 0.5, length * 0.3, length * 0.7]) {
    const { x, y, nx, ny } = spotOn(line, at)
    for (const side of [off, -off, off / 4, -off / 4]) {
      const spot = { x: x + nx * side, y: y + ny * side }
      if (depthInside(polygon, spot.x, spot.y) > 0) return spot
    }
  }
  return { x: line[0] ?? 0, y: line[1] ?? 0 }
}

// A place on the line and the direction to its left there.
function spotOn(line: readonly number[], along: number): { x: number; y: number; nx: number; ny: number } {
  let rest = along
  for (let i = 2; ; i += 2) {
    const [ax, ay, bx, by] = [line[i - 2] ?? 0, line[i - 1] ?? 0, line[i] ?? 0, line[i + 1] ?? 0]
    const length = Math.hypot(bx - ax, by - ay)
    if (rest > length && i < line.length - 2) {
      rest -= length
      continue
    }
    const t = Math.min(1, rest / length)
    return { x: ax + (bx - ax) * t, y: ay + (by - ay) * t, nx: (ay - by) / length, ny: (bx - ax) / length }
  }
}
