import { ask } from '../prepare-city.ts'

/** The table a layer is read from at one zoom: MapServer opens it directly, the API through the layer's function. */
export type DrawnTable = Readonly<{
  layer: string
  z: number
  /** Partition of the zoom, or the whole table where it has none. */
  table: string
  /** Zoom of the partition. */
  zoom: number | undefined
  /** Key MapServer needs to tell rows apart. */
  key: string
  columns: string[]
  type: 'POLYGON' | 'LINE' | 'POINT'
  /** SQL condition, or empty. */
  filter: string
}>

const TYPES = {
  district: 'POLYGON',
  neighbourhood: 'POLYGON',
  water: 'POLYGON',
  street: 'LINE',
  point: 'POINT',
} as const
const ZOOMS = Array.from({ length: 9 }, (_, i) => i + 8)

/**
 * Drawn tables of every layer for the zooms 8–16, found in the catalogue: the partition of the zoom, else of the nearest
 * finer one, else the finest.
 */
export async function drawnTables(url: string): Promise<DrawnTable[]> {
  const partitions = await ask<{ layer: string; zoom: number; table: string }>(
    url,
    `select p.relname as layer, c.oid::regclass::text as table,
            (regexp_match(pg_get_expr(c.relpartbound, c.oid), '\\d+'))[1]::int as zoom
     from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
     where p.relnamespace = 'tile'::regnamespace and c.relkind = 'r'
     order by zoom`,
  )
  return Object.entries(TYPES).flatMap(([layer, type]) =>
    ZOOMS.map(z => {
      const own = partitions.filter(one => one.layer === layer)
      const partition = own.find(one => one.zoom >= z) ?? own.at(-1)
      const table = partition?.table ?? `tile.${layer}`
      const key = layer === 'water' ? 'ctid' : 'id'
      const columns = layer === 'water' ? ['name', 'mark'] : ['id', 'name', 'mark']
      const filter = type === 'LINE' || type === 'POINT' ? `from_zoom <= ${z}` : ''
      return { layer, z, table, zoom: partition?.zoom, key, columns, type, filter }
    }),
  )
}

/**
 * SQL that makes the whole tile in the database, as other PostGIS tile servers do, from the same drawn table. It names
 * the parent table, which the map's role may read; its partitions it may not.
 */
export function tileInSql({ layer, z, zoom, columns, filter }: DrawnTable): string {
  const properties = columns.map(column => `a.${column}`).join(', ')
  const id = columns.includes('id') ? `, 'id'` : ''
  const conditions = [
    `a.geom && ST_TileEnvelope(${z}, :x, :y, margin => 64.0 / 4096)`,
    ...(zoom === undefined ? [] : [`a.zoom = ${zoom}`]),
    ...(filter === '' ? [] : [`a.${filter}`]),
  ]
  return `select ST_AsMVT(t, '${layer}', 4096, 'geom'${id}) from (
    select ${properties}, ST_AsMVTGeom(a.geom, ST_TileEnvelope(${z}, :x, :y), 4096, 64, true) as geom
    from tile.${layer} a where ${conditions.join(' and ')}
  ) t`
}
