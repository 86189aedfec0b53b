import { bulkLoad, copyLine } from '../../api/platform/bulk-load.ts'
import { turkishKey } from '../../api/platform/turkish.ts'
import { openVintage, type Session } from './load-places.ts'
import type { Street } from './network.ts'
import type { Places } from './places.ts'
import { pointText } from './plane.ts'

/** Writes street lines, and the streets themselves where the registry has none of that id. */
export async function loadStreets(
  { db, client }: Session,
  places: Places,
  streets: readonly (Street & { isNew: boolean })[],
): Promise<void> {
  const vintage = await openVintage(client, 'street', places.provinceId)
  await bulkLoad(db, client, {
    table: 'komsu.street',
    columns: ['id', 'neighbourhood_id', 'name', 'name_key', 'kind'],
    lines: lines(
      streets.filter(({ isNew }) => isNew),
      street => [
        street.id,
        places.neighbourhoods[street.neighbourhood]?.id ?? null,
        street.name,
        turkishKey(street.name),
        street.kind,
      ],
    ),
  })
  await bulkLoad(db, client, {
    table: 'komsu.street_line',
    columns: ['vintage_id', 'street_id', 'geom', 'geom_source', 'is_approximate'],
    lines: lines(streets, street => [vintage, street.id, lineText(street.line, places), 'schematic', true]),
  })
}

function* lines<T>(rows: readonly T[], line: (row: T) => Parameters<typeof copyLine>[0]): Generator<string> {
  let text = ''
  for (const row of rows) {
    text += copyLine(line(row))
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield text
}

function lineText(line: readonly number[], { plane }: Places): string {
  const points: string[] = []
  for (let i = 0; i < line.length; i += 2) points.push(pointText(plane, line[i] ?? 0, line[i + 1] ?? 0))
  return `SRID=4326;MULTILINESTRING((${points.join(',')}))`
}

const POINTS = 15

/**
 * Sets fifteen solidarity points (DOMAIN.md §6) on the avenues of the busiest neighbourhood of the largest districts,
 * unless the province already has real ones.
 */
export async function loadPoints({ client }: Session, places: Places, streets: readonly Street[]): Promise<number> {
  const standing = await client.query(
    `select from komsu.point where kind = 'solidarity_point' and province_id = $1 limit 1`,
    [places.provinceId],
  )
  if (standing.rowCount) return 0
  const sites = busiest(places)
  for (const [number, i] of sites.entries()) {
    const one = places.neighbourhoods[i]
    const district = places.districts[one?.district ?? -1]
    if (!one || !district) continue
    const street =
      streets.find(({ neighbourhood, kind }) => neighbourhood === i && kind !== 'sokak') ??
      streets.find(({ neighbourhood }) => neighbourhood === i)
    const name = `${district.name} ${one.name} Dayanışma ve Danışma Noktası`
    const [x, y] = street ? [street.line[2] ?? one.x, street.line[3] ?? one.y] : [one.x, one.y]
    await client.query(
      `insert into komsu.point (kind, code, name, name_key, province_id, district_id, neighbourhood_id, geom, source)
       values ('solidarity_point', $1, $2, $3, $4, $5, $6, $7, 'synthetic')`,
      [
        `DN-${String(number + 1).padStart(2, '0')}`,
        name,
        turkishKey(name),
        places.provinceId,
        district.id,
        one.id,
        `SRID=4326;POINT(${pointText(places.plane, x, y)})`,
      ],
    )
  }
  return sites.length
}

// Districts take turns, the largest first; each gives its most peopled neighbourhoods in turn.
function busiest(places: Places): number[] {
  const order = places.districts
    .map((_, i) => i)
    .sort((a, b) => (places.districts[b]?.population ?? 0) - (places.districts[a]?.population ?? 0))
  const queues = order.map(district =>
    places.neighbourhoods
      .map((one, i) => ({ one, i }))
      .filter(({ one }) => one.district === district)
      .sort((a, b) => b.one.population - a.one.population)
      .map(({ i }) => i),
  )
  const sites: number[] = []
  for (let round = 0; sites.length < POINTS && round < places.neighbourhoods.length; round++)
    for (const queue of queues)
      if (sites.length < POINTS && queue[round] !== undefined) sites.push(queue[round] as number)
  return sites
}
