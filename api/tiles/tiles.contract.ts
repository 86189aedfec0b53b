/** Shapes of the tiles' addresses on the wire. Pure: the browser imports it too. */
import { z } from 'zod'

const Degrees4 = z.tuple([z.number(), z.number(), z.number(), z.number()])

/** GET /tiles/{layer}.json: TileJSON 3.0 (github.com/mapbox/tilejson-spec). */
export const TileJson = z.object({
  tilejson: z.literal('3.0.0'),
  name: z.string(),
  version: z.string(),
  scheme: z.literal('xyz'),
  tiles: z.array(z.string()),
  minzoom: z.number().int(),
  maxzoom: z.number().int(),
  /** West, south, east, north. */
  bounds: Degrees4.readonly(),
  /** Longitude, latitude, zoom. */
  center: z.tuple([z.number(), z.number(), z.number()]),
  attribution: z.string(),
  vector_layers: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      fields: z.record(z.string(), z.string()),
      minzoom: z.number().int(),
      maxzoom: z.number().int(),
    }),
  ),
})
export type TileJson = z.infer<typeof TileJson>
