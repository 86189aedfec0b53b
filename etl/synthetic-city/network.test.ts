import { describe, expect, it } from 'vitest'
import { doorsAlong } from './addresses.ts'
import { find, join } from './gates.ts'
import { layStreets, lengthOf, type Street } from './network.ts'
import { randomOf } from './random.ts'
import { makeSchematicPlaces } from './schematic-places.ts'
import { depthInside } from './shape.ts'

const places = makeSchematicPlaces(7, { firstId: 1 })
const streets = layStreets(places, { wanted: 10_500, seed: 7, firstId: 5000 })

describe('the streets', () => {
  it('are about as many as wanted, some in every neighbourhood', () => {
    expect(streets.length).toBeGreaterThan(9000)
    expect(streets.length).toBeLessThan(13_000)
    expect(new Set(streets.map(({ neighbourhood }) => neighbourhood)).size).toBe(places.neighbourhoods.length)
  })

  it('form one connected walkable network that meets at the very same coordinates', () => {
    const ids = new Map<string, number>()
    const corner = (line: readonly number[], i: number) => {
      const key = `${line[i]},${line[i + 1]}`
      const id = ids.get(key) ?? ids.size
      ids.set(key, id)
      return id
    }
    const ways: [number, number][] = streets.flatMap(({ line }) =>
      Array.from({ length: line.length / 2 - 1 }, (_, i): [number, number] => [
        corner(line, 2 * i),
        corner(line, 2 * i + 2),
      ]),
    )
    const root = Int32Array.from({ length: ids.size }, (_, i) => i)
    for (const [a, b] of ways) join(root, a, b)
    expect(new Set(Array.from(root, (_, i) => find(root, i))).size).toBe(1)
  })

  it('stay in their neighbourhood', () => {
    let strays = 0
    for (const { line, neighbourhood } of streets) {
      const polygon = places.neighbourhoods[neighbourhood]?.polygons[0] ?? []
      for (let i = 2; i < line.length; i += 2) {
        const [x, y] = [((line[i] ?? 0) + (line[i - 2] ?? 0)) / 2, ((line[i + 1] ?? 0) + (line[i - 1] ?? 0)) / 2]
        if (depthInside(polygon, x, y) < 0) strays++
      }
    }
    expect(strays).toBe(0)
  })

  it('have one name each in a neighbourhood, avenues among them', () => {
    const names = streets.map(({ neighbourhood, name }) => `${neighbourhood} ${name}`)
    expect(new Set(names).size).toBe(names.length)
    expect(streets.filter(({ kind }) => kind === 'bulvar').length).toBeGreaterThan(20)
    expect(streets.filter(({ name }) => /^\d+(\/\d)?\. Sokak$/.test(name)).length).toBeGreaterThan(streets.length / 3)
  })
})

describe('doors along a street', () => {
  const [street, home] = longestLane()

  it('stand beside it, odd on one side and even on the other, each number once, inside the neighbourhood', () => {
    const doors = doorsAlong(street, 30, home, randomOf(1, 'doors'))
    expect(new Set(doors.map(({ door }) => door)).size).toBe(doors.length)
    for (const { x, y } of doors) {
      expect(depthInside(home.polygons[0] ?? [], x, y)).toBeGreaterThan(0)
      expect(toLine(street.line, x, y)).toBeLessThan(9)
    }
    const sides = doors.map(({ x, y, door }) => ({ odd: door % 2, left: isLeft(street.line, x, y) }))
    const agreeing = sides.filter(({ odd, left }) => (odd === 1) === left).length
    expect(agreeing).toBe(doors.length)
  })
})

function longestLane(): [Street, (typeof places.neighbourhoods)[number]] {
  const straight = streets.filter(({ kind, line }) => kind === 'sokak' && line.length === 6)
  const street = straight
    .sort((a, b) => lengthOf(b.line) - lengthOf(a.line))
    .find(({ neighbourhood, line }) => isDeep(neighbourhood, line))
  const home = places.neighbourhoods[street?.neighbourhood ?? -1]
  if (!street || !home) throw new Error('no lane to test on')
  return [street, home]
}

function isDeep(neighbourhood: number, line: readonly number[]): boolean {
  const polygon = places.neighbourhoods[neighbourhood]?.polygons[0] ?? []
  return [0, 2, 4].every(i => depthInside(polygon, line[i] ?? 0, line[i + 1] ?? 0) > 40)
}

function toLine(line: readonly number[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 2; i < line.length; i += 2) {
    const [ax, ay, bx, by] = [line[i - 2] ?? 0, line[i - 1] ?? 0, line[i] ?? 0, line[i + 1] ?? 0]
    const t = Math.max(
      0,
      Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)),
    )
    nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)))
  }
  return nearest
}

function isLeft(line: readonly number[], x: number, y: number): boolean {
  const [ax, ay, bx, by] = [line[0] ?? 0, line[1] ?? 0, line[4] ?? 0, line[5] ?? 0]
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0
}
