import type { ReactNode } from 'react'
import type { Translate } from '../i18n/t.ts'
import type { ApiProblem } from './api.ts'

type Props = Readonly<{ t: Translate; problem: ApiProblem | null; onRetry: () => void; onSignIn: () => void }>

/** The layout of the map room before anything is known, and what to do when nothing can be. */
export function Skeleton({ t, problem, onRetry, onSignIn }: Props) {
  return (
    <main className="map-room" id="content" aria-busy={problem === null}>
      <header className="map-header">
        <div className="map-title">{problem === null && <span className="unseen">{t('state.loading')}</span>}</div>
      </header>
      <div className="stage">
        {problem?.status === 401 ? (
          <Standstill title={t('session.needed')} text={t('session.neededText')}>
            <button type="button" className="button is-main" onClick={onSignIn}>
              {t('session.signIn')}
            </button>
          </Standstill>
        ) : (
          problem && (
            <Standstill title={t('state.noServer')} text={problem.message || t('state.noServerText')}>
              <button type="button" className="button is-main" onClick={onRetry}>
                {t('state.retry')}
              </button>
            </Standstill>
          )
        )}
      </div>
      <div className="time-bar" />
    </main>
  )
}

function Standstill({ title, text, children }: Readonly<{ title: string; text: string; children: ReactNode }>) {
  return (
    <div className="empty-room" role="alert">
      <h1>{title}</h1>
      <p>{text}</p>
      {children}
    </div>
  )
}
