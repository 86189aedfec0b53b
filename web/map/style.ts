/** The whole MapLibre style of a flavour, bottom to top. Figures are joined later by id; nothing here depends on them. */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { areaBorders, areaFills, areaOutlines } from './area-layers.ts'
import { dimmed, joinedColour, joinedDot, opacityInState, state, streetWidth, symbolRadius } from './expressions.ts'
import type { Flavour } from './flavour.ts'
import { labelLayers } from './label-layers.ts'
import { places } from './place-layers.ts'

export type Shown = Readonly<{
  level: 'district' | 'neighbourhood' | 'street'
  kind: 'rate' | 'count'
  points: boolean
  households: boolean
  /** Counts stand as columns instead of circles. */
  columns: boolean
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
    ...sea(flavour),
    land(flavour),
    ...areaFills('district', flavour),
    ...areaFills('neighbourhood', flavour),
    unseen(),
    inland(flavour),
    ...streets(flavour, shown),
    ...areaBorders('neighbourhood', flavour, isColoured),
    ...areaBorders('district', flavour, isColoured),
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
function isWanted(id: string, { level, kind, columns }: Shown): boolean {
  if (/^(district|neighbourhood)-(fill|suppressed|too_few|no_data)$/.test(id)) {
    return id.startsWith(`${level}-`)
  }
  if (id === 'neighbourhood-hit') return level === 'street'
  if (id.endsWith('-symbol')) return kind === 'count' && !columns && id.startsWith(`${level}-`)
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

/**
 * The sea lies under the land, lakes and rivers on it. Water comes in pieces, so the coast is the rim of the land, not of
 * the water: a line of which the land hides the inner half.
 */
function sea(flavour: Flavour): LayerSpecification[] {
  const land = { source: 'district', 'source-layer': 'district' } as const
  const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 8, 2, 14, 4]
  return [
    {
      id: 'sea',
      type: 'fill',
      ...WATER,
      filter: IS_SEA,
      paint: { 'fill-color': flavour.water, 'fill-antialias': false },
    },
    {
      id: 'coast',
      type: 'line',
      ...land,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': flavour.coast, 'line-width': width },
    },
  ]
}

const inland = (flavour: Flavour): LayerSpecification => ({
  id: 'inland-water',
  type: 'fill',
  ...WATER,
  filter: ['!', IS_SEA],
  paint: { 'fill-color': flavour.water, 'fill-antialias': false },
})

const WATER = { source: 'water', 'source-layer': 'water' } as const
const IS_SEA: ExpressionSpecification = ['==', ['get', 'kind'], 'sea']

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
      'line-opacity': ['case', ['==', state('state'), 'ok'], dimmed(1, 0.15), 0],
      'line-width': isCount ? streetWidth : ['interpolate', ['linear'], ['zoom'], 12, 1, 15, 4, 18, 12],
    },
  }
  return [hairline, figures, withheld('suppressed', [1.4, 1.6]), withheld('too_few', [0.1, 2.4])]

  /** Withheld streets are broken lines: dashes where suppressed, dots where there are too few households. */
  function withheld(state: 'suppressed' | 'too_few', dashes: [number, number]): LayerSpecification {
    return {
      id: `street-figure-${state}`,
      type: 'line',
      ...from,
      layout: round,
      paint: {
        'line-color': flavour.pattern,
        'line-opacity': opacityInState(state),
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 1, 15, 2, 18, 5],
        'line-dasharray': dashes,
      },
    }
  }
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
