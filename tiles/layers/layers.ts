import { districtContract } from './district/contract.ts'
import { householdContract } from './household/contract.ts'
import type { LayerContract } from './layer-contract.ts'
import { neighbourhoodContract } from './neighbourhood/contract.ts'
import { pointContract } from './point/contract.ts'
import { streetContract } from './street/contract.ts'
import { waterContract } from './water/contract.ts'

/** Every map layer, bottom first. A new layer is a folder beside this file, a function in sql/tiles and a line here. */
export const LAYERS: readonly LayerContract[] = [
  waterContract,
  districtContract,
  neighbourhoodContract,
  streetContract,
  pointContract,
  householdContract,
]

/** The layer of that name, or undefined. */
export function findLayer(id: string): LayerContract | undefined {
  return LAYERS.find(layer => layer.id === id)
}
