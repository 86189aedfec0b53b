import { describe, expect, it } from 'vitest'
import type { Polygon } from './dissolve.ts'
import { DISTRICT_FACTS } from './districts.ts'
import { areaOf } from './plane.ts'
import { makeSchematicPlaces } from './schematic-places.ts'

const places = makeSchematicPlaces(7, { firstId: 1 })

describe('the schematic İzmir', () => {
  it('has the 30 districts with their residents, and every neighbourhood one name and one outline', () => {
    expect(places.districts.map(({ name, population }) => ({ name, population }))).toEqual(
      DISTRICT_FACTS.districts.map(({ name, population }) => ({ name, population })),
    )
    expect(places.neighbourhoods.length).toBeGreaterThan(1250)
    expect(places.neighbourhoods.filter(({ name, polygons }) => name === '' || polygons.length === 0)).toEqual([])
    for (const [i, district] of places.districts.entries()) {
      const names = places.neighbourhoods.filter(one => one.district === i).map(one => one.name)
      expect(new Set(names).size, district.name).toBe(names.length)
    }
  })

  it('tiles each district exactly: areas add up', () => {
    for (const [i, district] of places.districts.entries()) {
      const parts = places.neighbourhoods
        .filter(one => one.district === i)
        .reduce((sum, one) => sum + squareMetres(one.polygons), 0)
      const whole = squareMetres(places.districtPolygons[i] ?? [])
      expect(Math.abs(parts - whole) / whole, district.name).toBeLessThan(1e-9)
    }
  })

  it('shares every border: each edge belongs to two neighbours in opposite directions, or to the rim of the province', () => {
    const edges = new Map<string, number>()
    for (const { polygons } of places.neighbourhoods)
      for (const [from, to] of edgesOf(polygons)) edges.set(`${from}>${to}`, (edges.get(`${from}>${to}`) ?? 0) + 1)
    const outer = new Set([...edgesOf(places.districtPolygons.flat(1))].map(([from, to]) => `${from}>${to}`))
    let shared = 0
    for (const [edge, times] of edges) {
      expect(times).toBe(1)
      if (edges.has(edge.split('>').reverse().join('>'))) shared++
      else expect(outer.has(edge)).toBe(true)
    }
    expect(shared / edges.size).toBeGreaterThan(0.85)
  })

  it('keeps to the size of the real districts', () => {
    for (const [i, facts] of DISTRICT_FACTS.districts.entries()) {
      const km2 = squareMetres(places.districtPolygons[i] ?? []) / 1e6
      expect(km2 / facts.areaKm2, facts.name).toBeGreaterThan(0.6)
      expect(km2 / facts.areaKm2, facts.name).toBeLessThan(1.7)
    }
  })
})

function squareMetres(polygons: readonly Polygon[]): number {
  return polygons.reduce((sum, rings) => sum + Math.abs(rings.reduce((area, ring) => area + areaOf(ring), 0)), 0)
}

function* edgesOf(polygons: readonly Polygon[]): Generator<[string, string]> {
  for (const ring of polygons.flat()) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
      yield [`${ring[j]},${ring[j + 1]}`, `${ring[i]},${ring[i + 1]}`]
  }
}
