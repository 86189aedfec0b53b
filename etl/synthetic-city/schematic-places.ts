import { dissolve, type Polygon } from './dissolve.ts'
import { cellAreas, DISTRICT_FACTS, nearestCell, shareAmongDistricts, spacingOf, townsOn } from './districts.ts'
import { type Mesh, makeMesh, SEA } from './mesh.ts'
import { divideDistricts, neighbourhoodNames, type Seat, settlementOf } from './neighbourhoods.ts'
import { drawOutline } from './outline.ts'
import type { Places } from './places.ts'
import { isInside, type Plane, planeAround } from './plane.ts'
import { type Random, randomOf } from './random.ts'

export type SchematicPlaces = Places &
  Readonly<{ sea: readonly Polygon[]; districtPolygons: readonly (readonly Polygon[])[] }>

/** Makes the schematic İzmir: coast, 30 districts, their neighbourhoods. Same seed, same places. */
export function makeSchematicPlaces(
  seed: number,
  how: { firstId: number; only?: readonly string[] | undefined },
): SchematicPlaces {
  return numbered(keepOnly(drawPlaces(seed), how.only), how.firstId)
}

function drawPlaces(seed: number): SchematicPlaces {
  const plane = planeAround(27.2, 38.5)
  const outline = drawOutline(plane, randomOf(seed, 'outline'))
  const towns = townsOn(plane)
  const names = neighbourhoodNames()
  const mesh = makeMesh(
    outline,
    spacingOf(
      towns,
      names.map(list => list.length),
    ),
    randomOf(seed, 'mesh'),
  )
  const ground = roughGround(mesh, randomOf(seed, 'ground'))
  const district = shareAmongDistricts(mesh, plane, ground)
  const area = cellAreas(mesh)
  const { seats, label } = divideDistricts({ mesh, plane, district, area, towns }, ground, randomOf(seed, 'seats'))
  claimIslands(mesh, label, plane)
  const polygons = dissolve(mesh, label, of => of >= 0)
  const ofDistrict = Int32Array.from(label, (of, cell) => seats[of]?.district ?? (mesh.zone[cell] === SEA ? -2 : -1))
  const outlines = dissolve(mesh, ofDistrict, of => of !== -1)
  const population = residents({ mesh, area, label, seats }, settlementOf(towns), randomOf(seed, 'population'))
  return {
    provinceId: 35,
    isSchematic: true,
    plane,
    sea: outlines.get(-2) ?? [],
    districtPolygons: DISTRICT_FACTS.districts.map((_, i) => outlines.get(i) ?? []),
    districts: DISTRICT_FACTS.districts.map((facts, i) => ({ ...facts, id: i })),
    neighbourhoods: seats.map((seat, i) => ({
      id: i,
      name: seat.name,
      district: seat.district,
      population: population[i] ?? 0,
      x: mesh.x[seat.cell] ?? 0,
      y: mesh.y[seat.cell] ?? 0,
      polygons: mainlandFirst(polygons.get(i) ?? [], mesh.x[seat.cell] ?? 0, mesh.y[seat.cell] ?? 0),
    })),
    borders: bordersOf(mesh, label, seats.length),
  }
}

// Ids follow one another: districts, then neighbourhoods; streets come after them.
function numbered(places: SchematicPlaces, firstId: number): SchematicPlaces {
  const districts = places.districts.map((district, i) => ({ ...district, id: firstId + i }))
  const first = firstId + districts.length
  return { ...places, districts, neighbourhoods: places.neighbourhoods.map((one, i) => ({ ...one, id: first + i })) }
}

function keepOnly(places: SchematicPlaces, names: readonly string[] | undefined): SchematicPlaces {
  if (!names) return places
  const kept = places.districts.map((_, i) => i).filter(i => names.includes(places.districts[i]?.name ?? ''))
  const of = new Map(kept.map((old, i) => [old, i]))
  const stay = places.neighbourhoods.map((_, i) => i).filter(i => of.has(places.neighbourhoods[i]?.district ?? -1))
  const at = new Map(stay.map((old, i) => [old, i]))
  const pick = <T>(list: readonly T[], chosen: readonly number[]): T[] => chosen.map(i => list[i] as T)
  return {
    ...places,
    districts: pick(places.districts, kept),
    districtPolygons: pick(places.districtPolygons, kept),
    neighbourhoods: pick(places.neighbourhoods, stay).map(one => ({ ...one, district: of.get(one.district) ?? 0 })),
    borders: pick(places.borders, stay).map(list => list.flatMap(i => at.get(i) ?? [])),
  }
}

// Streets are laid on the part with the seat, though an island may be larger.
function mainlandFirst(polygons: readonly Polygon[], x: number, y: number): Polygon[] {
  return [...polygons].sort(
    (a, b) => Number(isInside(b[0] ?? new Float64Array(), x, y)) - Number(isInside(a[0] ?? new Float64Array(), x, y)),
  )
}

// Rough ground bends borders: each cell costs between 0.75 and 1.35 of its width.
function roughGround(mesh: Mesh, random: Random): (a: number, b: number) => number {
  const cost = Float64Array.from(mesh.x, () => random.between(0.75, 1.35))
  return (a, b) => ((cost[a] ?? 1) + (cost[b] ?? 1)) / 2
}

// An island of the province belongs to the neighbourhood nearest to it; islands abroad stay abroad.
function claimIslands(mesh: Mesh, label: Int32Array, plane: Plane): void {
  const isIsland = (cell: number) => mesh.zone[cell] === -4 && label[cell] === -1
  for (let cell = 0; cell < label.length; cell++) {
    if (!isIsland(cell)) continue
    const near = nearestCell(
      mesh,
      mesh.x[cell] ?? 0,
      (mesh.y[cell] ?? 0) + plane.y(38.5),
      other => (label[other] ?? -1) >= 0,
    )
    const stack = [cell]
    label[cell] = label[near] ?? -1
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (let k = mesh.start[at] ?? 0; k < (mesh.start[at + 1] ?? 0); k++) {
        const next = mesh.links[k] ?? 0
        if (!isIsland(next)) continue
        label[next] = label[near] ?? -1
        stack.push(next)
      }
    }
  }
}

function residents(
  on: { mesh: Mesh; area: Float64Array; label: Int32Array; seats: readonly Seat[] },
  settled: (district: number, x: number, y: number) => number,
  random: Random,
): number[] {
  const weight = new Float64Array(on.seats.length)
  on.label.forEach((of, cell) => {
    const seat = on.seats[of]
    if (seat)
      weight[of] =
        (weight[of] ?? 0) + (on.area[cell] ?? 0) * settled(seat.district, on.mesh.x[cell] ?? 0, on.mesh.y[cell] ?? 0)
  })
  const uneven = weight.map(w => w * Math.exp(0.25 * random.normal()))
  const sums = new Float64Array(DISTRICT_FACTS.districts.length)
  on.seats.forEach((seat, i) => {
    sums[seat.district] = (sums[seat.district] ?? 0) + (uneven[i] ?? 0)
  })
  return on.seats.map((seat, i) => {
    const all = DISTRICT_FACTS.districts[seat.district]?.population ?? 0
    return Math.max(20, Math.round((all * (uneven[i] ?? 0)) / (sums[seat.district] ?? 1)))
  })
}

function bordersOf(mesh: Mesh, label: Int32Array, count: number): number[][] {
  const borders = Array.from({ length: count }, () => new Set<number>())
  for (let cell = 0; cell < label.length; cell++) {
    for (let k = mesh.start[cell] ?? 0; k < (mesh.start[cell + 1] ?? 0); k++) {
      const [a, b] = [label[cell] ?? -1, label[mesh.links[k] ?? 0] ?? -1]
      if (a >= 0 && b >= 0 && a !== b) borders[a]?.add(b)
    }
  }
  return borders.map(set => [...set].sort((a, b) => a - b))
}
