/** The whole MapLibre style of a flavour, bottom to top. Figures are joined later by id; nothing here depends on them. */
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { areaBorders, areaFills, areaOutlines } from './area-layers.ts'
import { dimmed, joinedColour, joinedDot, opacityInState, streetWidth, symbolRadius } from './expressions.ts'
import type { Flavour } from './flavour.ts'
import { labelLayers, waterLabels } from './label-layers.ts'

export type Shown = Readonly<{
  level: 'district' | 'neighbourhood' | 'street'
  kind: 'rate' | 'count'
  points: boolean
  households: boolean
}>

export const SOURCES = ['water', 'district', 'neighbourhood', 'street', 'point'] as const

export function needMapStyle(flavour: Flavour, shown: Shown, origin: string): StyleSpecification {
  const layers = [...SOURCES, ...(shown.households ? ['household'] : [])]
  return {
    version: 8,
    sources: Object.fromEntries(
      layers.map(layer => [layer, { type: 'vector' as const, url: `${origin}/tiles/${layer}.json` }]),
    ),
    layers: everyLayer(flavour, shown).filter(layer => isWanted(layer.id, shown)),
    transition: { duration: 0, delay: 0 },
  }
}

function everyLayer(flavour: Flavour, shown: Shown): LayerSpecification[] {
  const isColoured = shown.kind === 'rate' && shown.level !== 'street'
  return [
    { id: 'background', type: 'background', paint: { 'background-color': flavour.background } },
    land(flavour),
    ...areaFills('district', flavour),
    ...areaFills('neighbourhood', flavour),
    unseen(),
    ...water(flavour),
    ...streets(flavour, shown),
    ...areaBorders('neighbourhood', flavour, isColoured),
    ...areaBorders('district', flavour, isColoured),
    ...waterLabels(flavour),
    ...areaOutlines('district', flavour),
    ...areaOutlines('neighbourhood', flavour),
    ...areaOutlines('street', flavour),
    ...symbols(flavour),
    ...places(flavour, shown),
    ...labelLayers(flavour, shown.level),
  ]
}

/**
 * Which layers a level needs. Layers of other levels are left out of the style, so that their tiles are not even
 * fetched; a source stays, so what was fetched and joined is kept.
 */
function isWanted(id: string, { level, kind }: Shown): boolean {
  if (/^(district|neighbourhood)-(fill|suppressed|too_few|no_data)$/.test(id)) {
    return id.startsWith(`${level}-`)
  }
  if (id === 'neighbourhood-hit') return level === 'street'
  if (id.endsWith('-symbol')) return kind === 'count' && id.startsWith(`${level}-`)
  if (id.startsWith('neighbourhood-')) return level !== 'district'
  if (id.startsWith('street-figure')) return level === 'street'
  if (id.startsWith('street-')) return level !== 'district'
  return true
}

const land = (flavour: Flavour): LayerSpecification => ({
  id: 'land',
  type: 'fill',
  source: 'district',
  'source-layer': 'district',
  paint: { 'fill-color': flavour.land },
})

/** Lets a click beside a street reach the neighbourhood it lies in. */
const unseen = (): LayerSpecification => ({
  id: 'neighbourhood-hit',
  type: 'fill',
  source: 'neighbourhood',
  'source-layer': 'neighbourhood',
  paint: { 'fill-color': '#000000', 'fill-opacity': 0 },
})

function water(flavour: Flavour): LayerSpecification[] {
  const from = { source: 'water', 'source-layer': 'water' } as const
  return [
    { id: 'water', type: 'fill', ...from, paint: { 'fill-color': flavour.water } },
    {
      id: 'coast',
      type: 'line',
      ...from,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': flavour.coast,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.6, 14, 1.4],
      },
    },
  ]
}

function streets(flavour: Flavour, shown: Shown): LayerSpecification[] {
  const from = { source: 'street', 'source-layer': 'street' } as const
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const
  const hairline: LayerSpecification = {
    id: 'street-context',
    type: 'line',
    ...from,
    minzoom: 12.5,
    layout: round,
    paint: {
      'line-color': flavour.street,
      'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.3, 15, 1.4, 18, 4],
    },
  }
  const isCount = shown.kind === 'count'
  const figures: LayerSpecification = {
    id: 'street-figure',
    type: 'line',
    ...from,
    layout: round,
    paint: {
      'line-color': isCount ? joinedDot(flavour.street) : joinedColour(flavour.street),
      'line-opacity': dimmed(1, 0.15),
      'line-width': isCount ? streetWidth : ['interpolate', ['linear'], ['zoom'], 12, 1, 15, 4, 18, 12],
    },
  }
  const withheld: LayerSpecification = {
    id: 'street-figure-withheld',
    type: 'line',
    ...from,
    paint: {
      'line-color': flavour.pattern,
      'line-opacity': opacityInState('suppressed'),
      'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.8, 15, 2.4, 18, 6],
      'line-dasharray': [1, 1.4],
    },
  }
  return [hairline, figures, withheld]
}

function symbols(flavour: Flavour): LayerSpecification[] {
  return (['district', 'neighbourhood'] as const).map(level => ({
    id: `${level}-symbol`,
    type: 'circle',
    source: level,
    'source-layer': `${level}_label`,
    paint: {
      'circle-radius': symbolRadius(level),
      'circle-color': joinedDot(flavour.pattern),
      'circle-opacity': dimmed(0.82, 0.12),
      'circle-stroke-color': flavour.symbolStroke,
      'circle-stroke-width': ['case', ['>', ['number', ['feature-state', 'size'], 0], 0], 1.2, 0],
      'circle-stroke-opacity': dimmed(0.9, 0.2),
    },
  }))
}

function places(flavour: Flavour, shown: Shown): LayerSpecification[] {
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
