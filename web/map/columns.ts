/**
 * Counts as columns in three dimensions (deck.gl), fetched only when asked for. deck.gl lies over the map rather than in
 * it: interleaved, it disturbs labels on MapLibre 6 (visgl/deck.gl#10700).
 */
import { ColumnLayer } from '@deck.gl/layers'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibre } from 'maplibre-gl'

export type Columns = Readonly<{ redraw: () => void; remove: () => void }>

/** What a column needs of an area: its share of the largest figure, 0–1, and a colour. */
export type ColumnOf = (id: number) => { share: number; colour: string } | undefined

type Column = { at: [number, number]; share: number; colour: [number, number, number] }

const TALLEST_PX = 220
const HALF_WIDTH_PX = { district: 9, neighbourhood: 5 }
const PITCH = 50

/** Raises columns on the label points of a level; `redraw` after figures or the view have changed. */
export function raiseColumns(map: MapLibre, level: 'district' | 'neighbourhood', of: ColumnOf): Columns {
  const overlay = new MapLibreOverlay({ layers: [] })
  map.addControl(overlay)
  map.easeTo({ pitch: PITCH, duration: 400 })
  const redraw = () => overlay.setProps({ layers: [columnLayer(map, level, of)] })
  map.on('moveend', redraw)
  map.on('idle', redraw)
  redraw()
  return {
    redraw,
    remove() {
      map.off('moveend', redraw)
      map.off('idle', redraw)
      map.removeControl(overlay)
      map.easeTo({ pitch: 0, duration: 400 })
    },
  }
}

function columnLayer(map: MapLibre, level: 'district' | 'neighbourhood', of: ColumnOf) {
  const metres = metresPerPixel(map)
  return new ColumnLayer<Column>({
    id: 'columns',
    data: columnsInSight(map, level, of),
    diskResolution: 24,
    radius: HALF_WIDTH_PX[level] * metres,
    elevationScale: TALLEST_PX * metres,
    extruded: true,
    getPosition: column => column.at,
    getElevation: column => column.share,
    getFillColor: column => column.colour,
    material: { ambient: 0.6, diffuse: 0.5, shininess: 24 },
  })
}

function columnsInSight(map: MapLibre, level: string, of: ColumnOf): Column[] {
  const seen = new Map<number, Column>()
  for (const feature of map.querySourceFeatures(level, { sourceLayer: `${level}_label` })) {
    const found = of(Number(feature.id))
    if (!found || found.share <= 0 || feature.geometry.type !== 'Point') continue
    const [lng = 0, lat = 0] = feature.geometry.coordinates
    seen.set(Number(feature.id), { at: [lng, lat], share: found.share, colour: rgb(found.colour) })
  }
  return [...seen.values()]
}

/** Ground resolution of web mercator at the middle of the screen (tiles of 512 pixels). */
function metresPerPixel(map: MapLibre): number {
  return (40_075_016.7 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / (512 * 2 ** map.getZoom())
}

function rgb(colour: string): [number, number, number] {
  const channel = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  return [channel(1), channel(3), channel(5)]
}
