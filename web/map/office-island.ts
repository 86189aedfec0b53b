/**
 * The office's map as an island: single points to choose among, a lasso, one pin to place. It knows MapLibre and nothing of screens; points
 * are map layers, so ten thousand move as smoothly as ten.
 */
import { type GeoJSONSource, Map as MapLibre, type MapMouseEvent, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { Flavour } from './flavour.ts'
import { asBounds } from './island-options.ts'
import { Lasso } from './lasso.ts'
import { addIcons, cityBounds, oneFeature, pointAt, pointFeatures, type ShownPoints } from './office-features.ts'
import { boundsOf, insideRing } from './office-points.rules.ts'
import { officeMapStyle } from './office-style.ts'
import { Pin } from './pin.ts'
import { printable } from './print-map.ts'

setWorkerUrl(workerUrl)

export type Pressed = Readonly<{ ids: number[]; isAdding: boolean }>

export type OfficeListener = Readonly<{
  onPress: (pressed: Pressed) => void
  onHover: (id: number | null, at: { x: number; y: number }) => void
  onLasso: (ids: number[]) => void
  onPin: (at: { lon: number; lat: number }) => void
  onIdle: () => void
  onError: (message: string) => void
}>

export type AreaOutline = Readonly<{ level: 'district' | 'neighbourhood'; ids: readonly number[] }>

type Options = Readonly<{
  container: HTMLElement
  flavour: Flavour
  label: string
  pinLabel: string
  isStill: boolean
  listener: OfficeListener
}>

const PADDING = 48
/** Around one point its neighbourhood is still in sight; to place a pin one needs the doors. */
const CLOSEST = 14.5
const CLOSEST_PIN = 17

export class OfficeIsland {
  readonly map: MapLibre
  readonly #listener: OfficeListener
  readonly #isStill: boolean
  readonly #lasso: Lasso
  readonly #pin: Pin
  readonly #unprintable: () => void
  readonly #waiting: (() => void)[] = []
  #flavour: Flavour
  #shown: ShownPoints = { points: [], kinds: [], selected: new Set() }
  #outline: AreaOutline | null = null
  #isReady = false

  constructor({ container, flavour, label, pinLabel, isStill, listener }: Options) {
    this.#flavour = flavour
    this.#listener = listener
    this.#isStill = isStill
    this.map = new MapLibre({
      container,
      style: officeMapStyle(flavour, location.origin),
      center: [35, 39],
      zoom: 5,
      minZoom: 5,
      maxZoom: 19,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      boxZoom: false,
      fadeDuration: isStill ? 0 : 120,
      locale: { 'Map.Title': label },
    })
    this.map.touchZoomRotate.disableRotation()
    this.map.keyboard.disableRotation()
    this.#lasso = new Lasso(this.map, ring => listener.onLasso(insideRing(ring, this.#shown.points)))
    this.#pin = new Pin(this.map, pinLabel, listener.onPin)
    this.#unprintable = printable(this.map)
    this.#listen()
  }

  show(shown: ShownPoints): void {
    this.#shown = shown
    this.#whenReady(() => {
      addIcons(this.map, shown.kinds, this.#flavour)
      this.map.getSource<GeoJSONSource>('points')?.setData(pointFeatures(shown, this.#flavour))
    })
  }

  /** A ring around one point, whether it is drawn alone or in a cluster. */
  point(id: number | null): void {
    this.#whenReady(() => {
      this.map.getSource<GeoJSONSource>('active')?.setData(oneFeature(this.#shown, id))
    })
  }

  outline(outline: AreaOutline | null): void {
    const mark = (of: AreaOutline, chosen: boolean) => {
      for (const id of of.ids) this.map.setFeatureState({ source: of.level, sourceLayer: of.level, id }, { chosen })
    }
    this.#whenReady(() => {
      if (this.#outline) mark(this.#outline, false)
      if (outline) mark(outline, true)
      this.#outline = outline
    })
  }

  setFlavour(flavour: Flavour): void {
    if (flavour === this.#flavour) return
    this.#flavour = flavour
    this.#whenReady(() => {
      this.map.setStyle(officeMapStyle(flavour, location.origin), { diff: true })
      this.show(this.#shown)
    })
  }

  lasso(isOn: boolean): void {
    this.#lasso.turn(isOn)
  }

  pin(at: { lon: number; lat: number } | null, isMovable: boolean): void {
    this.#pin.put(at, isMovable)
  }

  /** Everything that is shown in sight; without points the whole city. */
  fit(isAnimated = true): void {
    const { points } = this.#shown
    const box = boundsOf(points.map(({ lon, lat }) => [lon, lat]))
    const pin = this.#pin.bounds()
    if (box) this.#frame(box, isAnimated)
    else if (pin) this.#frame(pin, isAnimated, CLOSEST_PIN)
    else void this.#fitCity(isAnimated)
  }

  zoomBy(step: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: this.#isStill ? 0 : 250 })
  }

  destroy(): void {
    this.#unprintable()
    this.#lasso.destroy()
    this.map.remove()
  }

  #frame(box: readonly [number, number, number, number], isAnimated: boolean, maxZoom = CLOSEST): void {
    const duration = isAnimated && !this.#isStill ? 500 : 0
    this.map.fitBounds(asBounds(box), { padding: PADDING, maxZoom, duration })
  }

  async #fitCity(isAnimated: boolean): Promise<void> {
    const bounds = await cityBounds()
    if (bounds && this.#shown.points.length === 0) this.#frame(bounds, isAnimated)
  }

  #listen(): void {
    const { map } = this
    map.on('style.load', () => this.#becomeReady())
    map.on('idle', () => this.#listener.onIdle())
    map.on('error', ({ error }) => this.#listener.onError(String(error.message)))
    map.on('mousemove', event => this.#hover(event))
    map.on('mouseout', ({ point }) => this.#listener.onHover(null, point))
    map.on('click', event => void this.#press(event))
  }

  #hover({ point }: MapMouseEvent): void {
    if (this.#lasso.isDrawing) return
    const found = this.#isReady ? pointAt(this.map, point) : undefined
    this.map.getCanvas().style.cursor = found ? 'pointer' : ''
    this.#listener.onHover(found && 'id' in found ? found.id : null, point)
  }

  async #press({ point, lngLat, originalEvent }: MapMouseEvent): Promise<void> {
    const found = this.#isReady ? pointAt(this.map, point) : undefined
    const isAdding = originalEvent.shiftKey || originalEvent.ctrlKey || originalEvent.metaKey
    if (!found) return this.#pin.isMovable ? this.#listener.onPin({ lon: lngLat.lng, lat: lngLat.lat }) : undefined
    if ('id' in found) return this.#listener.onPress({ ids: [found.id], isAdding })
    const source = this.map.getSource<GeoJSONSource>('points')
    if (!source) return
    if (isAdding) {
      const leaves = await source.getClusterLeaves(found.cluster, found.count, 0)
      return this.#listener.onPress({ ids: leaves.map(leaf => Number(leaf.properties?.id)), isAdding })
    }
    const zoom = await source.getClusterExpansionZoom(found.cluster)
    this.map.easeTo({ center: lngLat, zoom, duration: this.#isStill ? 0 : 300 })
  }

  #whenReady(act: () => void): void {
    if (this.#isReady) act()
    else this.#waiting.push(act)
  }

  #becomeReady(): void {
    this.#isReady = true
    for (const act of this.#waiting.splice(0)) act()
  }
}
