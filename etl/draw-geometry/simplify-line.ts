import type { Position } from './mercator.ts'

/**
 * A line with as few of its vertices as keep every vertex within a tolerance of it (Douglas & Peucker 1973); ends stay.
 * Without recursion, so a line of any length does.
 */
export function simplifyLine(line: readonly Position[], tolerance: number): Position[] {
  if (line.length <= 2) return [...line]
  const keep = new Uint8Array(line.length)
  keep[0] = keep[line.length - 1] = 1
  const spans: [number, number][] = [[0, line.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span
    const { index, squared } = farthest(line, first, last)
    if (squared <= tolerance * tolerance) continue
    keep[index] = 1
    spans.push([first, index], [index, last])
  }
  return line.filter((_, i) => keep[i] === 1)
}

function farthest(line: readonly Position[], first: number, last: number): { index: number; squared: number } {
  const [a, b] = [line[first] as Position, line[last] as Position]
  let index = first
  let squared = -1
  for (let i = first + 1; i < last; i++) {
    const here = squaredDistance(line[i] as Position, a, b)
    if (here > squared) [index, squared] = [i, here]
  }
  return { index, squared }
}

function squaredDistance([x, y]: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
  return (x - a[0] - dx * along) ** 2 + (y - a[1] - dy * along) ** 2
}
