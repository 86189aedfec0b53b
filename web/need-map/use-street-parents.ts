import { useEffect, useState } from 'react'
import type { MapLevel } from '../app/view.rules.ts'
import type { NeedMap } from '../map/need-map.ts'

const NONE: readonly number[] = []

/** Districts on screen, whose streets are wanted; the same list object while they stay the same. */
export function useStreetParents(map: NeedMap | null, level: MapLevel, idle: number): readonly number[] {
  const [parents, setParents] = useState(NONE)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the map comes to rest
  useEffect(() => {
    if (!map || level !== 'street') return
    const seen = map.inView('district').map(area => area.id)
    seen.sort((a, b) => a - b)
    if (seen.length > 0) setParents(before => (before.join() === seen.join() ? before : seen))
  }, [map, level, idle])
  return level === 'street' ? parents : NONE
}
