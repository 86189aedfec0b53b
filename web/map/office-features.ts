/** The points of the office's map as MapLibre draws them, and which of them lies under a place of the screen. */
import type { Map as MapLibre } from 'maplibre-gl'
import type { Flavour } from './flavour.ts'
import { type LonLat, type OfficePoint, spread } from './office-points.rules.ts'
import { drawIcon, ICON_RATIO, iconId, type PointKind } from './point-icons.ts'

export type ShownPoints = Readonly<{
  points: readonly OfficePoint[]
  kinds: readonly PointKind[]
  selected: ReadonlySet<number>
}>

const PLAIN: PointKind = { kind: '', label: '' }
const REACH = 8

export function pointFeatures({ points, kinds, selected }: ShownPoints, flavour: Flavour) {
  const places = spread(points)
  const known = new Map(kinds.map(kind => [kind.kind, kind]))
  return featuresOf(
    points.map((point, at) => {
      const kind = known.get(point.kind ?? '') ?? PLAIN
      return feature(places[at] ?? [point.lon, point.lat], {
        id: point.id,
        icon: iconId(kind, flavour.name),
        urgent: kind.tone === 'urgent',
        selected: selected.has(point.id),
      })
    }),
  )
}

/** One point alone, where it is drawn; nothing when it is not among them. */
export function oneFeature({ points }: ShownPoints, id: number | null) {
  const at = points.findIndex(point => point.id === id)
  const place = at < 0 ? undefined : spread(points)[at]
  return featuresOf(place ? [feature(place, {})] : [])
}

/** Before points are drawn: an image that comes later makes MapLibre lay them out again. */
export function addIcons(map: MapLibre, kinds: readonly PointKind[], flavour: Flavour): void {
  for (const kind of [PLAIN, ...kinds]) {
    const id = iconId(kind, flavour.name)
    if (!map.hasImage(id)) map.addImage(id, drawIcon(kind, flavour), { pixelRatio: ICON_RATIO })
  }
}

export type Found = Readonly<{ id: number } | { cluster: number; count: number }>

/** The point, or the cluster of points, at a place of the screen. */
export function pointAt(map: MapLibre, { x, y }: { x: number; y: number }): Found | undefined {
  const box: [[number, number], [number, number]] = [
    [x - REACH, y - REACH],
    [x + REACH, y + REACH],
  ]
  const [first] = map.queryRenderedFeatures(box, { layers: ['point', 'cluster'] })
  if (!first) return undefined
  const { id, cluster_id: cluster, point_count: count } = first.properties
  return cluster === undefined ? { id: Number(id) } : { cluster: Number(cluster), count: Number(count) }
}

/** West, south, east, north of the drawn city, as its tiles say; undefined where nothing is drawn. */
export async function cityBounds(): Promise<[number, number, number, number] | undefined> {
  const answer = await fetch('/tiles/district.json').catch(() => null)
  const { bounds } = answer?.ok ? ((await answer.json()) as { bounds?: [number, number, number, number] }) : {}
  return bounds
}

type PointFeature = ReturnType<typeof feature>

function feature([lon, lat]: LonLat, properties: Record<string, unknown>) {
  return { type: 'Feature' as const, properties, geometry: { type: 'Point' as const, coordinates: [lon, lat] } }
}

function featuresOf(features: PointFeature[]) {
  return { type: 'FeatureCollection' as const, features }
}
