import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { LayerContract } from '../../tiles/layers/layer-contract.ts'
import { findLayer } from '../../tiles/layers/layers.ts'
import { actingAs, type Deps, type Slice } from '../platform/http/slice.ts'
import { problem } from '../platform/problem.ts'
import { codingFor, encoded } from './content-coding.ts'
import { geometryVersionOf } from './geometry-version.ts'
import { HOUSEHOLD_ROLES, householdTile } from './household-tile.ts'
import { sendPrivateTile, sendTile } from './send-tile.ts'
import { parseAddress, type TileAddress } from './tile-address.ts'
import { tileJsonOf } from './tile-json.ts'
import { tileReader } from './tile-reader.ts'
import { keyOf, type StoreOptions, TileStore } from './tile-store.ts'
import { TileJson } from './tiles.contract.ts'
import { TILE_JSON_EXAMPLE } from './tiles.examples.ts'

/** /tiles: where geometry comes from. Values never do; they are joined by id (INTERFACES.md). */
export const tileRoutes: Slice = tileRoutesWith()

/** The same with another store, for benchmarks: `{ mostBytes: 1, useRendered: false }` makes every tile when asked for. */
export function tileRoutesWith(options?: StoreOptions): Slice {
  return (app, deps) => {
    const desk = tileDesk(deps, options)
    app.addHook('onClose', desk.close)
    app.get('/tiles/:layer.json', { schema: TILE_JSON }, (request, reply) => desk.describe(request, reply))
    app.get<TileRequest>(
      '/tiles/:layer/:z/:x/:y.mvt',
      { schema: TILE, compress: false, config: { isData: true } },
      desk.serve,
    )
    app.get('/tiles/*', { schema: { hide: true } }, refuse)
  }
}

type TileRequest = { Params: { layer: string; z: string; x: string; y: string }; Querystring: { v?: string } }

const TILE_JSON = {
  summary: 'What a layer of the map is (TileJSON 3.0)',
  description: 'Layers: district, neighbourhood, street, water, point; household for officers who work on them.',
  tags: ['tiles'],
  params: z.object({ layer: z.string() }),
  response: { 200: TileJson.meta({ examples: [TILE_JSON_EXAMPLE] }) },
}

// No schema for params: a tile address is checked by hand, before anything else and in a microsecond.
const TILE = {
  summary: 'A tile of a layer (Mapbox Vector Tile 2.1)',
  description:
    '204 for an empty tile and outside the zooms of the layer, 400 for an address that cannot be, 404 for an unknown layer. ' +
    'With ?v= as given by the TileJSON a tile may be kept for ever. Layer household is private to the officer who asks.',
  tags: ['tiles'],
}

function tileDesk({ db }: Deps, options?: StoreOptions) {
  const queries = tileReader(db)
  const store = new TileStore(queries, options)
  const versionOf = geometryVersionOf(db, Date.now, version => store.follow(version))

  async function publicTile(request: FastifyRequest, reply: FastifyReply, layer: LayerContract, address: TileAddress) {
    const version = await versionOf()
    const coding = codingFor(request.headers['accept-encoding'])
    const gone = new AbortController()
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort()
    })
    const key = keyOf(layer.id, address, coding)
    try {
      // It may be kept after all: only the version was not known.
      const tile = store.find(key, version) ?? (await store.get({ key, layer, address, coding }, version, gone.signal))
      return sendTile(request, reply, { tile, version })
    } catch (error) {
      if (gone.signal.aborted) return reply.hijack()
      throw isOutOfTime(error) ? problem('busy', 'the tile took too long') : error
    }
  }

  async function privateTile(request: FastifyRequest, reply: FastifyReply, address: TileAddress) {
    const bytes = await householdTile(db, actingAs(request, HOUSEHOLD_ROLES), address)
    return sendPrivateTile(reply, await encoded(bytes, codingFor(request.headers['accept-encoding'])))
  }

  return {
    close: queries.close,
    async describe(request: FastifyRequest<{ Params: { layer: string } }>, reply: FastifyReply) {
      const layer = getLayer(request.params.layer)
      if (!layer.isPublic) actingAs(request, HOUSEHOLD_ROLES)
      reply.header('cache-control', 'no-cache')
      return tileJsonOf(db, layer, { origin: `${request.protocol}://${request.host}`, version: await versionOf() })
    },
    /** Not async: a tile that is kept is sent without a single promise. */
    serve(request: FastifyRequest<TileRequest>, reply: FastifyReply): unknown {
      const { layer: id, z, x, y } = request.params
      const layer = getLayer(id)
      const address = parseAddress(z, x, y)
      if (!address) throw problem('bad-tile-address', `z ${z}, x ${x}, y ${y}`)
      if (!layer.isPublic) return privateTile(request, reply, address)
      const version = versionOf()
      if (typeof version !== 'number') return publicTile(request, reply, layer, address)
      const tile = store.find(keyOf(id, address, codingFor(request.headers['accept-encoding'])), version)
      if (!tile) return publicTile(request, reply, layer, address)
      sendTile(request, reply, { tile, version })
      return undefined
    },
  }
}

function getLayer(id: string): LayerContract {
  const layer = findLayer(id)
  if (!layer) throw problem('unknown-layer', id)
  return layer
}

/** PostgreSQL's query_canceled: `statement_timeout` struck. */
function isOutOfTime(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014'
}

/** Whatever else is asked under /tiles. */
function refuse(request: FastifyRequest): never {
  const [, , id = ''] = request.url.split(/[/?]/)
  getLayer(id.replace(/\.json$/, ''))
  throw problem('bad-tile-address', 'as /tiles/neighbourhood/10/590/394.mvt')
}
