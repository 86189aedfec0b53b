import { APPROXIMATE_FIELD, LABEL_MARKS, type LayerContract, NARROW_FIELD, SURVEY_MARKS } from '../layer-contract.ts'

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
      marks: LABEL_MARKS,
      description: 'places of their names, once each; symbols for counts stand there too',
      fields: { name: 'name in Turkish spelling', narrow: NARROW_FIELD },
    },
  },
} as const satisfies LayerContract
