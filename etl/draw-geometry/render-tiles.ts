import { gzipSync } from 'node:zlib'
import { bulkLoad, copyLine } from '../../api/platform/bulk-load.ts'
import { type Bounds, rangeIn } from '../../api/tiles/tile-address.ts'
import { encodeTile, type TileRow } from '../../tiles/encoder/encode-tile.ts'
import type { LayerContract } from '../../tiles/layers/layer-contract.ts'
import { findLayer } from '../../tiles/layers/layers.ts'
import type { Drawing, Layer } from './draw-context.ts'

/** A zoom with more tiles than this is left to be made when asked for: a country's finest zooms would take hours. */
const MOST_TILES = 60_000
/** Smaller tiles gain nothing by compression (api/tiles/content-coding.ts). */
const WORTH_IT = 400
const BATCH_CHARACTERS = 16_000_000

/**
 * Makes every tile of a layer just drawn, zoom after zoom, and keeps it in tile.rendered, within the transaction of the
 * drawing. Only on native databases: the embedded one would take minutes for what few will look at.
 * @returns tiles that hold anything
 */
export async function renderTiles(drawing: Drawing, id: Layer): Promise<number> {
  const layer = findLayer(id)
  const { client, db } = drawing
  if (!layer || db.kind !== 'native') return 0
  await client.query('delete from tile.rendered where layer = $1', [id])
  const bounds = await boundsOf(drawing, id)
  const zooms = bounds ? zoomsToRender(layer, bounds) : []
  await client.query('set local jit = off; set local max_parallel_workers_per_gather = 0')
  let tiles = 0
  for (const [i, z] of zooms.entries()) {
    if (bounds) tiles += await renderZoom(drawing, { layer, z, bounds })
    drawing.progress(`${id} tiles`, i + 1, zooms.length)
  }
  await client.query('update tile.drawing set rendered_to = $2 where layer = $1', [id, zooms.at(-1) ?? null])
  return tiles
}

async function boundsOf({ client }: Drawing, id: Layer): Promise<Bounds | undefined> {
  const { rows } = await client.query('select west, south, east, north from tile.drawing where layer = $1', [id])
  const { west, south, east, north } = rows[0] ?? {}
  return west === null || west === undefined ? undefined : [west, south, east, north]
}

function zoomsToRender({ minzoom, maxzoom }: LayerContract, bounds: Bounds): number[] {
  const all = Array.from({ length: maxzoom - minzoom + 1 }, (_, i) => minzoom + i)
  return all.filter(z => {
    const { left, right, top, bottom } = rangeIn(bounds, z)
    return (right - left + 1) * (bottom - top + 1) <= MOST_TILES
  })
}

type Zoom = Readonly<{ layer: LayerContract; z: number; bounds: Bounds }>

async function renderZoom(drawing: Drawing, zoom: Zoom): Promise<number> {
  // The margin: what lies just outside the box of the layer still shows in the next tile.
  const { left, right, top, bottom } = rangeIn(zoom.bounds, zoom.z)
  let lines: string[] = []
  let size = 0
  let tiles = 0
  for (let y = top - 1; y <= bottom + 1; y++) {
    for (const line of await renderRow(drawing, zoom, { y, from: left - 1, to: right + 1 })) {
      lines.push(line)
      size += line.length
      tiles++
    }
    if (size > BATCH_CHARACTERS) {
      await load(drawing, lines)
      lines = []
      size = 0
    }
  }
  await load(drawing, lines)
  return tiles
}

async function load({ db, client }: Drawing, lines: string[]): Promise<void> {
  await bulkLoad(db, client, { table: 'tile.rendered', columns: ['layer', 'z', 'x', 'y', 'body'], lines })
}

/** One row of tiles in one question; as COPY lines. */
async function renderRow(
  { client }: Drawing,
  { layer, z }: Zoom,
  { y, from, to }: { y: number; from: number; to: number },
): Promise<string[]> {
  const { rows } = await client.query<TileRow & { x: number }>({
    name: `render_${layer.id}_${z}`,
    text: `select x, part, shapes, ids, names, marks
      from generate_series($1::int, $2::int) x, lateral tile.${layer.id}(${z}, x, $3::int) order by x`,
    values: [from, to, y],
  })
  const lines: string[] = []
  for (let i = 0; i < rows.length; ) {
    const x = rows[i]?.x ?? 0
    const first = i
    while (rows[i]?.x === x) i++
    const tile = encodeTile(layer, rows.slice(first, i))
    if (tile.length > 0) lines.push(copyLine([layer.id, z, x, y, `\\x${packed(tile).toString('hex')}`]))
  }
  return lines
}

function packed(tile: Buffer): Buffer {
  return tile.length < WORTH_IT ? tile : gzipSync(tile, { level: 9 })
}
