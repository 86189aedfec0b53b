/** From published figures to what each area looks like. Pure, so that the map, the legend and the table agree. */
import type { AreaValue, Indicator } from '../../api/need-map/need-map.contract.ts'
import type { Method } from '../app/view.rules.ts'
import { classOf, upperBounds } from './breaks.rules.ts'

/** How one area is drawn; kept flat because it becomes MapLibre feature-state. */
export type AreaPaint = Readonly<{
  colour: string
  /** Radius of its symbol as a share of the largest, 0–1; 0 for a rate. */
  size: number
  state: AreaValue['state']
  /** Pushed back because another class was chosen in the legend. */
  isDim: boolean
}>

export type Classing = Readonly<{
  kind: Indicator['kind']
  upper: readonly number[]
  lowest: number
  highest: number
  /** Areas in each class. */
  counts: readonly number[]
  /** Areas in each state. */
  states: Readonly<Record<AreaValue['state'], number>>
}>

export type ClassingChoice = Readonly<{ kind: Indicator['kind']; method: Method; classes: number }>

export function classify(areas: readonly AreaValue[], choice: ClassingChoice): Classing {
  const figures: number[] = []
  const states = { ok: 0, suppressed: 0, too_few: 0, no_data: 0 }
  for (const area of areas) {
    states[area.state] += 1
    if (area.value !== null) figures.push(area.value)
  }
  const upper = upperBounds(figures, choice.method, choice.classes)
  const counts = upper.map(() => 0)
  for (const figure of figures) {
    const at = classOf(figure, upper)
    counts[at] = (counts[at] ?? 0) + 1
  }
  const lowest = figures.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const highest = figures.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return { kind: choice.kind, upper, lowest, highest, counts, states }
}

/** Paint of every area. `only`: classes brought forward; empty brings all. Symbol areas are proportional to figures. */
export function paintAreas(
  areas: readonly AreaValue[],
  classing: Classing,
  look: Readonly<{ colours: readonly string[]; only: ReadonlySet<number> }>,
): Map<number, AreaPaint> {
  const painted = new Map<number, AreaPaint>()
  for (const area of areas) painted.set(area.id, paintArea(area, classing, look))
  return painted
}

function paintArea(
  area: AreaValue,
  classing: Classing,
  { colours, only }: Readonly<{ colours: readonly string[]; only: ReadonlySet<number> }>,
): AreaPaint {
  if (area.value === null) return { colour: '', size: 0, state: area.state, isDim: only.size > 0 }
  const at = classOf(area.value, classing.upper)
  const isCount = classing.kind === 'count'
  return {
    colour: colours[at] ?? '',
    size: isCount && classing.highest > 0 ? Math.sqrt(Math.max(0, area.value) / classing.highest) : 0,
    state: 'ok',
    isDim: only.size > 0 && !only.has(at),
  }
}
