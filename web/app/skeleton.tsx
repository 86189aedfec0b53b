import type { Translate } from '../i18n/t.ts'
import type { ApiProblem } from './api.ts'

type Props = Readonly<{ t: Translate; problem: ApiProblem | null; onRetry: () => void }>

/** The layout of the map room before anything is known, and what to do when nothing can be. */
export function Skeleton({ t, problem, onRetry }: Props) {
  return (
    <main className="map-room" id="content" aria-busy={problem === null}>
      <header className="map-header">
        <div className="map-title">{problem === null && <span className="unseen">{t('state.loading')}</span>}</div>
      </header>
      <div className="stage">
        {problem && (
          <div className="empty-room" role="alert">
            <h2>{t('state.noServer')}</h2>
            <p>{problem.message || t('state.noServerText')}</p>
            <button type="button" className="button is-main" onClick={onRetry}>
              {t('state.retry')}
            </button>
          </div>
        )}
      </div>
      <div className="time-bar" />
    </main>
  )
}
