import { useEffect, useMemo } from 'react'
import type { Indicator } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import type { Figures } from './use-figures.ts'

const COMPANIONS = 3

/**
 * A few other figures for the hover card, and the months beside the one shown: fetched when the map is at rest, so that
 * pointing and stepping ask for nothing.
 */
export function useCompanions(figures: Figures | undefined, idle: number): readonly Indicator[] {
  const { client, indicators, overview } = useKomsu()
  const companions = useMemo(() => {
    const shown = indicators.find(one => one.id === figures?.indicator)
    const others = indicators.filter(one => one !== shown)
    const kin = others.filter(one => one.group === shown?.group)
    return [...kin, ...others.filter(one => one.group !== shown?.group)].slice(0, COMPANIONS)
  }, [indicators, figures?.indicator])
  const isAtRest = idle > 0
  useEffect(() => {
    if (!figures || !isAtRest || figures.level === 'street') return
    const { level, indicator, month } = figures
    const timer = setTimeout(() => {
      const at = overview.months.indexOf(month)
      const beside = [overview.months[at - 1], overview.months[at + 1]].filter(one => one !== undefined)
      for (const other of beside) client.values({ level, indicator, month: other }).catch(() => undefined)
      for (const one of companions) client.values({ level, indicator: one.id, month }).catch(() => undefined)
    }, 250)
    return () => clearTimeout(timer)
  }, [figures, isAtRest, companions, client, overview])
  return companions
}
