import { useEffect } from 'react'
import type { AreaPage as Page } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Notice } from '../ui/notice.tsx'
import { AreaComparison } from './area-comparison.tsx'
import { AreaIndicators } from './area-indicators.tsx'
import { AreaLinks } from './area-links.tsx'
import { AreaTrend } from './area-trend.tsx'
import type { Travel } from './use-travel.ts'

/** The page of one area: what it is, how it compares, how it went, and the way up, down and beside. */
export default function AreaPage({ travel }: Readonly<{ travel: Travel }>) {
  const { view, client, month, t } = useKomsu()
  const { area } = view
  const key = area && `${area.level}.${area.id}@${month}`
  const { data, problem, retry } = useAnswer(key, () => client.area(area ?? { level: 'district', id: 0 }, month))
  const page = data && area && data.level === area.level && data.id === area.id ? data : undefined
  const { onArrived } = travel
  useEffect(() => {
    if (page) onArrived(page, page.bbox)
  }, [page, onArrived])
  if (problem?.status === 404) return <p className="panel-text">{t('state.areaUnknown')}</p>
  if (problem) {
    return (
      <div className="panel-text">
        <Notice action={{ label: t('state.retry'), onAct: retry }}>{t('state.areaFailed')}</Notice>
      </div>
    )
  }
  return page ? <AreaPageOf page={page} travel={travel} /> : <p className="panel-loading">{t('state.loading')}</p>
}

function AreaPageOf({ page, travel }: Readonly<{ page: Page; travel: Travel }>) {
  const { t, language } = useKomsu()
  return (
    <article className="area-page">
      <AreaHead page={page} travel={travel} />
      <AreaComparison page={page} />
      {page.explanation.length > 0 && (
        <section>
          <h3>{t('area.explanation')}</h3>
          <ul className="explanation">
            {page.explanation.map(sentence => (
              <li key={sentence.tr}>{sentence[language]}</li>
            ))}
          </ul>
        </section>
      )}
      <AreaTrend page={page} />
      <AreaIndicators page={page} />
      <AreaLinks
        key={`down-${page.level}-${page.id}`}
        title={t(`area.children.${page.level}`)}
        areas={page.children}
        travel={travel}
      />
      <AreaLinks
        key={`beside-${page.level}-${page.id}`}
        title={t('area.neighbours')}
        areas={page.neighbours}
        travel={travel}
      />
    </article>
  )
}

function AreaHead({ page, travel }: Readonly<{ page: Page; travel: Travel }>) {
  const { t, format } = useKomsu()
  const population = page.population.toSorted((a, b) => b.year - a.year)[0]
  return (
    <header className="area-head">
      <nav aria-label={t('area.up')}>
        <ol className="path">
          {page.path.map(step => (
            <li key={`${step.level}.${step.id}`}>
              <button type="button" className="text-button" onClick={() => travel.goTo(step)}>
                {step.name}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <h2>{page.name}</h2>
      <p className="area-facts">
        <span>{t(`level.${page.level}`)}</span>
        {population && (
          <span title={population.source}>
            {t('area.population', { year: population.year })}: {format.number(population.population)}
          </span>
        )}
        {page.isApproximate && <span>{t('area.approximate')}</span>}
        {page.bbox && (
          <button type="button" className="text-button" onClick={() => travel.goTo(page)}>
            {t('area.flyTo')}
          </button>
        )}
      </p>
    </header>
  )
}
