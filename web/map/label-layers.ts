/**
 * Names on the map. No glyphs are fetched: MapLibre draws them from the page's own Noto Sans, Turkish letters included.
 * A weight is asked for by its English name in the font's name.
 */
import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import type { Flavour } from './flavour.ts'
import type { Shown } from './style.ts'

const REGULAR = ['Noto Sans']
const SEMIBOLD = ['Noto Sans SemiBold', 'Noto Sans']

export function labelLayers(flavour: Flavour, level: Shown['level']): LayerSpecification[] {
  const onDark: ExpressionSpecification = ['boolean', ['feature-state', 'onDark'], false]
  const byGround = {
    'text-color': ['case', onDark, flavour.labelOnDark, flavour.labelOnLight],
    'text-halo-color': ['case', onDark, flavour.haloOnDark, flavour.haloOnLight],
  } satisfies SymbolLayerSpecification['paint']
  const ink = { 'text-color': flavour.label, 'text-halo-color': flavour.labelHalo }
  const groundOf = (own: Shown['level']) => (own === level ? byGround : ink)
  return [
    {
      id: 'street-name',
      type: 'symbol',
      source: 'street',
      'source-layer': 'street',
      minzoom: 15,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'name'],
        'text-font': REGULAR,
        'text-size': 11,
        'text-max-angle': 30,
        'text-padding': 8,
      },
      paint: { ...ink, 'text-halo-width': 1.4 },
    },
    {
      id: 'neighbourhood-name',
      type: 'symbol',
      source: 'neighbourhood',
      'source-layer': 'neighbourhood_label',
      filter: ['!', ['has', 'narrow']],
      minzoom: 11.4,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': REGULAR,
        'text-size': ['interpolate', ['linear'], ['zoom'], 11, 11, 15, 14],
        'text-max-width': 7,
        'text-line-height': 1.1,
        'text-padding': 6,
      },
      paint: { ...groundOf('neighbourhood'), 'text-halo-width': 1.3 },
    },
    {
      id: 'district-name',
      type: 'symbol',
      source: 'district',
      'source-layer': 'district_label',
      filter: ['!', ['has', 'narrow']],
      maxzoom: 12.4,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': SEMIBOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 7, 11, 9, 13, 12, 17],
        'text-letter-spacing': ['interpolate', ['linear'], ['zoom'], 9, 0.01, 12, 0.08],
        'text-max-width': 8,
        'text-padding': 4,
      },
      paint: { ...groundOf('district'), 'text-halo-width': 1.5 },
    },
  ]
}
