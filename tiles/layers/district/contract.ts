import { APPROXIMATE_FIELD, type LayerContract, SURVEY_MARKS } from '../layer-contract.ts'

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
      marks: SURVEY_MARKS,
      description: 'places of their names, once each, from the zoom at which the name fits inside',
      fields: { name: 'name in Turkish spelling' },
    },
  },
} as const satisfies LayerContract
