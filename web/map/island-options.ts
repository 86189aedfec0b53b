/** What the map is given when it is made, and whom it tells what happens. */
import type { LngLatBoundsLike, PaddingOptions } from 'maplibre-gl'
import type { Flavour } from './flavour.ts'
import type { PickedArea } from './picking.ts'
import type { Shown } from './style.ts'

export type Camera = { zoom: number; lat: number; lng: number }
export type Bbox = readonly [number, number, number, number]

export type Listener = Readonly<{
  /** After a move somebody meant; not after the window changed its size. */
  onMove: (camera: Camera) => void
  onZoom: (zoom: number) => void
  onHover: (area: PickedArea | null, at: { x: number; y: number }) => void
  onPick: (area: PickedArea | null, at: { x: number; y: number }) => void
  onIdle: () => void
  onError: (message: string) => void
}>

export type Options = Readonly<{
  container: HTMLElement
  flavour: Flavour
  shown: Shown
  camera: Camera | null
  bbox: Bbox | null
  padding: PaddingOptions
  label: string
  isStill: boolean
}>

/** Where the map begins: at the camera of the address, or with the whole city. */
export function startOf({ camera, bbox, padding }: Options) {
  if (camera) return { center: [camera.lng, camera.lat] as [number, number], zoom: camera.zoom }
  if (bbox) return { bounds: asBounds(bbox), fitBoundsOptions: { padding } }
  return { center: [35, 39] as [number, number], zoom: 5 }
}

export const asBounds = ([west, south, east, north]: Bbox): LngLatBoundsLike => [west, south, east, north]
