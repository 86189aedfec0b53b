import { type Map as MapLibre, Marker } from 'maplibre-gl'

type At = Readonly<{ lon: number; lat: number }>

const STEP_PX = 10
const FINE_PX = 1
const MOVES: Record<string, readonly [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** One place to be set: dragged, put by a click, or moved by the arrow keys while it has the focus (shift: finely). */
export class Pin {
  readonly #map: MapLibre
  readonly #marker: Marker
  readonly #button: HTMLButtonElement
  readonly #onPut: (at: At) => void
  #at: At | null = null
  isMovable = false

  constructor(map: MapLibre, label: string, onPut: (at: At) => void) {
    this.#map = map
    this.#onPut = onPut
    this.#button = pinButton(label)
    this.#marker = new Marker({ element: this.#button, anchor: 'bottom' })
    this.#marker.on('dragend', () => {
      const { lng, lat } = this.#marker.getLngLat()
      this.#onPut({ lon: lng, lat })
    })
    this.#button.addEventListener('keydown', this.#onKey)
  }

  put(at: At | null, isMovable: boolean): void {
    this.isMovable = isMovable
    this.#marker.setDraggable(isMovable)
    this.#button.disabled = !isMovable
    if (at) this.#marker.setLngLat([at.lon, at.lat])
    // Added once: adding it again would take it out of the page first, and the focus with it.
    if (at && !this.#at) this.#marker.addTo(this.#map)
    if (!at) this.#marker.remove()
    this.#at = at
  }

  /** A box of no size at the pin; null without one. */
  bounds(): [number, number, number, number] | null {
    return this.#at && [this.#at.lon, this.#at.lat, this.#at.lon, this.#at.lat]
  }

  #onKey = (event: KeyboardEvent): void => {
    const move = MOVES[event.key]
    if (!move || !this.isMovable) return
    event.preventDefault()
    event.stopPropagation()
    const step = event.shiftKey ? FINE_PX : STEP_PX
    const here = this.#map.project(this.#marker.getLngLat())
    const { lng, lat } = this.#map.unproject([here.x + move[0] * step, here.y + move[1] * step])
    this.#onPut({ lon: lng, lat })
  }
}

const SVG = 'http://www.w3.org/2000/svg'

function pinButton(label: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'map-pin'
  button.setAttribute('aria-label', label)
  const drawing = document.createElementNS(SVG, 'svg')
  drawing.setAttribute('viewBox', '0 0 24 32')
  drawing.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute(
    'd',
    'M12 31S23 19.5 23 11.5a11 11 0 1 0-22 0C1 19.5 12 31 12 31Zm0-24a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z',
  )
  drawing.append(path)
  button.append(drawing)
  return button
}
