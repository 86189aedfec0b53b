import type { LayerContract } from '../layer-contract.ts'

/** Households with a case for the officer who asks, and nobody else. No name. Feature id = household id. */
export const householdContract = {
  id: 'household',
  minzoom: 15,
  maxzoom: 16,
  isPublic: false,
  parts: {
    '': {
      name: 'household',
      kind: 'point',
      hasIds: true,
      marks: {
        d: { status: 'draft' },
        w: { status: 'awaiting_inquiry' },
        a: { status: 'assigned' },
        i: { status: 'in_inspection' },
        s: { status: 'inspected' },
        e: { status: 'eligible' },
        n: { status: 'ineligible' },
        c: { status: 'before_commission' },
        g: { status: 'granted' },
        r: { status: 'refused' },
        x: { status: 'expired' },
        t: { status: 'terminated' },
        q: { status: 'withdrawn' },
      },
      description: 'households with a case for the officer who asks; feature id is the household id',
      fields: { status: 'state of its newest application' },
    },
  },
} as const satisfies LayerContract
