/**
 * Expressions that read what `AreaPainter` writes into feature-state. They never change with the data: a new paint
 * expression would make MapLibre parse every tile again, a new state only refills a buffer.
 */
import type { ExpressionSpecification } from 'maplibre-gl'

export const state = (key: string): ExpressionSpecification => ['feature-state', key]

export const isHovered: ExpressionSpecification = ['boolean', state('hover'), false]
export const isChosen: ExpressionSpecification = ['boolean', state('chosen'), false]

/** 1 for an area in the given state, dimmed with the rest when a class is brought forward, 0 for others. */
export const opacityInState = (name: string): ExpressionSpecification => [
  'case',
  ['==', state('state'), name],
  ['case', ['boolean', state('dim'), false], 0.35, 1],
  0,
]

/** The colour joined to the area, or `otherwise` while it has none. */
export const joinedColour = (otherwise: string): ExpressionSpecification => [
  'to-color',
  ['coalesce', state('colour'), otherwise],
  otherwise,
]

/** The colour of the area's symbol. */
export const joinedDot = (otherwise: string): ExpressionSpecification => [
  'to-color',
  ['coalesce', state('dot'), otherwise],
  otherwise,
]

export const dimmed = (full: number, dim: number): ExpressionSpecification => [
  'case',
  ['boolean', state('dim'), false],
  dim,
  full,
]

/** Half the width in pixels of the largest symbol (for streets, which are lines, of the line); shared with the legend. */
export function largestRadius(level: 'district' | 'neighbourhood' | 'street', zoom: number): number {
  const [low, high, from, to] = RADII[level]
  const part = Math.min(1, Math.max(0, (zoom - from) / (to - from)))
  return low + (high - low) * part
}

const RADII = {
  district: [34, 60, 8, 11],
  neighbourhood: [12, 44, 9, 13.5],
  street: [4, 14, 13, 17],
} as const

const size: ExpressionSpecification = ['number', state('size'), 0]

/** Area of a circle in proportion to its figure. */
export function symbolRadius(level: 'district' | 'neighbourhood'): ExpressionSpecification {
  const [low, high, from, to] = RADII[level]
  return ['interpolate', ['linear'], ['zoom'], from, ['*', size, low], to, ['*', size, high]]
}

/** A street's figure as the width of its line. */
export const streetWidth: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  RADII.street[2],
  ['+', 0.5, ['*', size, RADII.street[0] * 2]],
  RADII.street[3],
  ['+', 1, ['*', size, RADII.street[1] * 2]],
]
