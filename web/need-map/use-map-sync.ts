import { useEffect } from 'react'
import { useKomsu } from '../app/context.ts'
import type { NeedMap } from '../map/need-map.ts'

/** The chosen area and the address's camera, put on the map. */
export function useMapSync(map: NeedMap | null): void {
  const { view } = useKomsu()
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
}
