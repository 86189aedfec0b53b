import { z } from 'zod'
import districtFile from '../../data/izmir-districts.json' with { type: 'json' }
import { grow } from './grow.ts'
import { type Mesh, UNCLAIMED } from './mesh.ts'
import type { Plane } from './plane.ts'

const Spot = z.tuple([z.number(), z.number()])
const DistrictFile = z.object({
  year: z.number(),
  districts: z.array(
    z.object({
      name: z.string(),
      seat: z.string(),
      population: z.number(),
      areaKm2: z.number(),
      at: Spot,
      anchors: z.array(Spot),
      towns: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
      affluence: z.number(),
    }),
  ),
  places: z.record(z.string(), z.record(z.string(), Spot)),
})

/** The facts about the 30 districts, and where they are drawn (data/izmir-districts.json). */
export const DISTRICT_FACTS = DistrictFile.parse(districtFile)

export type Town = Readonly<{ district: number; x: number; y: number; share: number; radius: number }>

/** Towns of all districts, metres. */
export function townsOn(plane: Plane): Town[] {
  return DISTRICT_FACTS.districts.flatMap((facts, district) =>
    facts.towns.map(([lon, lat, share, radius]) => ({
      district,
      x: plane.x(lon),
      y: plane.y(lat),
      share,
      radius: radius * 1000,
    })),
  )
}

/**
 * Distance wanted between cells: fine in towns with many neighbourhoods, coarse in the country.
 * @param names number of neighbourhoods of each district
 */
export function spacingOf(towns: readonly Town[], names: readonly number[]): (x: number, y: number) => number {
  const cores = towns.map(town => {
    const neighbourhoods = Math.max(2, town.share * (names[town.district] ?? 1) * 0.6)
    return { ...town, core: Math.min(350, Math.max(100, (town.radius * 1.77) / Math.sqrt(neighbourhoods * 12))) }
  })
  return (x, y) => {
    let least = 1000
    let nearest = Number.POSITIVE_INFINITY
    for (const town of cores) {
      const beyond = Math.hypot(x - town.x, y - town.y) - town.radius
      const here = town.core + Math.max(0, beyond) * 0.3
      if (here < least) least = here
      if (beyond < nearest) nearest = beyond
    }
    return least * 1.5 + Math.max(0, nearest - 16_000) * 0.4
  }
}

/**
 * Shares the land of the province among the districts: they grow from their seats and anchors, with head starts fitted
 * so that areas come near the real ones.
 * @returns district of each cell, −1 outside the province
 */
export function shareAmongDistricts(mesh: Mesh, plane: Plane, stretch: (a: number, b: number) => number): Int32Array {
  const cells = cellAreas(mesh)
  const facts = DISTRICT_FACTS.districts
  const lead = new Float64Array(facts.length)
  let district: Int32Array = new Int32Array(0)
  for (let round = 0; round < 14; round++) {
    district = grow(mesh, sproutsOf(mesh, plane, lead), cell => mesh.zone[cell] === UNCLAIMED, stretch)
    const area = new Float64Array(facts.length)
    district.forEach((of, cell) => {
      if (of >= 0) area[of] = (area[of] ?? 0) + (cells[cell] ?? 0)
    })
    facts.forEach((fact, i) => {
      const missing = Math.sqrt(fact.areaKm2 * 1e6) - Math.sqrt(area[i] ?? 0)
      lead[i] = (lead[i] ?? 0) + missing * 0.25
    })
  }
  return regrown(mesh, district, cells, stretch)
}

// A head start can leave a district in two parts; only the larger keeps its name, the neighbours take the rest.
function regrown(mesh: Mesh, district: Int32Array, area: Float64Array, stretch: (a: number, b: number) => number) {
  const part = new Int32Array(district.length).fill(-1)
  const parts: { district: number; area: number }[] = []
  for (let first = 0; first < district.length; first++) {
    const of = district[first] ?? -1
    if (of < 0 || part[first] !== -1) continue
    const found = { district: of, area: 0 }
    const stack = [first]
    part[first] = parts.length
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      found.area += area[cell] ?? 0
      for (let k = mesh.start[cell] ?? 0; k < (mesh.start[cell + 1] ?? 0); k++) {
        const next = mesh.links[k] ?? 0
        if (district[next] !== of || part[next] !== -1) continue
        part[next] = parts.length
        stack.push(next)
      }
    }
    parts.push(found)
  }
  const largest = DISTRICT_FACTS.districts.map((_, i) =>
    Math.max(...parts.filter(each => each.district === i).map(each => each.area)),
  )
  const sprouts = Array.from(part, (of, cell) => ({
    cell,
    label: parts[of]?.district ?? -1,
    cost: 0,
    area: parts[of]?.area ?? 0,
  }))
  return grow(
    mesh,
    sprouts.filter(({ label, area: of }) => label >= 0 && of === largest[label]),
    cell => mesh.zone[cell] === UNCLAIMED,
    stretch,
  )
}

function sproutsOf(mesh: Mesh, plane: Plane, lead: Float64Array) {
  const most = Math.max(...lead)
  return DISTRICT_FACTS.districts.flatMap((facts, label) =>
    [facts.at, ...facts.anchors].map(([lon, lat]) => ({
      cell: nearestCell(mesh, plane.x(lon), plane.y(lat), cell => mesh.zone[cell] === UNCLAIMED),
      label,
      cost: most - (lead[label] ?? 0),
    })),
  )
}

/** The nearest cell that may be used. */
export function nearestCell(mesh: Mesh, x: number, y: number, may: (cell: number) => boolean): number {
  const close = mesh.delaunay.find(x, y)
  if (may(close)) return close
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let cell = 0; cell < mesh.x.length; cell++) {
    const squared = ((mesh.x[cell] ?? 0) - x) ** 2 + ((mesh.y[cell] ?? 0) - y) ** 2
    if (squared < least && may(cell)) {
      best = cell
      least = squared
    }
  }
  return best
}

/** Area of each cell, m², as a third of its Delaunay triangles: near enough for sharing land. */
export function cellAreas(mesh: Mesh): Float64Array {
  const { triangles, points } = mesh.delaunay
  const areas = new Float64Array(mesh.x.length)
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [triangles[t] ?? 0, triangles[t + 1] ?? 0, triangles[t + 2] ?? 0]
    const [ax, ay] = [points[2 * a] ?? 0, points[2 * a + 1] ?? 0]
    const twice =
      ((points[2 * b] ?? 0) - ax) * ((points[2 * c + 1] ?? 0) - ay) -
      ((points[2 * c] ?? 0) - ax) * ((points[2 * b + 1] ?? 0) - ay)
    for (const cell of [a, b, c]) areas[cell] = (areas[cell] ?? 0) + Math.abs(twice) / 6
  }
  return areas
}
