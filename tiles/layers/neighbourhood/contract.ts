import { APPROXIMATE_FIELD, type LayerContract, SURVEY_MARKS } from '../layer-contract.ts'

/** Neighbourhoods (mahalle). Feature id = neighbourhood id. */
export const neighbourhoodContract = {
  id: 'neighbourhood',
  minzoom: 7,
  maxzoom: 14,
  isPublic: true,
  parts: {
    '': {
      name: 'neighbourhood',
      kind: 'polygon',
      hasIds: true,
      marks: SURVEY_MARKS,
      description: 'neighbourhoods; feature id is the neighbourhood id',
      fields: { name: 'name in Turkish spelling', approximate: APPROXIMATE_FIELD },
    },
    _label: {
      name: 'neighbourhood_label',
      kind: 'point',
      hasIds: true,
      marks: SURVEY_MARKS,
      description: 'places of their names, once each, from the zoom at which the name fits inside',
      fields: { name: 'name in Turkish spelling' },
    },
  },
} as const satisfies LayerContract
