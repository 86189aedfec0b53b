import { useEffect, useMemo, useState } from 'react'
import { useKomsu } from '../app/context.ts'
import type { Flavour } from '../map/flavour.ts'
import type { JoinedState, NeedMap } from '../map/need-map.ts'
import { type AreaPaint, type Classing, classify, paintAreas } from './paint.rules.ts'
import { classColours, lightness, paletteFor } from './palette.rules.ts'
import type { Figures } from './use-figures.ts'

export type Paint = Readonly<{
  classing: Classing
  colours: readonly string[]
  only: ReadonlySet<number>
  setOnly: (only: ReadonlySet<number>) => void
}>

/** CIE L* under which dark letters are hard to read. */
const DARK = 58

const NONE: ReadonlySet<number> = new Set()

/** Classes and colours of the figures shown, put on the map whenever one of them changes. */
export function usePaint(map: NeedMap | null, figures: Figures | undefined, flavour: Flavour): Paint {
  const { view, indicators } = useKomsu()
  const indicator = indicators.find(one => one.id === figures?.indicator)
  const subject = `${figures?.level}:${figures?.indicator}`
  const [chosen, setChosen] = useState({ subject, only: NONE })
  const only = chosen.subject === subject ? chosen.only : NONE
  const kind = indicator?.kind ?? 'rate'
  const method = view.method ?? indicator?.breaks.method ?? 'quantile'
  const classes = view.classes ?? indicator?.breaks.classes ?? 5
  const group = indicator?.group ?? 'need'
  const classing = useMemo(
    () => classify(figures?.areas ?? [], { kind, method, classes }),
    [figures, kind, method, classes],
  )
  const colours = useMemo(() => {
    const palette = paletteFor(view.palette, group)
    const scale = classColours(palette, Math.max(1, classing.upper.length), flavour.isDark)
    return kind === 'rate' ? scale : scale.map(() => classColours(palette, 5, flavour.isDark)[3] ?? '')
  }, [classing, group, kind, view.palette, flavour])
  useEffect(() => {
    if (!map || !figures) return
    const painted = paintAreas(figures.areas, classing, { colours, only })
    map.paint(figures.level, new Map([...painted].map(([id, paint]) => [id, joined(paint, kind)])))
  }, [map, figures, classing, colours, only, kind])
  return { classing, colours, only, setOnly: chosenNow => setChosen({ subject, only: chosenNow }) }
}

function joined(paint: AreaPaint, kind: Classing['kind']): JoinedState {
  const isRate = kind === 'rate'
  return {
    isDark: isRate && paint.colour !== '' && lightness(paint.colour) < DARK,
    colour: isRate && paint.colour ? paint.colour : null,
    dot: !isRate && paint.colour ? paint.colour : null,
    size: paint.size,
    state: paint.state,
    dim: paint.isDim,
  }
}
