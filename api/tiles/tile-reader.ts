import { availableParallelism } from 'node:os'
import pg from 'pg'
import type { TileRow } from '../../tiles/encoder/encode-tile.ts'
import type { LayerContract } from '../../tiles/layers/layer-contract.ts'
import { LAYERS } from '../../tiles/layers/layers.ts'
import type { Database } from '../platform/database.ts'
import type { TileAddress } from './tile-address.ts'
import { COARSE_TILES, RENDERED_TILES, RENDERED_ZOOMS, tileStatement } from './tiles.queries.ts'

/** Reads the rows of public tiles. */
export type TileReader = Readonly<{
  /** @throws the signal's reason when it is aborted, after the query was stopped where the database can do that */
  read: (layer: LayerContract, address: TileAddress, signal: AbortSignal) => Promise<TileRow[]>
  /** Up to which zoom each layer's tiles are rendered. */
  renderedZooms: () => Promise<ReadonlyMap<string, number>>
  /** Rendered tiles between columns and rows, both ends included; empty ones are absent. */
  readRendered: (layer: LayerContract, range: TileRange) => Promise<RenderedRow[]>
  /** Rendered tiles of all layers up to a zoom. */
  readCoarse: (toZoom: number) => Promise<RenderedRow[]>
  close: () => Promise<void>
}>

export type TileRange = Readonly<{ z: number; left: number; right: number; top: number; bottom: number }>
export type RenderedRow = Readonly<{ layer: string; z: number; x: number; y: number; body: Buffer }>

const STATEMENT_TIMEOUT_MS = 10_000

/** Tiles on a native database have connections of their own; on the embedded one they share the only one. */
export function tileReader(db: Database): TileReader {
  return db.kind === 'native' ? onNative(db) : onEmbedded(db)
}

// jit and parallel plans cost more than a tile takes. About as many connections as cores; what waits in line can be cancelled there.
const SETTINGS = `-c role=komsu_map -c jit=off -c max_parallel_workers_per_gather=0 -c statement_timeout=${STATEMENT_TIMEOUT_MS} -c search_path=komsu,public`

function onNative(db: Database): TileReader {
  const { connectionString, ssl } = db.pool.options
  const pool = new pg.Pool({
    ...(connectionString ? { connectionString } : {}),
    ...(ssl === undefined ? {} : { ssl }),
    max: availableParallelism() + 1,
    options: SETTINGS,
    application_name: 'komsu tiles',
  })
  pool.on('error', () => {}) // an idle connection lost; the next query opens another
  return {
    read: async (layer, { z, x, y }, signal) => {
      const client = await pool.connect()
      const stopped = stopOnAbort(db, client, signal)
      try {
        signal.throwIfAborted()
        const { rows } = await client.query<TileRow>({
          name: `${layer.id}_${z}`,
          text: tileStatement(layer, z, ['$1', '$2']),
          values: [x, y],
        })
        return rows
      } finally {
        await stopped()
        client.release()
      }
    },
    renderedZooms: async () => {
      const { rows } = await pool.query<{ layer: string; rendered_to: number }>(RENDERED_ZOOMS)
      return new Map(rows.map(row => [row.layer, row.rendered_to]))
    },
    readRendered: async (layer, { z, left, right, top, bottom }) => {
      const values = [layer.id, z, left, right, top, bottom]
      const { rows } = await pool.query<RenderedRow>({ name: 'rendered', text: RENDERED_TILES, values })
      return rows
    },
    readCoarse: async toZoom => {
      const layers = LAYERS.map(layer => layer.id)
      return (await pool.query<RenderedRow>(COARSE_TILES, [layers, toZoom])).rows
    },
    close: () => pool.end(),
  }
}

type Connection = pg.PoolClient & { processID?: number | null }

/**
 * Stops a connection's query when the signal is aborted. The connection must not go back to the pool before the stop has
 * arrived, or it would hit the next query: hence the returned function to await.
 */
function stopOnAbort(db: Database, client: Connection, signal: AbortSignal): () => Promise<unknown> {
  let stopping: Promise<unknown> = Promise.resolve()
  const stop = () => {
    stopping = db.pool.query('select pg_cancel_backend($1)', [client.processID]).catch(() => {})
  }
  signal.addEventListener('abort', stop, { once: true })
  return () => {
    signal.removeEventListener('abort', stop)
    return stopping
  }
}

function onEmbedded(db: Database): TileReader {
  return {
    read: async (layer, { z, x, y }, signal) => {
      const client = await db.pool.connect()
      try {
        signal.throwIfAborted()
        // One round trip. Nothing stops a query there: it is one thread.
        const answers = await client.query(
          `begin; set local role komsu_map; ${tileStatement(layer, z, [x, y])}; commit`,
        )
        return (answers as unknown as pg.QueryResult<TileRow>[])[2]?.rows ?? []
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
    renderedZooms: async () => new Map(), // none are rendered there
    readRendered: async () => [],
    readCoarse: async () => [],
    close: async () => {},
  }
}
