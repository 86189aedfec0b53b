import { lazy, Suspense } from 'react'
import type { AreaPage } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'

const TrendChart = lazy(() => import('../analysis/trend-chart.tsx'))

/** The indicator on the map, month by month. The chart's library is fetched only when an area's page is opened. */
export function AreaTrend({ page }: Readonly<{ page: AreaPage }>) {
  const { t, format, indicator, month, language } = useKomsu()
  const at = page.indicators.findIndex(one => one.indicator === indicator?.id)
  const [first, last] = [page.trend[0], page.trend.at(-1)]
  if (!indicator || at === -1) return null
  const hasFigures = page.trend.some(line => line.values[at] !== null)
  return (
    <section>
      <h3>{t('area.trend')}</h3>
      {first && last && hasFigures ? (
        <Suspense fallback={<div className="trend" />}>
          <TrendChart
            points={page.trend.map(line => ({
              month: line.month,
              value: line.values[at] ?? null,
              state: line.states[at] ?? 'no_data',
            }))}
            month={month ?? last.month}
            indicator={indicator}
            language={language}
            label={t('area.trendHint', {
              name: indicator.name[language],
              from: format.month(first.month),
              to: format.month(last.month),
            })}
          />
        </Suspense>
      ) : (
        <p className="panel-note">{t('area.noTrend')}</p>
      )}
    </section>
  )
}
