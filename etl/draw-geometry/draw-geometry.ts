import type pg from 'pg'
import type { Progress } from '../../api/platform/command.ts'
import type { Database } from '../../api/platform/database.ts'
import { writeProvinces } from './area-entries.ts'
import { drawDistricts, drawNeighbourhoods } from './draw-areas.ts'
import type { Drawing, Layer } from './draw-context.ts'
import { drawPoints } from './draw-points.ts'
import { drawStreets } from './draw-streets.ts'
import { fingerprintOf } from './fingerprint.ts'
import { renderTiles } from './render-tiles.ts'

export type Drawn = Readonly<{ areas: number; streets: number; seconds: number }>

const LOCK = 7_203_542 // advisory lock: one drawing at a time

/**
 * Draws again what changed since the last drawing: outlines, street lines, water and points in force become the
 * generalised tables of schema `tile`. All in one transaction, so tiles are old or new, never half; the geometry version
 * goes up when anything was drawn. Run as the owner after every import of places.
 * @returns districts + neighbourhoods and streets drawn now in total (also when nothing had to be done), and seconds taken
 */
export async function drawGeometry(db: Database, progress: Progress = () => {}): Promise<Drawn> {
  const started = performance.now()
  const client = await db.pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    const changed = await drawChanged({ db, client, progress })
    if (changed)
      await client.query(
        `update komsu.data_version set version = version + 1, changed_at = now() where scope = 'geometry'`,
      )
    await client.query('commit')
    return { ...(await drawnNow(client)), seconds: Math.round(performance.now() - started) / 1000 }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const STEPS: readonly { layers: readonly Layer[]; draw: (drawing: Drawing) => Promise<number> }[] = [
  { layers: ['district', 'water'], draw: drawDistricts },
  { layers: ['neighbourhood'], draw: drawNeighbourhoods },
  { layers: ['street'], draw: drawStreets },
  { layers: ['point'], draw: drawPoints },
]

async function drawChanged(drawing: Drawing): Promise<boolean> {
  let changed = false
  for (const { layers, draw } of STEPS) {
    const [first] = layers
    if (!first) continue
    const fingerprint = await fingerprintOf(drawing, first)
    if (fingerprint === (await fingerprintBefore(drawing, first))) continue
    await draw(drawing)
    if (first === 'district') await writeProvinces(drawing)
    for (const layer of layers) {
      await record(drawing, layer, fingerprint)
      await renderTiles(drawing, layer)
    }
    changed = true
  }
  return changed
}

async function fingerprintBefore({ client }: Drawing, layer: Layer): Promise<string | undefined> {
  const { rows } = await client.query('select fingerprint from tile.drawing where layer = $1', [layer])
  return rows[0]?.fingerprint
}

async function record({ client }: Drawing, layer: Layer, fingerprint: string): Promise<void> {
  await client.query(
    `insert into tile.drawing (layer, fingerprint, features, approximate, is_schematic, west, south, east, north)
     select $1, $2, features, approximate, (select coalesce(bool_or(is_schematic), false) from komsu.province), west, south, east, north
     from (${SUMMARY[layer]}) as summary
     on conflict (layer) do update set fingerprint = excluded.fingerprint, features = excluded.features,
       approximate = excluded.approximate, is_schematic = excluded.is_schematic, west = excluded.west, south = excluded.south,
       east = excluded.east, north = excluded.north, drawn_at = now()`,
    [layer, fingerprint],
  )
}

const ofAreas = (level: string) =>
  `select count(*) as features, count(*) filter (where is_approximate) as approximate,
     min(west) as west, min(south) as south, max(east) as east, max(north) as north from tile.area where level = '${level}'`

const ofGeometry = (from: string) =>
  `select features, 0 as approximate, ST_XMin(box) as west, ST_YMin(box) as south, ST_XMax(box) as east, ST_YMax(box) as north
   from (select count(*) as features, ST_Extent(geom) as box from ${from}) as all_of_it`

const SUMMARY: Record<Layer, string> = {
  district: ofAreas('district'),
  neighbourhood: ofAreas('neighbourhood'),
  street: ofAreas('street'),
  water: ofGeometry('komsu.water'),
  point: ofGeometry('komsu.point'),
}

async function drawnNow(client: pg.PoolClient): Promise<{ areas: number; streets: number }> {
  const { rows } = await client.query(
    `select coalesce(sum(features) filter (where layer in ('district', 'neighbourhood')), 0)::int as areas,
       coalesce(sum(features) filter (where layer = 'street'), 0)::int as streets from tile.drawing`,
  )
  return rows[0]
}
