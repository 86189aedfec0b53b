import type { LayerContract } from '../../tiles/layers/layer-contract.ts'
import type { TileAddress } from './tile-address.ts'
import type { TileReader } from './tile-reader.ts'

/** A tile as it was rendered; empty where there is nothing. */
export type RenderedTile = Readonly<{ address: TileAddress; body: Buffer }>

/** Tiles are fetched with those around them: who looks at one looks at its neighbours. */
const BLOCK = 16

const EMPTY = Buffer.alloc(0)

/** Column, row and zoom of the block a tile lies in. */
export function blockOf({ z, x, y }: TileAddress): { key: string; left: number; top: number; z: number } {
  const [left, top] = [x - (x % BLOCK), y - (y % BLOCK)]
  return { key: `${z}/${left}/${top}`, left, top, z }
}

/** The tiles made when the geometry was drawn (etl/draw-geometry), in blocks of 16 × 16. */
export class RenderedTiles {
  private readonly reader: TileReader
  private zooms: Promise<ReadonlyMap<string, number>> | undefined

  constructor(reader: TileReader) {
    this.reader = reader
  }

  /** Asks the database again what is rendered: the geometry has changed. */
  forget(): void {
    this.zooms = undefined
  }

  /** Whether every tile of the layer and zoom is either rendered or empty. */
  async has(layer: LayerContract, z: number): Promise<boolean> {
    this.zooms ??= this.reader.renderedZooms()
    try {
      return z <= ((await this.zooms).get(layer.id) ?? -1)
    } catch (error) {
      this.zooms = undefined
      throw error
    }
  }

  /** Every tile of a block, the empty ones too. */
  async block(layer: LayerContract, address: TileAddress): Promise<RenderedTile[]> {
    const { z, left, top } = blockOf(address)
    const [right, bottom] = [Math.min(left + BLOCK, 2 ** z) - 1, Math.min(top + BLOCK, 2 ** z) - 1]
    const rows = await this.reader.readRendered(layer, { z, left, right, top, bottom })
    const bodies = new Map(rows.map(({ x, y, body }) => [x * 2 ** z + y, body]))
    const tiles: RenderedTile[] = []
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++)
        tiles.push({ address: { z, x, y }, body: bodies.get(x * 2 ** z + y) ?? EMPTY })
    }
    return tiles
  }
}

/** Rendered bodies are gzip or, where too small for it, the bare tile, which never begins like gzip (RFC 1952 §2.3.1). */
export function codingOf(body: Buffer): 'gzip' | 'identity' {
  return body[0] === 0x1f && body[1] === 0x8b ? 'gzip' : 'identity'
}
