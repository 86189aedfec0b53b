/** Single places: solidarity points, and for those who work on them the households of their files. */
import type { LayerSpecification } from 'maplibre-gl'
import type { Flavour } from './flavour.ts'
import type { Shown } from './style.ts'

export function places(flavour: Flavour, shown: Shown): LayerSpecification[] {
  const dot = (id: string, source: string): LayerSpecification => ({
    id,
    type: 'circle',
    source,
    'source-layer': source,
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 4, 16, 8],
      'circle-color': flavour.outlineHalo,
      'circle-stroke-color': flavour.point,
      'circle-stroke-width': 3,
    },
  })
  const solidarity = { ...dot('point-solidarity', 'point'), filter: ['==', ['get', 'kind'], 'solidarity_point'] }
  return [
    ...(shown.points ? [solidarity as LayerSpecification] : []),
    ...(shown.households ? [{ ...dot('household', 'household'), minzoom: 15 } as LayerSpecification] : []),
  ]
}
