import type { LayerContract } from '../../tiles/layers/layer-contract.ts'
import type { Database } from '../platform/database.ts'
import { asService } from '../platform/officer.ts'
import type { TileJson } from './tiles.contract.ts'
import { type Drawing, readDrawing } from './tiles.queries.ts'

/**
 * TileJSON 3.0 of a layer.
 * @param origin of the request, as https://example.org: TileJSON wants absolute addresses
 * @param version of the geometry; part of the tiles' address, so that they may be kept for ever
 */
export async function tileJsonOf(
  db: Database,
  layer: LayerContract,
  at: { origin: string; version: number },
): Promise<TileJson> {
  const drawing = await asService(db, 'map', trx => readDrawing(trx, layer))
  const bounds = drawing.bounds ?? WORLD
  return {
    tilejson: '3.0.0',
    name: layer.id,
    version: `1.0.${at.version}`,
    scheme: 'xyz',
    tiles: [`${at.origin}/tiles/${layer.id}/{z}/{x}/{y}.mvt?v=${at.version}`],
    minzoom: layer.minzoom,
    maxzoom: layer.maxzoom,
    bounds,
    center: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2, Math.max(layer.minzoom, 8)],
    attribution: attributionOf(drawing),
    vector_layers: Object.values(layer.parts).map(part => ({
      id: part.name,
      description: part.description,
      fields: part.fields,
      minzoom: layer.minzoom,
      maxzoom: layer.maxzoom,
    })),
  }
}

const WORLD = [-180, -85.051129, 180, 85.051129] as const

/** What must be said beside the map; empty for geometry that is what it seems. */
function attributionOf({ features, approximate, isSchematic }: Drawing): string {
  if (isSchematic) return 'Şematik demo haritası, resmî sınır değildir · Schematic demo map, not official boundaries'
  if (approximate === 0) return ''
  if (approximate === features) return 'Yaklaşık çizim · Approximate geometry'
  return 'Bir kısmı yaklaşık çizim · Partly approximate geometry'
}
