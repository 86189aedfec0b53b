import type pg from 'pg'
import { turkishKey } from '../../api/platform/turkish.ts'
import type { Polygon } from './dissolve.ts'
import { DISTRICT_FACTS } from './districts.ts'
import type { Neighbourhood, Places } from './places.ts'
import { areaOf, type Plane, planeAround, type Ring } from './plane.ts'
import { boxAround, depthInside } from './shape.ts'

/** The boundary vintage of imported neighbourhoods to build on, İzmir's before any other province's; undefined when there is none. */
export async function findImportedVintage(
  client: pg.ClientBase,
): Promise<{ id: number; province: number } | undefined> {
  const { rows } = await client.query(
    `select id, province_id as province from komsu.boundary_vintage
     where level = 'neighbourhood' and reason <> 'schematic' and valid_to is null
     order by province_id = 35 desc, province_id, valid_from desc, id desc limit 1`,
  )
  return rows[0]
}

/** Reads the neighbourhoods of a vintage as places to lay streets and households over. Populations weigh them where known. */
export async function readImportedPlaces(
  client: pg.ClientBase,
  vintage: { id: number; province: number },
): Promise<Places> {
  const { rows } = await client.query(
    `select n.id, n.name, n.district_id, d.name as district, st_asgeojson(b.geom, 8) as geom,
       (select population from komsu.area_population p where p.level = 'neighbourhood' and p.area_id = n.id order by year desc limit 1) as population
     from komsu.neighbourhood_boundary b join komsu.neighbourhood n on n.id = b.neighbourhood_id join komsu.district d on d.id = n.district_id
     where b.vintage_id = $1 and n.valid_to is null order by n.district_id, n.id`,
    [vintage.id],
  )
  const plane = planeOver(rows.map(row => row.geom))
  const ids = [...new Set<number>(rows.map(row => row.district_id))]
  const neighbourhoods = rows.map(row => settled(row, ids.indexOf(row.district_id), plane))
  const districts = ids.map((id, i) => {
    const name = rows.find(row => row.district_id === id)?.district ?? ''
    const facts = DISTRICT_FACTS.districts.find(each => turkishKey(each.name) === turkishKey(name))
    const population = neighbourhoods.reduce((sum, one) => sum + (one.district === i ? one.population : 0), 0)
    return { id, name, seat: null, population, affluence: vintage.province === 35 ? (facts?.affluence ?? 0) : 0 }
  })
  return {
    provinceId: vintage.province,
    isSchematic: false,
    plane,
    districts,
    neighbourhoods,
    borders: bordersOf(neighbourhoods),
  }
}

type Row = Readonly<{ id: number; name: string; geom: string; population: number | null }>

const UNKNOWN_POPULATION = 500

function settled(row: Row, district: number, plane: Plane): Neighbourhood {
  const { coordinates } = JSON.parse(row.geom) as { coordinates: number[][][][] }
  const polygons = coordinates
    .map(rings => rings.map(ring => ringOf(ring, plane)))
    .sort((a, b) => sizeOf(b) - sizeOf(a))
  const [x, y] = middle(polygons[0] ?? [])
  return { id: row.id, name: row.name, district, population: row.population ?? UNKNOWN_POPULATION, x, y, polygons }
}

function ringOf(ring: readonly number[][], plane: Plane): Ring {
  return Float64Array.from(ring.slice(0, -1).flatMap(([lon, lat]) => [plane.x(lon ?? 0), plane.y(lat ?? 0)]))
}

function sizeOf(polygon: Polygon): number {
  return Math.abs(areaOf(polygon[0] ?? new Float64Array()))
}

// The deepest of a lattice of places inside: near enough to the middle of settlement where nothing better is known.
function middle(polygon: Polygon): [number, number] {
  const [west, south, east, north] = boxAround(polygon)
  let best: [number, number] = [(west + east) / 2, (south + north) / 2]
  let deepest = Number.NEGATIVE_INFINITY
  for (const lattice of [9, 40]) {
    for (let i = 0.5; i < lattice; i++) {
      for (let j = 0.5; j < lattice; j++) {
        const [x, y] = [west + ((east - west) * i) / lattice, south + ((north - south) * j) / lattice]
        const depth = depthInside(polygon, x, y)
        if (depth <= deepest) continue
        deepest = depth
        best = [x, y]
      }
    }
    if (deepest > 0) break
  }
  return best
}

function planeOver(geoms: readonly string[]): Plane {
  const first = JSON.parse(geoms[geoms.length >> 1] ?? '{"coordinates":[[[[27,38]]]]}') as {
    coordinates: number[][][][]
  }
  const [lon, lat] = first.coordinates[0]?.[0]?.[0] ?? [27, 38]
  return planeAround(lon ?? 27, lat ?? 38)
}

// Real files share borders only nearly: two neighbourhoods border each other where their corners come within 30 m.
function bordersOf(neighbourhoods: readonly Neighbourhood[]): number[][] {
  const cells = new Map<string, Set<number>>()
  neighbourhoods.forEach((one, i) => {
    for (const [ring] of one.polygons) {
      for (let k = 0; k < (ring?.length ?? 0); k += 2) {
        for (const [dx, dy] of [
          [-15, -15],
          [15, -15],
          [-15, 15],
          [15, 15],
        ] as const) {
          const key = `${Math.floor(((ring?.[k] ?? 0) + dx) / 30)}:${Math.floor(((ring?.[k + 1] ?? 0) + dy) / 30)}`
          const owners = cells.get(key)
          if (owners) owners.add(i)
          else cells.set(key, new Set([i]))
        }
      }
    }
  })
  const borders = neighbourhoods.map(() => new Set<number>())
  for (const owners of cells.values()) for (const a of owners) for (const b of owners) if (a !== b) borders[a]?.add(b)
  return borders.map(set => [...set].sort((a, b) => a - b))
}
