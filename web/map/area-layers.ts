/** Layers of one level of areas: fill, patterns for areas without a figure, borders, outlines. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { dimmed, isChosen, isHovered, joinedColour, opacityInState } from './expressions.ts'
import type { Flavour } from './flavour.ts'
import { PATTERN_STATES, patternId } from './patterns.ts'

type AreaLevel = 'district' | 'neighbourhood'

const APPROXIMATE: ExpressionSpecification = ['boolean', ['get', 'approximate'], false]

export function areaFills(level: AreaLevel, flavour: Flavour): LayerSpecification[] {
  const from = { source: level, 'source-layer': level } as const
  return [
    {
      id: `${level}-fill`,
      type: 'fill',
      ...from,
      paint: { 'fill-color': joinedColour(flavour.land), 'fill-opacity': dimmed(1, 0.18), 'fill-antialias': false },
    },
    ...PATTERN_STATES.map(
      (state): LayerSpecification => ({
        id: `${level}-${state}`,
        type: 'fill',
        ...from,
        paint: { 'fill-pattern': patternId(state, flavour.name), 'fill-opacity': opacityInState(state) },
      }),
    ),
  ]
}

/** Surveyed borders are whole lines; approximate ones are broken, for nobody walked along them.
 * Districts keep whole lines: broken ones would fray the coast. */
export function areaBorders(level: AreaLevel, flavour: Flavour, isColoured: boolean): LayerSpecification[] {
  const from = { source: level, 'source-layer': level } as const
  const isDistrict = level === 'district'
  const onColour = isDistrict ? flavour.districtBorder : flavour.border
  const colour = isColoured ? onColour : flavour.borderOnLand
  const [thin, thick] = isDistrict ? [1, 3.2] : [0.35, 1.4]
  const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 8, thin, 14, thick]
  const round = { 'line-join': 'round' } as const
  return [
    {
      id: `${level}-border`,
      type: 'line',
      ...from,
      filter: ['!', APPROXIMATE],
      layout: round,
      paint: { 'line-color': colour, 'line-width': width },
    },
    {
      id: `${level}-border-approximate`,
      type: 'line',
      ...from,
      filter: APPROXIMATE,
      layout: round,
      paint: {
        'line-color': colour,
        'line-width': width,
        ...(isDistrict ? { 'line-opacity': 0.75 } : { 'line-dasharray': [2.5, 2] }),
      },
    },
  ]
}

export function areaOutlines(level: AreaLevel | 'street', flavour: Flavour): LayerSpecification[] {
  const from = { source: level, 'source-layer': level } as const
  const width = (hovered: number, chosen: number): ExpressionSpecification => [
    'case',
    isChosen,
    chosen,
    isHovered,
    hovered,
    0,
  ]
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const
  return [
    {
      id: `${level}-outline-halo`,
      type: 'line',
      ...from,
      layout: round,
      paint: { 'line-color': flavour.outlineHalo, 'line-width': width(4, 6), 'line-opacity': 0.9 },
    },
    {
      id: `${level}-outline`,
      type: 'line',
      ...from,
      layout: round,
      paint: { 'line-color': flavour.outline, 'line-width': width(1.6, 2.6) },
    },
  ]
}
