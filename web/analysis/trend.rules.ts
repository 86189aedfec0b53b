/** A line of months as a Vega-Lite specification. Pure. */
import type { TopLevelSpec } from 'vega-lite'
import type { Field } from 'vega-lite/types_unstable/channeldef.js'
import type { UnitSpec } from 'vega-lite/types_unstable/spec/unit.js'
import type { Indicator, State } from '../../api/need-map/need-map.contract.ts'
import type { Language } from '../i18n/t.ts'

export type TrendPoint = Readonly<{ month: string; value: number | null; state: State }>

export type TrendLook = Readonly<{ ink: string; quiet: string; line: string; accent: string; font: string }>

export type Trend = Readonly<{ points: readonly TrendPoint[]; month: string; indicator: Indicator; language: Language }>

/** Months without a figure leave a gap in the line and a mark on the axis: nothing is drawn through what is withheld. */
export function trendSpec({ points, month, indicator, language }: Trend, look: TrendLook): TopLevelSpec {
  const values = points.map(point => ({ ...point, when: `${point.month}T00:00:00`, isShown: point.month === month }))
  const format = `,.${indicator.decimals}f`
  const x = { field: 'when', type: 'temporal' as const, title: null }
  const y = { field: 'value', type: 'quantitative' as const, title: null, axis: { format, tickCount: 4 } }
  const tooltip = [
    { field: 'when', type: 'temporal' as const, format: '%B %Y', title: language === 'tr' ? 'Ay' : 'Month' },
    { field: 'value', type: 'quantitative' as const, format, title: indicator.unit[language] },
  ]
  return {
    width: 'container',
    height: 136,
    background: 'transparent',
    padding: { left: 0, right: 8, top: 8, bottom: 0 },
    autosize: { type: 'fit', contains: 'padding' },
    data: { values },
    layer: [
      {
        mark: { type: 'line', color: look.accent, strokeWidth: 2, invalid: 'break-paths-show-domains' },
        encoding: { x, y },
      },
      {
        transform: [{ filter: 'datum.value !== null' }],
        mark: { type: 'point', filled: true, color: look.accent, opacity: 1 },
        encoding: {
          x,
          y,
          size: { condition: { test: 'datum.isShown', value: 90 }, value: 14 },
          tooltip,
        },
      },
      ...(values.some(point => point.value === null) ? [withheldMarks(x, look)] : []),
    ],
    config: {
      font: look.font,
      view: { stroke: null },
      axis: {
        labelColor: look.quiet,
        labelFontSize: 12,
        labelFont: look.font,
        gridColor: look.line,
        domain: false,
        tickColor: look.line,
      },
      axisX: { grid: false, format: '%b %y', tickCount: 6, labelFlush: true },
    },
  }
}

/** A tick at the foot of each month whose figure is not shown. */
function withheldMarks(x: object, look: TrendLook): UnitSpec<Field> {
  return {
    transform: [{ filter: 'datum.value === null' }],
    mark: { type: 'tick', orient: 'vertical', size: 6, color: look.quiet, yOffset: -3 },
    encoding: { x, y: { value: { expr: 'height' } } },
  }
}
