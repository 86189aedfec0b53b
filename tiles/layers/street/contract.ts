import { APPROXIMATE_FIELD, type LayerContract } from '../layer-contract.ts'

/** Streets (cadde, sokak). Below zoom 14 only as many as there is room for. Feature id = street id. */
export const streetContract = {
  id: 'street',
  minzoom: 8,
  maxzoom: 15,
  isPublic: true,
  parts: {
    '': {
      name: 'street',
      kind: 'line',
      hasIds: true,
      marks: {
        m: { class: 'main' },
        o: { class: 'other' },
        M: { class: 'main', approximate: true },
        O: { class: 'other', approximate: true },
      },
      description: 'streets; feature id is the street id',
      fields: {
        name: 'name in Turkish spelling',
        class: 'main (cadde, bulvar) or other',
        approximate: APPROXIMATE_FIELD,
      },
    },
  },
} as const satisfies LayerContract
