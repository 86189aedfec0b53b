import type { TileJson } from './tiles.contract.ts'

/** One answer of GET /tiles/{layer}.json, shown in GET /api/openapi.json. */
export const TILE_JSON_EXAMPLE: TileJson = {
  tilejson: '3.0.0',
  name: 'district',
  version: '1.0.2',
  scheme: 'xyz',
  tiles: ['https://komsu.example/tiles/district/{z}/{x}/{y}.mvt?v=2'],
  minzoom: 4,
  maxzoom: 14,
  bounds: [26.2, 37.8, 28.5, 39.4],
  center: [27.1, 38.4, 9],
  attribution: 'İzmir Büyükşehir Belediyesi',
  vector_layers: [
    { id: 'district', description: 'İlçe', fields: { id: 'Number', name: 'String' }, minzoom: 4, maxzoom: 14 },
  ],
}
