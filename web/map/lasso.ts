import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import type { LonLat } from './office-points.rules.ts'

type Pixel = Readonly<{ x: number; y: number }>

const LEAST_STEP_PX = 4

/**
 * Selecting by drawing: while it is on a drag draws a ring; a drag with shift held draws a box at any time. Escape gives
 * up. Tells the ring's corners when the hand is lifted.
 */
export class Lasso {
  readonly #map: MapLibre
  readonly #onRing: (ring: LonLat[]) => void
  #isOn = false
  #pointer: number | null = null
  #isBox = false
  #path: Pixel[] = []

  constructor(map: MapLibre, onRing: (ring: LonLat[]) => void) {
    this.#map = map
    this.#onRing = onRing
    const box = map.getCanvasContainer()
    box.addEventListener('pointerdown', this.#begin)
    box.addEventListener('pointermove', this.#draw)
    box.addEventListener('pointerup', this.#finish)
    box.addEventListener('pointercancel', this.cancel)
    addEventListener('keydown', this.#onKey, true)
  }

  turn(isOn: boolean): void {
    this.#isOn = isOn
    this.#map.getContainer().classList.toggle('is-lasso', isOn)
    this.#letDrag(!isOn)
    if (!isOn) this.cancel()
  }

  /** Whether a ring is being drawn now: then nothing is pointed at. */
  get isDrawing(): boolean {
    return this.#pointer !== null
  }

  destroy(): void {
    removeEventListener('keydown', this.#onKey, true)
  }

  cancel = (): void => {
    if (this.#pointer === null) return
    this.#pointer = null
    this.#path = []
    this.#show()
    this.#letDrag(!this.#isOn)
  }

  #begin = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary || !(this.#isOn || event.shiftKey)) return
    this.#pointer = event.pointerId
    this.#isBox = event.shiftKey
    this.#path = [this.#at(event)]
    this.#letDrag(false)
    this.#map.getCanvasContainer().setPointerCapture(event.pointerId)
  }

  #draw = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return
    const here = this.#at(event)
    const last = this.#path.at(-1) ?? here
    if (this.#isBox) this.#path = [this.#path[0] ?? here, here]
    else if (Math.hypot(here.x - last.x, here.y - last.y) >= LEAST_STEP_PX) this.#path.push(here)
    this.#show()
  }

  #finish = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return
    const ring = this.#ring()
    this.cancel()
    if (ring.length >= 3) this.#onRing(ring)
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#pointer === null) return
    event.stopPropagation()
    this.cancel()
  }

  #ring(): LonLat[] {
    return this.#corners().map(({ x, y }) => {
      const { lng, lat } = this.#map.unproject([x, y])
      return [lng, lat]
    })
  }

  #corners(): Pixel[] {
    const [a, b] = this.#path
    if (!this.#isBox) return this.#path
    // A press with shift that did not move is a press, not a box.
    if (!a || !b || Math.abs(a.x - b.x) < LEAST_STEP_PX || Math.abs(a.y - b.y) < LEAST_STEP_PX) return []
    return [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }]
  }

  #show(): void {
    const ring = this.#ring()
    const [first] = ring
    const coordinates = first ? [[...ring, first].map(([lon, lat]) => [lon, lat])] : []
    const source = this.#map.getSource<GeoJSONSource>('lasso')
    source?.setData({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } })
  }

  #letDrag(is: boolean): void {
    if (is) this.#map.dragPan.enable()
    else this.#map.dragPan.disable()
  }

  #at(event: PointerEvent): Pixel {
    const { left, top } = this.#map.getCanvasContainer().getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
}
