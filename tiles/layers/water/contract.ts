import type { LayerContract } from '../layer-contract.ts'

/** Sea, lakes, wide rivers; in pieces, without ids. */
export const waterContract = {
  id: 'water',
  minzoom: 4,
  maxzoom: 14,
  isPublic: true,
  parts: {
    '': {
      name: 'water',
      kind: 'polygon',
      hasIds: false,
      marks: { s: { kind: 'sea' }, l: { kind: 'lake' }, r: { kind: 'river' } },
      description: 'sea, lakes and rivers, in pieces',
      fields: { name: 'name, where it has one', kind: 'sea, lake or river' },
    },
  },
} as const satisfies LayerContract
