import type { LayerContract } from '../layers/layer-contract.ts'
import { encodeLayer, type LayerContent } from './encode-layer.ts'

/** A row of a tile function of sql/tiles. */
export type TileRow = LayerContent & Readonly<{ part: string }>

/**
 * A tile (MVT 2.1) from what the layer's SQL function answered.
 * @returns an empty buffer for an empty tile
 * @throws RangeError when a row does not fit the contract
 */
export function encodeTile(contract: LayerContract, rows: readonly TileRow[]): Buffer {
  const layers = rows.map(row => {
    const shape = contract.parts[row.part]
    if (!shape) throw new RangeError(`layer ${contract.id} has no part "${row.part}"`)
    return encodeLayer(shape, row)
  })
  return layers.length === 1 ? (layers[0] as Buffer) : Buffer.concat(layers)
}
