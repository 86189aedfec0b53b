import type { LayerShape } from '../encoder/layer-tables.ts'

export type GeometryKind = 'polygon' | 'line' | 'point'

/** One MVT layer inside a tile. */
export type MvtLayer = LayerShape &
  Readonly<{
    kind: GeometryKind
    description: string
    /** Properties and what they mean, as TileJSON lists them; values come from `marks` and the name. */
    fields: Readonly<Record<string, string>>
  }>

/** What a map layer is on the wire. Pure: the browser imports it too. */
export type LayerContract = Readonly<{
  /** Name in /tiles/{layer}; the SQL function is tile.{id}. */
  id: 'district' | 'neighbourhood' | 'street' | 'water' | 'point' | 'household'
  minzoom: number
  /** Beyond it the browser enlarges tiles of this zoom. */
  maxzoom: number
  /** By the `part` the SQL function answers: '' the features themselves, '_label' the places of their names. */
  parts: Readonly<Record<string, MvtLayer>>
  /** Whether anybody who may see the map may have it; otherwise each officer gets what they work on. */
  isPublic: boolean
}>

/** Properties of surveyed and approximate features; absent means surveyed. */
export const SURVEY_MARKS = { s: {}, a: { approximate: true } } as const

/** What tiles say about an approximate feature. */
export const APPROXIMATE_FIELD = 'true where the geometry was not surveyed; absent otherwise'

/** Properties of the place of a name; absent means that the name fits inside the area at this zoom. */
export const LABEL_MARKS = { s: {}, n: { narrow: true } } as const

/** What tiles say about a name that does not fit. */
export const NARROW_FIELD = 'true where the name does not fit inside the area at this zoom; absent otherwise'
