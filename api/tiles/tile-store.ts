import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { encodeTile } from '../../tiles/encoder/encode-tile.ts'
import type { LayerContract } from '../../tiles/layers/layer-contract.ts'
import { type Coding, encoded } from './content-coding.ts'
import { SingleFlight } from './single-flight.ts'
import { isDrawnAt, type TileAddress } from './tile-address.ts'
import type { TileReader } from './tile-reader.ts'

/** A tile ready to be sent. */
export type StoredTile = Readonly<{
  /** Empty for an empty tile. */
  bytes: Buffer
  /** Coding of the bytes; `identity` where compression was not asked for or not worth it. */
  coding: Coding
  etag: string
}>

/** Bytes the store may hold; the least recently used go first. */
const MOST_BYTES = 96 * 2 ** 20
/** What an entry costs beside its bytes, so that empty tiles do not fill the memory for nothing. */
const ENTRY_BYTES = 300

/** Encoded public tiles of one version of the geometry, made on the first request and kept while there is room. */
export class TileStore {
  private readonly kept: LRUCache<string, StoredTile>
  private readonly tiles = new SingleFlight<StoredTile>()
  private readonly raw = new SingleFlight<Buffer>()
  private readonly queries: TileReader
  private version = -1

  constructor(queries: TileReader, mostBytes = MOST_BYTES) {
    this.queries = queries
    this.kept = new LRUCache({ maxSize: mostBytes, sizeCalculation: tile => tile.bytes.length + ENTRY_BYTES })
  }

  /** The tile if it is kept. Cheap: nothing is awaited. */
  find(key: string, version: number): StoredTile | undefined {
    return version === this.version ? this.kept.get(key) : undefined
  }

  /**
   * The tile, made if need be; requests for the same one share the work.
   * @throws the signal's reason when the asker has gone
   */
  get(what: Wanted, version: number, signal: AbortSignal): Promise<StoredTile> {
    this.follow(version)
    return this.tiles.run(`${version} ${what.key}`, signal, async stop => {
      const bytes = await this.rawTile(what, version, stop)
      const etag = `"${version}-${hash('sha1', bytes, 'base64url').slice(0, 16)}-${what.coding}"`
      const tile = { ...(await encoded(bytes, what.coding)), etag }
      if (version === this.version) this.kept.set(what.key, tile)
      return tile
    })
  }

  private rawTile({ layer, address }: Wanted, version: number, signal: AbortSignal): Promise<Buffer> {
    if (!isDrawnAt(layer, address.z)) return Promise.resolve(EMPTY)
    const key = `${version} ${layer.id}/${address.z}/${address.x}/${address.y}`
    return this.raw.run(key, signal, async stop => encodeTile(layer, await this.queries.read(layer, address, stop)))
  }

  private follow(version: number): void {
    if (version <= this.version) return
    this.version = version
    this.kept.clear()
  }
}

const EMPTY = Buffer.alloc(0)

export type Wanted = Readonly<{ key: string; layer: LayerContract; address: TileAddress; coding: Coding }>

/** Under what a tile is kept. */
export function keyOf(layer: string, { z, x, y }: TileAddress, coding: Coding): string {
  return `${layer}/${z}/${x}/${y} ${coding}`
}
