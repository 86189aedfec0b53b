import type { Drawing, Layer } from './draw-context.ts'
import { IN_FORCE } from './read-record.ts'

/** Goes up when the way of drawing or of encoding tiles changes, so that an upgraded Komşu draws again. */
const WAY_OF_DRAWING = 2

const SOURCES: Record<Layer, string[]> = {
  district: [boundaries('district'), waters()],
  neighbourhood: [boundaries('neighbourhood')],
  street: [streets()],
  water: [boundaries('district'), waters()],
  point: [points()],
}

/** Hash of everything a layer is drawn from, as it holds today. */
export async function fingerprintOf({ client }: Drawing, layer: Layer): Promise<string> {
  const sums: string[] = [`v${WAY_OF_DRAWING}`]
  for (const source of SOURCES[layer]) {
    const { rows } = await client.query(
      `select count(*) || ':' || coalesce(sum(hash_record_extended(r, 0)::numeric), 0) as sum from (${source}) as r`,
    )
    sums.push(rows[0].sum)
  }
  return sums.join(' ')
}

function boundaries(level: 'district' | 'neighbourhood'): string {
  return `select v.id as vintage, v.valid_from, v.province_id, a.id, a.name, b.geom_source, b.is_approximate, ST_AsBinary(b.geom)
    from komsu.boundary_vintage v join komsu.${level}_boundary b on b.vintage_id = v.id join komsu.${level} a on a.id = b.${level}_id
    where v.level = '${level}' and ${IN_FORCE} and (a.valid_to is null or a.valid_to > current_date)`
}

function streets(): string {
  return `select v.id as vintage, v.valid_from, v.province_id, s.id, s.name, s.kind, b.geom_source, b.is_approximate, ST_AsBinary(b.geom)
    from komsu.boundary_vintage v join komsu.street_line b on b.vintage_id = v.id join komsu.street s on s.id = b.street_id
    where v.level = 'street' and ${IN_FORCE} and (s.valid_to is null or s.valid_to > current_date)`
}

function waters(): string {
  return 'select w.id, w.province_id, w.kind, w.name, ST_AsBinary(w.geom) from komsu.water w'
}

function points(): string {
  return `select p.id, p.kind, p.name, ST_AsBinary(p.geom) from komsu.point p
    where p.valid_from <= current_date and (p.valid_to is null or p.valid_to > current_date)`
}
