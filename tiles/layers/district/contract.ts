import { APPROXIMATE_FIELD, LABEL_MARKS, type LayerContract, NARROW_FIELD, SURVEY_MARKS } from '../layer-contract.ts'

/** Districts (ilçe). Feature id = district id. */
export const districtContract = {
  id: 'district',
  minzoom: 4,
  maxzoom: 12,
  isPublic: true,
  parts: {
    '': {
      name: 'district',
      kind: 'polygon',
      hasIds: true,
      marks: SURVEY_MARKS,
      description: 'districts; feature id is the district id',
      fields: { name: 'name in Turkish spelling', approximate: APPROXIMATE_FIELD },
    },
    _label: {
      name: 'district_label',
      kind: 'point',
      hasIds: true,
      marks: LABEL_MARKS,
      description: 'places of their names, once each; symbols for counts stand there too',
      fields: { name: 'name in Turkish spelling', narrow: NARROW_FIELD },
    },
  },
} as const satisfies LayerContract
