import { useKomsu } from '../app/context.ts'
import type { LegendProps } from './legend.tsx'
import { figureOf } from './sentence.rules.ts'

/** One row per class, the highest figures on top as on a chart; the bar says how many areas are in it. */
export function ClassRows({ indicator, classing, colours, only, onOnly }: LegendProps) {
  const { t, format } = useKomsu()
  const figure = (value: number) => figureOf(value, indicator, { format })
  const most = Math.max(1, ...classing.counts)
  const rows = classing.upper.map((upper, at) => {
    const lower = at === 0 ? classing.lowest : (classing.upper[at - 1] ?? upper)
    return {
      at,
      upper,
      colour: colours[at] ?? '',
      label: `${figure(lower)} – ${figure(upper)}`,
      count: classing.counts[at] ?? 0,
    }
  })
  return (
    <fieldset className="legend-classes">
      <legend className="unseen">{t('legend.classes')}</legend>
      {rows.reverse().map(row => (
        <button
          type="button"
          key={row.at}
          className="legend-class"
          aria-pressed={only.has(row.at)}
          title={t('legend.only', { label: row.label })}
          onClick={() => onOnly(toggled(only, row.at))}
        >
          <span className="swatch-cell">
            <i className={`swatch swatch-${indicator.kind}`} style={lookOf(row, classing)} />
          </span>
          <span className="legend-range">{row.label}</span>
          <span className="unseen">, </span>
          <span className="legend-bar" style={{ width: `${Math.max(1, (row.count / most) * 32)}px` }} />
          <span className="legend-count">{row.count}</span>
        </button>
      ))}
      {only.size > 0 && (
        <button type="button" className="text-button" onClick={() => onOnly(new Set())}>
          {t('legend.showAll')}
        </button>
      )}
    </fieldset>
  )
}

type Row = Readonly<{ upper: number; colour: string }>

/** A box of the class's colour; for counts a circle whose area goes with the class's upper bound. */
function lookOf({ upper, colour }: Row, { kind, highest }: LegendProps['classing']) {
  if (kind === 'rate') return { backgroundColor: colour }
  const side = `${Math.max(3, 18 * Math.sqrt(upper / (highest || 1)))}px`
  return { backgroundColor: colour, width: side, height: side }
}

function toggled(set: ReadonlySet<number>, one: number): ReadonlySet<number> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}
