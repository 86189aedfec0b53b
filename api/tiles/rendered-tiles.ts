import type { LayerContract } from '../../tiles/layers/layer-contract.ts'
import type { TileAddress } from './tile-address.ts'
import type { RenderedRow, TileRange, TileReader } from './tile-reader.ts'

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

/** Up to this zoom all tiles are fetched at once, as soon as the version is known: what everybody sees first. */
const COARSE = 10

type Opened = Readonly<{
  /** Up to which zoom each layer is rendered. */
  zooms: ReadonlyMap<string, number>
  coarse: ReadonlyMap<string, RenderedRow>
}>

/** The tiles made when the geometry was drawn (etl/draw-geometry): the coarse ones together, others in blocks of 16 × 16. */
export class RenderedTiles {
  private readonly reader: TileReader
  private opened: Promise<Opened> | undefined

  constructor(reader: TileReader) {
    this.reader = reader
  }

  /** Asks the database (again) what is rendered, since the geometry has changed, and for the coarse tiles. */
  async coarse(): Promise<(RenderedTile & { layer: string })[]> {
    const { zooms, coarse } = await this.open()
    const isWhole = (row: RenderedRow) => row.z <= (zooms.get(row.layer) ?? -1)
    return [...coarse.values()].filter(isWhole).map(({ layer, body, ...address }) => ({ layer, address, body }))
  }

  private open(): Promise<Opened> {
    const opened = this.fetchCoarse()
    this.opened = opened
    opened.catch(() => {
      if (this.opened === opened) this.opened = undefined // the next one asks again
    })
    return opened
  }

  /** Whether every tile of the layer and zoom is either rendered or empty. */
  async has(layer: LayerContract, z: number): Promise<boolean> {
    const { zooms } = await this.known()
    return z <= (zooms.get(layer.id) ?? -1)
  }

  /** Every tile of a block, the empty ones too. Ask `has` before. */
  async block(layer: LayerContract, address: TileAddress): Promise<RenderedTile[]> {
    const { z, left, top } = blockOf(address)
    const [right, bottom] = [Math.min(left + BLOCK, 2 ** z) - 1, Math.min(top + BLOCK, 2 ** z) - 1]
    const rows = z <= COARSE ? (await this.known()).coarse : await this.fetch(layer, { z, left, right, top, bottom })
    const tiles: RenderedTile[] = []
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) {
        const of = { z, x, y }
        tiles.push({ address: of, body: rows.get(nameOf(layer.id, of))?.body ?? EMPTY })
      }
    }
    return tiles
  }

  private known(): Promise<Opened> {
    return this.opened ?? this.open()
  }

  private async fetch(layer: LayerContract, range: TileRange): Promise<ReadonlyMap<string, RenderedRow>> {
    return named(await this.reader.readRendered(layer, range))
  }

  private async fetchCoarse(): Promise<Opened> {
    const [zooms, rows] = await Promise.all([this.reader.renderedZooms(), this.reader.readCoarse(COARSE)])
    return { zooms, coarse: named(rows) }
  }
}

function named(rows: readonly RenderedRow[]): ReadonlyMap<string, RenderedRow> {
  return new Map(rows.map(row => [nameOf(row.layer, row), row]))
}

function nameOf(layer: string, { z, x, y }: TileAddress): string {
  return `${layer}/${z}/${x}/${y}`
}

/** Rendered bodies are gzip or, where too small for it, the bare tile, which never begins like gzip (RFC 1952 §2.3.1). */
export function codingOf(body: Buffer): 'gzip' | 'identity' {
  return body[0] === 0x1f && body[1] === 0x8b ? 'gzip' : 'identity'
}
