import { useMemo } from 'react'
import { useKomsu } from '../app/context.ts'
import { sentenceOf } from './sentence.rules.ts'
import type { Figures } from './use-figures.ts'
import { type AreaName, fullName } from './use-names.ts'

/** The map in one sentence; empty while there is nothing to say. */
export function useSentence(figures: Figures | undefined, names: ReadonlyMap<number, AreaName>): string {
  const { t, format, language, indicators } = useKomsu()
  return useMemo(() => {
    const indicator = indicators.find(one => one.id === figures?.indicator)
    if (!figures || !indicator || figures.areas.length === 0) return ''
    const nameOf = (id: number) => {
      const name = names.get(id)
      return name && fullName(name, figures.level)
    }
    return sentenceOf({ ...figures, indicator, nameOf }, { t, format, language })
  }, [figures, names, indicators, t, format, language])
}
