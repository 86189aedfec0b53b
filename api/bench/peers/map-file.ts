import type { DrawnTable } from './drawn-tables.ts'

const WORLD = '-20037508.34 -20037508.34 20037508.34 20037508.34'

/** Layers MapServer is also measured on as an office without Komşu's drawing would set it up: outlines as they were recorded. */
export const RECORD_LAYERS = ['district', 'neighbourhood', 'street'] as const

/** A map file for one drawn table: no projection of its own, since tables and tiles are both EPSG:3857. */
export function drawnMapFile(drawn: DrawnTable, url: string): string {
  const filter = drawn.filter ? `PROCESSING "NATIVE_FILTER=${drawn.filter}"` : ''
  const data = `geom from ${drawn.table} using unique ${drawn.key} using srid=3857`
  return mapFile({
    name: drawn.layer,
    type: drawn.type,
    url,
    data,
    items: drawn.columns,
    more: `EXTENT ${WORLD} ${filter}`,
  })
}

/** A map file for the records themselves, EPSG:4326, in full detail. */
export function recordMapFile(layer: (typeof RECORD_LAYERS)[number], url: string): string {
  const table = layer === 'street' ? 'street_line' : `${layer}_boundary`
  const data = `geom from (select b.${layer}_id as id, p.name, b.geom from komsu.${table} b join komsu.${layer} p on p.id = b.${layer}_id
    join komsu.boundary_vintage v on v.id = b.vintage_id where v.valid_to is null) as t using unique id using srid=4326`
  const type = layer === 'street' ? 'LINE' : 'POLYGON'
  const more = 'PROJECTION "epsg:4326" END EXTENT -180 -85 180 85'
  return mapFile({ name: layer, type, url, data, items: ['id', 'name'], more })
}

type Parts = { name: string; type: string; url: string; data: string; items: readonly string[]; more: string }

// The edge buffer counts pixels of 1/256 tile: 4 of them are the 64 units of margin that our tiles have.
function mapFile({ name, type, url, data, items, more }: Parts): string {
  return `MAP
  NAME "bench" STATUS ON UNITS METERS SIZE 256 256 IMAGETYPE "mvt"
  PROJECTION "epsg:3857" END
  EXTENT ${WORLD}
  OUTPUTFORMAT
    NAME "mvt" DRIVER "MVT" EXTENSION "mvt" MIMETYPE "application/vnd.mapbox-vector-tile"
    FORMATOPTION "EXTENT=4096" FORMATOPTION "EDGE_BUFFER=4"
  END
  LAYER
    NAME "${name}" TYPE ${type} STATUS ON ${more}
    CONNECTIONTYPE POSTGIS CONNECTION "${connection(url)}"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    DATA "${data}"
    METADATA "gml_include_items" "${items.join(',')}" "gml_types" "auto" END
  END
END
`
}

// MapServer hands this text to libpq; inside, its own quoting is by single quotes.
function connection(url: string): string {
  const { hostname, port, pathname, username, password } = new URL(url)
  const parts = [
    `host=${hostname}`,
    `port=${port || 5432}`,
    `dbname=${pathname.slice(1)}`,
    `user=${username || 'postgres'}`,
  ]
  if (password) parts.push(`password=${decodeURIComponent(password)}`)
  return `${parts.join(' ')} options='-c jit=off -c max_parallel_workers_per_gather=0'`
}
