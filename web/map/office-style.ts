/** The office's map: the same land, water, streets and names as the need map, without figures; points and tools on top. */
import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import { isChosen } from './expressions.ts'
import type { Flavour } from './flavour.ts'
import { needMapStyle } from './style.ts'

const GROUND =
  /^(background|sea|coast|land|inland-water|street-context)$|-border(-approximate)?$|-outline(-halo)?$|-name$/
const SHOWN = { level: 'street', kind: 'rate', points: false, households: false, columns: false } as const

/** Above this zoom every point stands for itself. */
export const APART_FROM_ZOOM = 15

const NOTHING: GeoJSONSourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
const POINTS: GeoJSONSourceSpecification = {
  ...NOTHING,
  cluster: true,
  clusterRadius: 26,
  clusterMaxZoom: APART_FROM_ZOOM - 1,
  clusterProperties: {
    selected: ['+', ['case', ['get', 'selected'], 1, 0]],
    urgent: ['+', ['case', ['get', 'urgent'], 1, 0]],
  },
}

export function officeMapStyle(flavour: Flavour, origin: string): StyleSpecification {
  const base = needMapStyle(flavour, SHOWN, origin)
  const { point: _, ...sources } = base.sources
  const isName = (layer: LayerSpecification) => layer.id.endsWith('-name')
  const ground = base.layers.filter(layer => GROUND.test(layer.id))
  return {
    ...base,
    sources: { ...sources, points: POINTS, active: NOTHING, lasso: NOTHING },
    layers: [
      ...ground
        .filter(layer => !isName(layer))
        .flatMap(layer => (layer.id === 'land' ? [layer, ...tints(flavour)] : [layer])),
      ...ground.filter(isName),
      ...pointLayers(flavour),
      ...lassoLayers(flavour),
    ],
  }
}

/** Areas brought forward: a tint under the streets beside their outline. */
function tints(flavour: Flavour): LayerSpecification[] {
  return (['district', 'neighbourhood'] as const).map(level => ({
    id: `${level}-tint`,
    type: 'fill',
    source: level,
    'source-layer': level,
    paint: { 'fill-color': flavour.point, 'fill-opacity': ['case', isChosen, 0.12, 0] },
  }))
}

const count: ExpressionSpecification = ['get', 'point_count']
const selected: ExpressionSpecification = ['get', 'selected']
const isWhole: ExpressionSpecification = ['==', selected, count]
const isPart: ExpressionSpecification = ['all', ['>', selected, 0], ['!', isWhole]]

function pointLayers(flavour: Flavour): LayerSpecification[] {
  const isCluster: ExpressionSpecification = ['has', 'point_count']
  /** Wider where a part is selected: its label says 3/12. */
  const sized = (usual: number): ExpressionSpecification => ['case', isPart, usual + 8, usual]
  return [
    {
      id: 'cluster',
      type: 'circle',
      source: 'points',
      filter: isCluster,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['sqrt', count], 1.4, sized(13), 10, sized(20), 60, sized(36)],
        'circle-color': ['case', isWhole, flavour.point, flavour.outlineHalo],
        'circle-stroke-color': flavour.point,
        'circle-stroke-width': ['case', isPart, 5, 2],
      },
    },
    {
      id: 'cluster-count',
      type: 'symbol',
      source: 'points',
      filter: isCluster,
      layout: {
        'text-field': [
          'concat',
          ['case', isPart, ['concat', ['to-string', selected], '/'], ''],
          ['to-string', count],
          ['case', ['>', ['get', 'urgent'], 0], ' !', ''],
        ],
        'text-font': ['Noto Sans SemiBold', 'Noto Sans'],
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': ['case', isWhole, flavour.outlineHalo, flavour.label] },
    },
    ring('selected-ring', 'points', ['all', ['!', isCluster], ['boolean', selected, false]], flavour),
    {
      id: 'point',
      type: 'symbol',
      source: 'points',
      filter: ['!', isCluster],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['case', ['get', 'urgent'], 1, 0],
      },
    },
    ring('active-ring', 'active', ['boolean', true], flavour),
  ]
}

function ring(id: string, source: string, filter: ExpressionSpecification, flavour: Flavour): LayerSpecification {
  return {
    id,
    type: 'circle',
    source,
    filter,
    paint: {
      'circle-radius': id === 'active-ring' ? 17 : 13,
      'circle-color': flavour.point,
      'circle-opacity': id === 'active-ring' ? 0 : 0.22,
      'circle-stroke-color': flavour.outline,
      'circle-stroke-width': id === 'active-ring' ? 3 : 2,
    },
  }
}

function lassoLayers(flavour: Flavour): LayerSpecification[] {
  return [
    { id: 'lasso-fill', type: 'fill', source: 'lasso', paint: { 'fill-color': flavour.point, 'fill-opacity': 0.15 } },
    {
      id: 'lasso-line',
      type: 'line',
      source: 'lasso',
      paint: { 'line-color': flavour.outline, 'line-width': 2, 'line-dasharray': [2, 2] },
    },
  ]
}
