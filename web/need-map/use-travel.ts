import { useCallback, useMemo, useRef } from 'react'
import type { Level } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import type { AreaId, View } from '../app/view.rules.ts'
import type { Bbox, NeedMap, PickedArea } from '../map/need-map.ts'
import { roomAround } from './use-island.ts'

type Place = AreaId & { bbox?: Bbox | null }

export type Travel = Readonly<{
  /** Opens an area's page and flies there; without a bbox, once its page has told where it is. */
  goTo: (place: Place) => void
  /** Opens the page of an area that is already in sight. */
  open: (area: PickedArea) => void
  onPick: (area: PickedArea | null, at: { x: number; y: number }) => void
  /** The page of an area says where it lies. */
  onArrived: (area: AreaId, bbox: Bbox | null) => void
}>

const CLOSEST: Record<Level, number> = { province: 10, district: 12.5, neighbourhood: 15, street: 17 }
const DEPTH: readonly View['level'][] = ['district', 'neighbourhood', 'street']

/** Ways to an area: pointing at it, a link in a page, a row of the table, the search. */
export function useTravel(map: NeedMap | null): Travel {
  const { view, setView } = useKomsu()
  const latest = useRef({ map, view })
  latest.current = { map, view }
  // A link with an area but no camera: go there once its page is read.
  const isLink = view.area !== null && view.camera === null
  const awaited = useRef(isLink && view.area ? `${view.area.level}.${view.area.id}` : null)

  const frame = useCallback((area: AreaId, bbox: Bbox) => {
    const { map: there, view: now } = latest.current
    there?.frame(bbox, roomAround(now.room === 'table' ? 'table' : 'page'), CLOSEST[area.level])
  }, [])

  const travel = useMemo<Travel>(() => {
    const show = (area: AreaId) => {
      const { room, level } = latest.current.view
      setView({ area, room: room === 'about' ? 'map' : room, level: levelThatShows(area.level, level) })
    }
    return {
      goTo({ level, id, bbox }) {
        show({ level, id })
        awaited.current = bbox ? null : `${level}.${id}`
        if (bbox) frame({ level, id }, bbox)
      },
      open: area => area.level !== 'place' && show({ level: area.level, id: area.id }),
      onPick(area, at) {
        if (!area || area.level === 'place') return
        show({ level: area.level, id: area.id })
        latest.current.map?.uncover(at, coveredByPanel())
      },
      onArrived({ level, id }, bbox) {
        if (awaited.current !== `${level}.${id}`) return
        awaited.current = null
        if (bbox) frame({ level, id }, bbox)
      },
    }
  }, [setView, frame])

  return travel
}

/** A level fixed too high to show the area gives way to the automatic one. */
function levelThatShows(wanted: Level, now: View['level']): View['level'] {
  if (now === 'auto' || wanted === 'province') return now
  return DEPTH.indexOf(now) < DEPTH.indexOf(wanted) ? 'auto' : now
}

function coveredByPanel() {
  const { right, bottom } = roomAround('page')
  return window.innerWidth < 720 ? { right: 0, bottom } : { right, bottom: 0 }
}
