import { useEffect, useRef } from 'react'
import { useKomsu } from '../app/context.ts'
import type { Columns } from '../map/columns.ts'
import type { NeedMap } from '../map/need-map.ts'
import type { Figures } from './use-figures.ts'
import type { Paint } from './use-paint.ts'

/** Raises counts as columns while that is chosen; deck.gl is fetched the first time. Streets stay flat. */
export function useColumns(map: NeedMap | null, figures: Figures | undefined, paint: Paint): void {
  const { view } = useKomsu()
  const level = figures?.level
  const isWanted = view.columns && paint.classing.kind === 'count' && level !== undefined && level !== 'street'
  const shown = useRef(new Map<number, { share: number; colour: string }>())
  const columns = useRef<Columns | null>(null)
  useEffect(() => {
    const { highest } = paint.classing
    const colour = paint.colours[0] ?? '#000000'
    const tall = figures?.areas.filter(area => area.value !== null && area.value > 0) ?? []
    shown.current = new Map(tall.map(area => [area.id, { share: (area.value ?? 0) / highest, colour }]))
    columns.current?.redraw()
  }, [figures, paint.classing, paint.colours])
  useEffect(() => {
    if (!map || !isWanted) return
    let isStill = true
    import('../map/columns.ts').then(({ raiseColumns }) => {
      if (isStill) columns.current = raiseColumns(map.map, level, id => shown.current.get(id))
    })
    return () => {
      isStill = false
      columns.current?.remove()
      columns.current = null
    }
  }, [map, isWanted, level])
}
