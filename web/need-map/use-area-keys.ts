import { type KeyboardEvent, useCallback, useRef } from 'react'
import { useKomsu } from '../app/context.ts'
import type { PickedArea } from '../map/need-map.ts'
import { figureOrState } from './sentence.rules.ts'
import type { Figures } from './use-figures.ts'
import type { Island } from './use-island.ts'

type Keys = Readonly<{
  figures: Figures | undefined
  onOpen: (area: PickedArea) => void
  say: (sentence: string) => void
}>

/** N and P step through the areas on screen by their figures, Enter opens; works while the map has the focus. */
export function useAreaKeys({ map, level, hovered }: Island, { figures, onOpen, say }: Keys) {
  const { t, format, language, indicators } = useKomsu()
  const at = useRef<PickedArea | null>(null)
  return useCallback(
    (event: KeyboardEvent) => {
      if (!map || !(event.target instanceof HTMLCanvasElement)) return
      // What was read out opens, also while figures or tiles are coming in anew.
      if (event.key === 'Enter' && at.current) return onOpen(at.current)
      const step = { n: 1, N: 1, p: -1, P: -1 }[event.key]
      if (step && figures) {
        const next = neighbourInOrder(figures, map.inView(level), at.current?.id ?? null, step)
        const figure = figures.areas.find(one => one.id === next?.id)
        const indicator = indicators.find(one => one.id === figures.indicator)
        if (!next || !figure || !indicator) return
        at.current = next
        hovered.set({ at: null })
        map.mark('hover', { level, id: next.id })
        const value = figureOrState(figure, indicator, { t, format, language })
        say(t('sentence.selected', { name: next.name, value }))
      }
    },
    [map, level, hovered, figures, indicators, onOpen, say, t, format, language],
  )
}

function neighbourInOrder(figures: Figures, inView: readonly PickedArea[], from: number | null, step: number) {
  const value = new Map(figures.areas.map(one => [one.id, one.value ?? Number.NEGATIVE_INFINITY]))
  const order = inView
    .filter(area => value.has(area.id))
    .sort((a, b) => (value.get(b.id) ?? 0) - (value.get(a.id) ?? 0) || a.id - b.id)
  const at = order.findIndex(area => area.id === from)
  if (at === -1) return step > 0 ? order[0] : order.at(-1)
  return order[(at + step + order.length) % order.length]
}
