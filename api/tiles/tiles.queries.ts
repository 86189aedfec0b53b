import { sql } from 'kysely'
import type { TileRow } from '../../tiles/encoder/encode-tile.ts'
import type { LayerContract } from '../../tiles/layers/layer-contract.ts'
import type { Trx } from '../platform/database.ts'
import type { Bounds, TileAddress } from './tile-address.ts'

/** How often the drawn geometry has changed; 0 before anything was drawn. */
export async function readGeometryVersion(trx: Trx): Promise<number> {
  const row = await trx.selectFrom('data_version').select('version').where('scope', '=', 'geometry').executeTakeFirst()
  return row?.version ?? 0
}

export type Drawing = { bounds: Bounds | undefined; features: number; approximate: number; isSchematic: boolean }

/** What is drawn of a layer. Households lie where neighbourhoods do. */
export async function readDrawing(trx: Trx, layer: LayerContract): Promise<Drawing> {
  const row = await trx
    .selectFrom('tile.drawing')
    .selectAll()
    .where('layer', '=', layer.id === 'household' ? 'neighbourhood' : layer.id)
    .executeTakeFirst()
  if (!row) return { bounds: undefined, features: 0, approximate: 0, isSchematic: false }
  const { west, south, east, north } = row
  const isEmpty = west === null || south === null || east === null || north === null
  return {
    bounds: isEmpty ? undefined : [west, south, east, north],
    features: row.features,
    approximate: row.approximate,
    isSchematic: row.is_schematic,
  }
}

/** The households of a tile as the acting officer may see them. */
export async function readHouseholds(trx: Trx, { z, x, y }: TileAddress): Promise<TileRow[]> {
  const { rows } = await sql<TileRow>`
    select part, shapes, ids, names, marks from tile.household(${z}::int, ${x}::int, ${y}::int)`.execute(trx)
  return rows
}

/** Statement that reads a public tile. Zoom stands in the text, so that a prepared plan knows its partition. */
export function tileStatement(layer: LayerContract, z: number, [x, y]: readonly [string | number, string | number]) {
  return `select part, shapes, ids, names, marks from tile.${layer.id}(${z}, ${x}, ${y})`
}

/** Up to which zoom each layer is rendered. */
export const RENDERED_ZOOMS = 'select layer, rendered_to from tile.drawing where rendered_to is not null'

/** Rendered tiles of a layer ($1) and zoom ($2) in columns $3 to $4 and rows $5 to $6. */
export const RENDERED_TILES = `select layer, z, x, y, body from tile.rendered
  where layer = $1 and z = $2 and x between $3 and $4 and y between $5 and $6`

/** Rendered tiles of the layers $1 up to zoom $2. (With the layers named the key serves; without, the table is read whole.) */
export const COARSE_TILES = 'select layer, z, x, y, body from tile.rendered where layer = any($1) and z <= $2'
