/**
 * The map as an island: it knows MapLibre and areas by level and id, and nothing of screens. Screens hand it figures as
 * paint and hear of pointing, choosing and moving.
 */
import { Map as MapLibre, type PaddingOptions, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { AreaPainter, type JoinedState } from './area-painter.ts'
import type { Flavour } from './flavour.ts'
import { asBounds, type Bbox, type Camera, type Listener, type Options, startOf } from './island-options.ts'
import { drawPattern, PATTERN_RATIO, PATTERN_STATES, patternId } from './patterns.ts'
import { areaAt, areasInView, type PickedArea, placeAt } from './picking.ts'
import { printable } from './print-map.ts'
import { needMapStyle, type Shown } from './style.ts'

export type { Bbox, Listener, Options } from './island-options.ts'
export type { PickedArea } from './picking.ts'
export type { JoinedState, Shown }

export type Level = Shown['level']
setWorkerUrl(workerUrl)

export class NeedMap {
  readonly map: MapLibre
  readonly #painter: AreaPainter
  readonly #listener: Listener
  readonly #isStill: boolean
  readonly #waiting: (() => void)[] = []
  #flavour: Flavour
  #shown: Shown
  #isReady = false
  #isMeant = false
  #painted = 0
  readonly #unprintable: () => void

  constructor(options: Options, listener: Listener) {
    this.#flavour = options.flavour
    this.#shown = options.shown
    this.#listener = listener
    this.#isStill = options.isStill
    this.map = new MapLibre({
      container: options.container,
      style: needMapStyle(options.flavour, options.shown, location.origin),
      ...startOf(options),
      minZoom: 5,
      maxZoom: 19,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxPitch: 60,
      fadeDuration: options.isStill ? 0 : 120,
      locale: { 'Map.Title': options.label },
    })
    this.map.touchZoomRotate.disableRotation()
    this.map.keyboard.disableRotation()
    this.#painter = new AreaPainter(this.map)
    this.#listen()
    this.#unprintable = printable(this.map)
  }

  /** Draws another level, kind of figure or set of places. Geometry already fetched is kept. */
  show(shown: Shown): void {
    if (JSON.stringify(shown) === JSON.stringify(this.#shown)) return
    this.#shown = shown
    this.#restyle()
  }

  setFlavour(flavour: Flavour): void {
    if (flavour === this.#flavour) return
    this.#flavour = flavour
    this.#restyle()
  }

  paint(level: Level, areas: ReadonlyMap<number, JoinedState>): void {
    this.#whenReady(() => {
      this.#painter.paint(level, areas)
      // Says in the page that these figures are drawn; measurements wait for it.
      this.map.once('render', () => {
        this.map.getContainer().dataset.painted = String(++this.#painted)
      })
      this.map.triggerRepaint()
    })
  }

  mark(as: 'hover' | 'chosen', area: { level: Level; id: number } | null): void {
    this.#whenReady(() => this.#painter.mark(as, area))
  }

  /** Moves so that a place fills what is free of panels. */
  frame(bbox: Bbox, padding: PaddingOptions, maxZoom: number): void {
    this.#isMeant = true
    this.map.fitBounds(asBounds(bbox), { padding, maxZoom, duration: this.#isStill ? 0 : 700 })
  }

  /** The same without becoming part of the address: the whole city stays the whole city beside a panel. */
  settle(bbox: Bbox, padding: PaddingOptions): void {
    this.map.fitBounds(asBounds(bbox), { padding, duration: this.#isStill ? 0 : 300 })
  }

  jump(camera: Camera): void {
    this.map.jumpTo({ center: [camera.lng, camera.lat], zoom: camera.zoom })
  }

  /** Moves just enough that a point of the screen lies outside the covered margins. */
  uncover(at: { x: number; y: number }, covered: { right: number; bottom: number }): void {
    const { clientWidth, clientHeight } = this.map.getContainer()
    const dx = Math.max(0, at.x - (clientWidth - covered.right - 64))
    const dy = Math.max(0, at.y - (clientHeight - covered.bottom - 48))
    this.#isMeant = dx > 0 || dy > 0
    if (this.#isMeant) this.map.panBy([dx, dy], { duration: this.#isStill ? 0 : 300 })
  }

  zoomBy(step: number): void {
    this.#isMeant = true
    this.map.easeTo({ zoom: this.map.getZoom() + step, duration: this.#isStill ? 0 : 250 })
  }

  /** Areas of a level that are on screen now, each once. */
  inView(level: Level): PickedArea[] {
    return this.#isReady ? areasInView(this.map, level) : []
  }

  /** Whether an approximate area of the level is drawn on screen. */
  hasApproximate(level: Level): boolean {
    const layer = `${level}-border-approximate`
    return Boolean(this.map.getLayer(layer)) && this.map.queryRenderedFeatures({ layers: [layer] }).length > 0
  }

  resize(): void {
    this.map.resize()
  }

  destroy(): void {
    this.#unprintable()
    this.map.remove()
  }

  #listen(): void {
    const { map } = this
    map.on('style.load', () => this.#becomeReady())
    map.on('zoom', () => this.#listener.onZoom(map.getZoom()))
    map.on('moveend', event => this.#onMoveEnd(Boolean(event.originalEvent)))
    map.on('idle', () => this.#listener.onIdle())
    map.on('error', ({ error }) => this.#listener.onError(String(error.message)))
    map.on('mousemove', ({ point }) => this.#listener.onHover(this.#at(point), point))
    map.on('mouseout', ({ point }) => this.#listener.onHover(null, point))
    map.on('click', ({ point }) => this.#listener.onPick(this.#at(point), point))
  }

  #at(point: { x: number; y: number }): PickedArea | null {
    if (!this.#isReady) return null
    const place = placeAt(this.map, point)
    const area = place ?? areaAt(this.map, point, this.#shown)
    this.map.getCanvas().style.cursor = area ? 'pointer' : ''
    return area
  }

  #onMoveEnd(isByHand: boolean): void {
    if (isByHand || this.#isMeant) this.#listener.onMove(this.#camera())
    this.#isMeant = false
  }

  #camera(): Camera {
    const { lng, lat } = this.map.getCenter()
    return { zoom: this.map.getZoom(), lat, lng }
  }

  #restyle(): void {
    this.#whenReady(() => {
      this.#addPatterns()
      this.map.setStyle(needMapStyle(this.#flavour, this.#shown, location.origin), { diff: true })
    })
  }

  /** Before any tile is asked for: an image that comes later makes MapLibre parse tiles again. */
  #addPatterns(): void {
    const { name, pattern } = this.#flavour
    for (const state of PATTERN_STATES) {
      const id = patternId(state, name)
      if (!this.map.hasImage(id)) this.map.addImage(id, drawPattern(state, pattern), { pixelRatio: PATTERN_RATIO })
    }
  }

  #whenReady(act: () => void): void {
    if (this.#isReady) act()
    else this.#waiting.push(act)
  }

  #becomeReady(): void {
    this.#addPatterns()
    this.#isReady = true
    for (const act of this.#waiting.splice(0)) act()
  }
}
