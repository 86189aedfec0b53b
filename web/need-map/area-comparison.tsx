import type { AreaPage, Indicator } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import { figureOf, figureOrState, unitAfter } from './sentence.rules.ts'

type Figure = AreaPage['indicators'][number]

/** The indicator on the map, here: its figure, how sure it is, and where it stands beside the area above and the province. */
export function AreaComparison({ page }: Readonly<{ page: AreaPage }>) {
  const { t, format, language, indicator } = useKomsu()
  const figure = page.indicators.find(one => one.indicator === indicator?.id)
  if (!indicator || !figure) return null
  const words = { t, format, language }
  return (
    <section className="area-comparison">
      <h3 className="comparison-title">{indicator.name[language]}</h3>
      <p className="big-figure">
        <strong>{figureOrState(figure, indicator, words)}</strong>{' '}
        {figure.value !== null && <span>{unitAfter(indicator, language)}</span>}
      </p>
      {figure.state !== 'ok' && <p className="panel-note">{t(`state.${figure.state}.long`)}</p>}
      {figure.low !== null && figure.high !== null && (
        <p className="panel-note">
          {t('hover.interval', {
            low: figureOf(figure.low, indicator, words),
            high: figureOf(figure.high, indicator, words),
          })}
        </p>
      )}
      {indicator.kind === 'rate' && <Strip page={page} figure={figure} indicator={indicator} />}
    </section>
  )
}

const WIDTH = 376
const LEFT = 96
const ROW = 24

/** Three dots on one scale, from zero; the bar is the interval. Counts are not compared so: a whole is not a part's peer. */
function Strip({ page, figure, indicator }: Readonly<{ page: AreaPage; figure: Figure; indicator: Indicator }>) {
  const { t, format, language } = useKomsu()
  const above = page.path.at(-1)
  const rows = [
    { name: page.name, value: figure.value, isHere: true },
    ...(above && above.level !== 'province' ? [{ name: above.name, value: figure.parent, isHere: false }] : []),
    { name: page.path[0]?.name ?? t('level.province'), value: figure.province, isHere: false },
  ].filter(row => row.value !== null)
  if (rows.length < 2) return null
  const most = Math.max(...rows.map(row => row.value ?? 0), figure.high ?? 0) || 1
  const x = (value: number) => LEFT + (value / most) * (WIDTH - LEFT - 64)
  return (
    <svg className="strip" viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`} role="img" aria-label={t('area.compared')}>
      {rows.map((row, at) => (
        <g key={row.name} transform={`translate(0 ${at * ROW + ROW / 2})`} className={row.isHere ? 'is-here' : ''}>
          <text x={LEFT - 12} y={4} textAnchor="end">
            {row.name.length > 14 ? `${row.name.slice(0, 13)}…` : row.name}
          </text>
          <path d={`M${LEFT} 0H${WIDTH - 64}`} className="strip-line" />
          {row.isHere && figure.low !== null && figure.high !== null && (
            <path d={`M${x(figure.low)} 0H${x(figure.high)}`} className="strip-interval" />
          )}
          <circle cx={x(row.value ?? 0)} r={row.isHere ? 6 : 4.5} />
          <text x={WIDTH} y={4} textAnchor="end" className="strip-value">
            {figureOf(row.value ?? 0, indicator, { format })}
          </text>
          <title>{`${row.name}: ${figureOf(row.value ?? 0, indicator, { format })} ${indicator.unit[language]}`}</title>
        </g>
      ))}
    </svg>
  )
}
