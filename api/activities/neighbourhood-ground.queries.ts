import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { PlanNeighbourhood } from './plan.rules.ts'

/** Which geometry the drawn areas are of; counts up with every import of boundaries. */
export async function geometryVersion(trx: Trx): Promise<number> {
  const { rows } = await sql<{
    version: number
  }>`select version from komsu.data_version where scope = 'geometry'`.execute(trx)
  return rows[0]?.version ?? 0
}

/** Neighbourhoods of the newest boundaries: the middle of their box and whom they touch, as etl/draw-geometry worked out. */
export async function listNeighbourhoods(trx: Trx): Promise<PlanNeighbourhood[]> {
  const { rows } = await sql<PlanNeighbourhood>`
    select id, (west + east) / 2 as lon, (south + north) / 2 as lat, to_jsonb(neighbours) as next from tile.area where level = 'neighbourhood' order by id`.execute(
    trx,
  )
  return rows
}
