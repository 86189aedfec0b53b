/** What lies under a point of the screen. */
import type { MapGeoJSONFeature, Map as MapLibre } from 'maplibre-gl'
import type { Shown } from './style.ts'

export type PickedArea = Readonly<{
  level: 'district' | 'neighbourhood' | 'street' | 'place'
  id: number
  name: string
  isApproximate: boolean
  /** Of a household: state of its newest application. */
  status?: string
}>

/** Streets are thin: what lies within this many pixels counts. */
const REACH = 5

export function areaAt(map: MapLibre, { x, y }: { x: number; y: number }, shown: Shown): PickedArea | null {
  const found = first(map, [x, y], [`${shown.level}-symbol`, `${shown.level}-fill`])
  if (found) return picked(found, shown.level)
  if (shown.level !== 'street') return null
  const street = first(map, box(x, y), ['street-figure', 'street-context'])
  if (street) return picked(street, 'street')
  const around = first(map, [x, y], ['neighbourhood-hit'])
  return around ? picked(around, 'neighbourhood') : null
}

/** A solidarity point or, for those who work on it, a household. */
export function placeAt(map: MapLibre, { x, y }: { x: number; y: number }): PickedArea | null {
  const place = first(map, box(x, y), ['household', 'point-solidarity'])
  return place ? picked(place, 'place') : null
}

export function areasInView(map: MapLibre, level: Shown['level']): PickedArea[] {
  const layers = [`${level}-fill`, `${level}-hit`, level === 'district' ? 'land' : 'street-figure'].filter(layer =>
    map.getLayer(layer),
  )
  if (layers.length === 0) return []
  const found = map.queryRenderedFeatures({ layers: layers.slice(0, 1) })
  return [...new Map(found.map(feature => [Number(feature.id), picked(feature, level)])).values()]
}

type Where = [number, number] | [[number, number], [number, number]]

function first(map: MapLibre, where: Where, layers: string[]): MapGeoJSONFeature | undefined {
  const drawn = layers.filter(layer => map.getLayer(layer))
  return drawn.length > 0 ? map.queryRenderedFeatures(where, { layers: drawn })[0] : undefined
}

const box = (x: number, y: number): Where => [
  [x - REACH, y - REACH],
  [x + REACH, y + REACH],
]

function picked(feature: MapGeoJSONFeature, level: PickedArea['level']): PickedArea {
  const { name, approximate, status } = feature.properties
  const area = { level, id: Number(feature.id), name: String(name ?? ''), isApproximate: approximate === true }
  return typeof status === 'string' ? { ...area, status } : area
}
