import { useEffect, useRef } from 'react'
import { useKomsu } from '../app/context.ts'
import type { NeedMap } from '../map/need-map.ts'
import { coveringOf, roomAround } from './use-island.ts'

/** The chosen area and the address's camera, put on the map. */
export function useMapSync(map: NeedMap | null): void {
  const { view, overview } = useKomsu()
  const { area, camera } = view
  useEffect(() => {
    if (!map) return
    map.mark('chosen', area && area.level !== 'province' ? { level: area.level, id: area.id } : null)
  }, [map, area])
  useEffect(() => {
    if (!map || !camera) return
    const { lng, lat } = map.map.getCenter()
    const isThere =
      Math.abs(map.map.getZoom() - camera.zoom) < 0.02 &&
      Math.abs(lng - camera.lng) < 1e-4 &&
      Math.abs(lat - camera.lat) < 1e-4
    if (!isThere && !map.map.isMoving()) map.jump(camera)
  }, [map, camera])
  const covering = coveringOf(view)
  const isWhole = camera === null && area === null
  const settled = useRef(covering)
  useEffect(() => {
    const bbox = overview.provinces.find(province => province.bbox)?.bbox
    if (map && isWhole && bbox && settled.current !== covering) map.settle(bbox, roomAround(covering))
    settled.current = covering
  }, [map, isWhole, covering, overview])
}
