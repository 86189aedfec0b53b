import { type RefObject, useEffect, useRef, useState } from 'react'
import { useKomsu } from '../app/context.ts'
import { createStore, type Store } from '../app/store.ts'
import { levelShown, type MapLevel, type View } from '../app/view.rules.ts'
import type { Flavour } from '../map/flavour.ts'
import type { Listener, NeedMap, Options } from '../map/need-map.ts'
import type { Hovered } from './hover-card.tsx'

export type IslandModule = Promise<typeof import('../map/need-map.ts')>

export type Island = Readonly<{
  map: NeedMap | null
  zoom: number
  level: MapLevel
  /** What the pointer or the keyboard is on; a store, so that only who shows it is redrawn. */
  hovered: Store<{ at: Hovered | null }>
  /** Grows each time everything on screen is drawn. */
  idle: number
  hasFailed: boolean
}>

type Setup = Readonly<{
  households: boolean
  container: RefObject<HTMLElement | null>
  module: IslandModule
  flavour: Flavour
  onPick: Listener['onPick']
}>

const FIRST_ZOOM = 8.4

/** Starts the map in a container and tells React what happens on it. */
export function useIsland({ container, module, flavour, households, onPick }: Setup): Island {
  const { view, setView, overview, indicator, t } = useKomsu()
  const [map, setMap] = useState<NeedMap | null>(null)
  const [zoom, setZoom] = useState(view.camera?.zoom ?? FIRST_ZOOM)
  const [hovered] = useState(() => createStore<{ at: Hovered | null }>({ at: null }))
  const [idle, setIdle] = useState(0)
  const [hasFailed, setFailed] = useState(false)
  const level = levelShown(view.level, zoom)
  const listener = useRef<Listener>(null)
  listener.current = {
    onMove: camera => setView({ camera }),
    onZoom: now => setZoom(roughly(now)),
    onHover: (area, { x, y }) => hovered.set({ at: area && { area, x, y } }),
    onPick,
    onIdle: () => setIdle(count => count + 1),
    onError: message => {
      if (/webgl/i.test(message)) setFailed(true)
    },
  }
  const shown = {
    level,
    kind: indicator?.kind ?? 'rate',
    points: view.points,
    households,
    columns: view.columns,
  } as const
  const start = useRef<Omit<Options, 'container'>>(null)
  start.current = {
    flavour,
    shown,
    camera: view.camera,
    bbox: overview.provinces.find(province => province.bbox)?.bbox ?? null,
    padding: roomAround(coveringOf(view)),
    label: t('ui.map'),
    isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
  useEffect(() => {
    let made: NeedMap | null = null
    let isWanted = true
    module
      .then(({ NeedMap }) => {
        if (!isWanted || !container.current || !start.current) return
        made = new NeedMap({ container: container.current, ...start.current }, relay(listener))
        setZoom(roughly(made.map.getZoom()))
        setMap(made)
      })
      .catch(() => setFailed(true))
    return () => {
      isWanted = false
      made?.destroy()
    }
  }, [module, container])
  useEffect(() => map?.setFlavour(flavour), [map, flavour])
  const { kind, points, columns } = shown
  useEffect(
    () => map?.show({ level, kind, points, households, columns }),
    [map, level, kind, points, households, columns],
  )
  return { map, zoom, level, hovered, idle, hasFailed }
}

/** What a panel covers in a view. */
export function coveringOf({ room, area }: View): Covering {
  if (room === 'table') return 'table'
  return room === 'about' || area ? 'page' : 'nothing'
}

/** Tenths are enough for levels and symbols, and save redrawing at every frame of a zoom. */
const roughly = (zoom: number) => Math.round(zoom * 10) / 10

/** Always calls the newest listener, so that the map is made only once. */
function relay(listener: RefObject<Listener | null>): Listener {
  return {
    onMove: (...told) => listener.current?.onMove(...told),
    onZoom: (...told) => listener.current?.onZoom(...told),
    onHover: (...told) => listener.current?.onHover(...told),
    onPick: (...told) => listener.current?.onPick(...told),
    onIdle: () => listener.current?.onIdle(),
    onError: (...told) => listener.current?.onError(...told),
  }
}

export type Covering = 'nothing' | 'page' | 'table'

/** Margins that keep the framed place clear of legend, panel and sheet. */
export function roomAround(covering: Covering = 'nothing') {
  const { innerWidth, innerHeight } = window
  if (innerWidth < 720) {
    const sheet = Math.round(innerHeight * 0.42)
    return { top: 24, bottom: covering === 'nothing' ? 88 : sheet, left: 24, right: 24 }
  }
  const right = { nothing: 72, page: 456, table: Math.min(680, innerWidth * 0.6) }[covering]
  return { top: 32, bottom: 32, left: innerWidth - right > 700 ? 296 : 32, right }
}
