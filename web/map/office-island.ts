/**
 * The office's map as an island: single points to choose among, a lasso, one pin to place. It knows MapLibre and nothing of screens; points
 * are map layers, so ten thousand move as smoothly as ten.
 */
import { type GeoJSONSource, Map as MapLibre, type MapMouseEvent, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { Flavour } from './flavour.ts'
import { asBounds } from './island-options.ts'
import { Lasso } from './lasso.ts'
import { boundsOf, insideRing, type OfficePoint, spread } from './office-points.rules.ts'
import { officeMapStyle } from './office-style.ts'
import { Pin } from './pin.ts'
import { drawIcon, ICON_RATIO, iconId, type PointKind } from './point-icons.ts'
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

type Shown = Readonly<{ points: readonly OfficePoint[]; kinds: readonly PointKind[]; selected: ReadonlySet<number> }>

const PLAIN: PointKind = { kind: '', label: '' }
const REACH = 8
const PADDING = 48
/** Closer than a block is never needed to see points. */
const CLOSEST = 16

export class OfficeIsland {
  readonly map: MapLibre
  readonly #listener: OfficeListener
  readonly #isStill: boolean
  readonly #lasso: Lasso
  readonly #pin: Pin
  readonly #unprintable: () => void
  readonly #waiting: (() => void)[] = []
  #flavour: Flavour
  #shown: Shown = { points: [], kinds: [], selected: new Set() }
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

  show(shown: Shown): void {
    this.#shown = shown
    this.#whenReady(() => {
      this.#addIcons()
      this.map.getSource<GeoJSONSource>('points')?.setData(this.#collection())
    })
  }

  /** A ring around one point, whether it is drawn alone or in a cluster. */
  point(id: number | null): void {
    this.#whenReady(() => {
      const at = this.#shown.points.findIndex(point => point.id === id)
      const place = at < 0 ? undefined : spread(this.#shown.points)[at]
      const features = place ? [feature(place, {})] : []
      this.map.getSource<GeoJSONSource>('active')?.setData({ type: 'FeatureCollection', features })
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
    const box = boundsOf(points.map(({ lon, lat }) => [lon, lat])) ?? this.#pin.bounds()
    if (box) this.#frame(box, isAnimated)
    else void this.#fitCity(isAnimated)
  }

  /** Brings a point into sight without moving more than is needed. */
  reveal(id: number): void {
    const point = this.#shown.points.find(one => one.id === id)
    if (!point || this.map.getBounds().contains([point.lon, point.lat])) return
    this.map.easeTo({ center: [point.lon, point.lat], duration: this.#isStill ? 0 : 300 })
  }

  zoomBy(step: number): void {
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: this.#isStill ? 0 : 250 })
  }

  destroy(): void {
    this.#unprintable()
    this.#lasso.destroy()
    this.map.remove()
  }

  #frame(box: readonly [number, number, number, number], isAnimated: boolean): void {
    const duration = isAnimated && !this.#isStill ? 500 : 0
    this.map.fitBounds(asBounds(box), { padding: PADDING, maxZoom: CLOSEST, duration })
  }

  async #fitCity(isAnimated: boolean): Promise<void> {
    const answer = await fetch('/tiles/district.json').catch(() => null)
    const { bounds } = answer?.ok ? ((await answer.json()) as { bounds?: [number, number, number, number] }) : {}
    if (bounds && this.#shown.points.length === 0) this.#frame(bounds, isAnimated)
  }

  #collection() {
    const { points, kinds, selected } = this.#shown
    const places = spread(points)
    const known = new Map(kinds.map(kind => [kind.kind, kind]))
    const features = points.map((point, at) => {
      const kind = known.get(point.kind ?? '') ?? PLAIN
      const place = places[at] ?? [point.lon, point.lat]
      return feature(place, {
        id: point.id,
        icon: iconId(kind, this.#flavour.name),
        urgent: kind.tone === 'urgent',
        selected: selected.has(point.id),
      })
    })
    return { type: 'FeatureCollection' as const, features }
  }

  #addIcons(): void {
    for (const kind of [PLAIN, ...this.#shown.kinds]) {
      const id = iconId(kind, this.#flavour.name)
      if (!this.map.hasImage(id)) this.map.addImage(id, drawIcon(kind, this.#flavour), { pixelRatio: ICON_RATIO })
    }
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
    const found = this.#at(point)
    this.map.getCanvas().style.cursor = found ? 'pointer' : ''
    this.#listener.onHover(typeof found?.id === 'number' ? found.id : null, point)
  }

  async #press({ point, lngLat, originalEvent }: MapMouseEvent): Promise<void> {
    const found = this.#at(point)
    const isAdding = originalEvent.shiftKey || originalEvent.ctrlKey || originalEvent.metaKey
    if (!found) return this.#pin.isMovable ? this.#listener.onPin({ lon: lngLat.lng, lat: lngLat.lat }) : undefined
    if (typeof found.id === 'number') return this.#listener.onPress({ ids: [found.id], isAdding })
    const source = this.map.getSource<GeoJSONSource>('points')
    if (!source || found.cluster === undefined) return
    if (isAdding) {
      const leaves = await source.getClusterLeaves(found.cluster, found.count, 0)
      return this.#listener.onPress({ ids: leaves.map(leaf => Number(leaf.properties?.id)), isAdding })
    }
    const zoom = await source.getClusterExpansionZoom(found.cluster)
    this.map.easeTo({ center: lngLat, zoom, duration: this.#isStill ? 0 : 300 })
  }

  /** The point, or the cluster of points, at a place of the screen. */
  #at({ x, y }: { x: number; y: number }): { id?: number; cluster?: number; count: number } | undefined {
    if (!this.#isReady) return undefined
    const box: [[number, number], [number, number]] = [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ]
    const [first] = this.map.queryRenderedFeatures(box, { layers: ['point', 'cluster'] })
    if (!first) return undefined
    const { id, cluster_id: cluster, point_count: count } = first.properties
    return cluster === undefined ? { id: Number(id), count: 1 } : { cluster: Number(cluster), count: Number(count) }
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

function feature([lon, lat]: readonly [number, number], properties: Record<string, unknown>) {
  return { type: 'Feature' as const, properties, geometry: { type: 'Point' as const, coordinates: [lon, lat] } }
}
