import type { Map as MapLibre } from 'maplibre-gl'

/**
 * What is joined to an area; the names expressions.ts reads. `isDark`: the colour is so dark that a name on it must be
 * light.
 */
export type JoinedState = Readonly<{
  isDark: boolean
  colour: string | null
  dot: string | null
  size: number
  state: string
  dim: boolean
}>

type Level = 'district' | 'neighbourhood' | 'street'

/**
 * Joins figures to drawn areas by id (feature-state). Only areas that changed are touched, and MapLibre gathers all
 * changes of a frame, so 1 300 areas take a few milliseconds; no tile is fetched or parsed again.
 */
export class AreaPainter {
  readonly #map: MapLibre
  readonly #painted: Record<Level, Map<number, string>> = {
    district: new Map(),
    neighbourhood: new Map(),
    street: new Map(),
  }
  readonly #marked = new Map<'hover' | 'chosen', { level: Level; id: number }>()

  constructor(map: MapLibre) {
    this.#map = map
  }

  /** Areas absent from `areas` lose what they had. */
  paint(level: Level, areas: ReadonlyMap<number, JoinedState>): void {
    const painted = this.#painted[level]
    for (const [id, joined] of areas) {
      const key = `${joined.colour}|${joined.dot}|${joined.size}|${joined.state}|${joined.dim}`
      if (painted.get(id) === key) continue
      painted.set(id, key)
      this.#join(level, id, joined)
    }
    for (const id of painted.keys()) {
      if (areas.has(id)) continue
      painted.delete(id)
      this.#join(level, id, { isDark: false, colour: null, dot: null, size: 0, state: '', dim: false })
    }
  }

  /** Marks one area as pointed at or chosen; null takes the mark away. */
  mark(as: 'hover' | 'chosen', area: { level: Level; id: number } | null): void {
    const before = this.#marked.get(as)
    if (before?.id === area?.id && before?.level === area?.level) return
    if (before) this.#set(before.level, before.level, before.id, { [as]: false })
    if (area) this.#set(area.level, area.level, area.id, { [as]: true })
    if (area) this.#marked.set(as, area)
    else this.#marked.delete(as)
  }

  #join(level: Level, id: number, joined: JoinedState): void {
    this.#set(level, level, id, joined)
    this.#set(level, `${level}_label`, id, {
      dot: joined.dot,
      size: joined.size,
      dim: joined.dim,
      onDark: joined.isDark && !joined.dim,
    })
  }

  #set(source: Level, sourceLayer: string, id: number, state: object): void {
    this.#map.setFeatureState({ source, sourceLayer, id }, state)
  }
}
