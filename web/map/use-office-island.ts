import { type RefObject, useEffect, useRef, useState } from 'react'
import { mapFont } from './map-font.ts'
import type { OfficeIsland, OfficeListener } from './office-island.ts'
import { useMapWords } from './office-map-words.ts'
import { useThemeFlavour } from './use-theme-flavour.ts'

/** The map in its container once its library is here; null before, and when it cannot be drawn. */
export function useOfficeIsland(container: RefObject<HTMLDivElement | null>, label: string, listener: OfficeListener) {
  const [island, setIsland] = useState<OfficeIsland | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const w = useMapWords()
  const flavour = useThemeFlavour()
  const newest = useRef(listener)
  newest.current = listener
  const start = { flavour, label, pinLabel: w('pin') }
  const atStart = useRef(start)
  useEffect(() => {
    let made: OfficeIsland | null = null
    let isWanted = true
    Promise.all([import('./office-island.ts'), mapFont()])
      .then(([module]) => {
        if (!isWanted || !container.current) return
        const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
        made = new module.OfficeIsland({
          container: container.current,
          ...atStart.current,
          isStill,
          listener: relay(newest, setFailed),
        })
        setIsland(made)
      })
      .catch(() => setFailed(true))
    return () => {
      isWanted = false
      made?.destroy()
      setIsland(null)
    }
  }, [container])
  useEffect(() => island?.setFlavour(flavour), [island, flavour])
  return { island, hasFailed }
}

/** Always calls the newest listener, so that the map is made only once. */
function relay(listener: RefObject<OfficeListener>, fail: (has: boolean) => void): OfficeListener {
  return {
    onPress: pressed => listener.current.onPress(pressed),
    onHover: (id, at) => listener.current.onHover(id, at),
    onLasso: ids => listener.current.onLasso(ids),
    onPin: at => listener.current.onPin(at),
    onIdle: () => listener.current.onIdle(),
    onError: message => {
      if (/webgl/i.test(message)) fail(true)
      listener.current.onError(message)
    },
  }
}
