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
  const flats = 1.4 + 12 * Math.min(0.8, households / Math.max(20, length))
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

function beside(line: readonly number[], along: number, off: number, within: Neighbourhood): { x: number; y: number } {
  let rest = along
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i - 2] ?? 0, line[i - 1] ?? 0, line[i] ?? 0, line[i + 1] ?? 0]
    const length = Math.hypot(bx - ax, by - ay)
    if (rest > length && i < line.length - 2) {
      rest -= length
      continue
    }
    const t = Math.min(1, rest / length)
    const [x, y] = [ax + (bx - ax) * t, ay + (by - ay) * t]
    const polygon = within.polygons[0] ?? []
    for (const side of [off, -off, off / 4]) {
      const spot = { x: x - ((by - ay) / length) * side, y: y + ((bx - ax) / length) * side }
      if (depthInside(polygon, spot.x, spot.y) > 0) return spot
    }
    return { x, y }
  }
  return { x: line[0] ?? 0, y: line[1] ?? 0 }
}
