import type { LayerContract } from '../layer-contract.ts'

/** Places that serve people. Which kind appears from which zoom is said in etl/draw-geometry/draw-points.ts. */
export const pointContract = {
  id: 'point',
  minzoom: 10,
  maxzoom: 15,
  isPublic: true,
  parts: {
    '': {
      name: 'point',
      kind: 'point',
      hasIds: true,
      marks: {
        p: { kind: 'solidarity_point' },
        b: { kind: 'municipal_building' },
        h: { kind: 'health_centre' },
        c: { kind: 'school' },
        r: { kind: 'rail_stop' },
        a: { kind: 'assembly_area' },
        s: { kind: 'bus_stop' },
        o: { kind: 'other' },
      },
      description: 'places that serve people; feature id is the point id',
      fields: { name: 'name', kind: 'what it is: solidarity_point, assembly_area, bus_stop, …' },
    },
  },
} as const satisfies LayerContract
