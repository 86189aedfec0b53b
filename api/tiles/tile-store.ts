import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { encodeTile } from '../../tiles/encoder/encode-tile.ts'
import type { LayerContract } from '../../tiles/layers/layer-contract.ts'
import { type Coding, encoded } from './content-coding.ts'
import { blockOf, codingOf, type RenderedTile, RenderedTiles } from './rendered-tiles.ts'
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

export type StoreOptions = Readonly<{
  /** Room for encoded tiles; 1 keeps none. */
  mostBytes?: number
  /** Whether tiles made with the drawing are used; false makes each when asked for. */
  useRendered?: boolean
}>

/** Encoded public tiles of one version of the geometry, made on the first request and kept while there is room. */
export class TileStore {
  private readonly kept: LRUCache<string, StoredTile>
  private readonly tiles = new SingleFlight<StoredTile>()
  private readonly raw = new SingleFlight<Buffer>()
  private readonly blocks = new SingleFlight<ReadonlyMap<string, StoredTile>>()
  private readonly queries: TileReader
  private readonly rendered: RenderedTiles | undefined
  private version = -1

  constructor(queries: TileReader, { mostBytes = MOST_BYTES, useRendered = true }: StoreOptions = {}) {
    this.queries = queries
    this.rendered = useRendered ? new RenderedTiles(queries) : undefined
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
    return this.tiles.run(
      `${version} ${what.key}`,
      signal,
      async stop => (await this.renderedTile(what, version, stop)) ?? this.madeTile(what, version, stop),
    )
  }

  /** The tile as it was rendered with the drawing; its whole block is kept. Undefined where none are, or for another coding. */
  private async renderedTile(what: Wanted, version: number, signal: AbortSignal): Promise<StoredTile | undefined> {
    const { layer, address, coding } = what
    const { rendered } = this
    if (!rendered || !isDrawnAt(layer, address.z)) return undefined
    if (!(await rendered.has(layer, address.z)) || coding !== 'gzip') return undefined
    const block = `${version} ${layer.id}/${blockOf(address).key}`
    const tiles = await this.blocks.run(block, signal, async () =>
      this.keepBlock(layer, await rendered.block(layer, address), version),
    )
    return tiles.get(what.key)
  }

  private keepBlock(layer: LayerContract, block: readonly RenderedTile[], version: number) {
    const tiles = new Map<string, StoredTile>()
    for (const one of block) tiles.set(...this.keep(layer.id, one, version))
    return tiles
  }

  private keep(layer: string, { address, body }: RenderedTile, version: number): [key: string, tile: StoredTile] {
    const { z, x, y } = address
    const coding = codingOf(body)
    const tile = { bytes: body, coding, etag: `"${version}-${z}-${x}-${y}-${coding}"` }
    const key = keyOf(layer, address, 'gzip')
    if (version === this.version) this.kept.set(key, tile)
    return [key, tile]
  }

  private async madeTile(what: Wanted, version: number, signal: AbortSignal): Promise<StoredTile> {
    const bytes = await this.rawTile(what, version, signal)
    const etag = `"${version}-${hash('sha1', bytes, 'base64url').slice(0, 16)}-${what.coding}"`
    const tile = { ...(await encoded(bytes, what.coding)), etag }
    if (version === this.version) this.kept.set(what.key, tile)
    return tile
  }

  private rawTile({ layer, address }: Wanted, version: number, signal: AbortSignal): Promise<Buffer> {
    if (!isDrawnAt(layer, address.z)) return Promise.resolve(EMPTY)
    const key = `${version} ${layer.id}/${address.z}/${address.x}/${address.y}`
    return this.raw.run(key, signal, async stop => encodeTile(layer, await this.queries.read(layer, address, stop)))
  }

  /** Takes note of the version of the geometry; with a new one what was kept is dropped, and the coarse tiles are fetched. */
  follow(version: number): void {
    if (version <= this.version) return
    this.version = version
    this.kept.clear()
    void this.keepCoarse(version)
  }

  /** Best effort: whoever asks before, or after it failed, gets the tile in the usual way. */
  private async keepCoarse(version: number): Promise<void> {
    try {
      for (const { layer, address, body } of (await this.rendered?.coarse()) ?? [])
        this.keep(layer, { address, body }, version)
    } catch {
      // told to the one who asks next
    }
  }
}

const EMPTY = Buffer.alloc(0)

export type Wanted = Readonly<{ key: string; layer: LayerContract; address: TileAddress; coding: Coding }>

/** Under what a tile is kept. */
export function keyOf(layer: string, { z, x, y }: TileAddress, coding: Coding): string {
  return `${layer}/${z}/${x}/${y} ${coding}`
}
