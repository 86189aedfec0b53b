import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Indicator } from '../../api/need-map/need-map.contract.ts'
import { formatter } from '../i18n/format.ts'
import { translator } from '../i18n/t.ts'
import { FLAVOURS, type Flavour } from '../map/flavour.ts'
import { MapRoom } from '../need-map/map-room.tsx'
import type { NeedMapClient } from '../need-map/need-map.client.ts'
import type { IslandModule } from '../need-map/use-island.ts'
import { useSession } from '../session/use-session.ts'
import { EmptyRoom, Notice } from '../ui/notice.tsx'
import { type Komsu, KomsuContext } from './context.ts'
import { Rail } from './rail.tsx'
import { Skeleton } from './skeleton.tsx'
import { type Store, useStore } from './store.ts'
import { useAnswer } from './use-answer.ts'
import type { Theme, View } from './view.rules.ts'

const SignInDialog = lazy(() => import('../session/sign-in.tsx'))
const OfficeRoom = lazy(() => import('../office/office.tsx'))

type Props = Readonly<{ view: Store<View>; client: NeedMapClient; island: () => IslandModule }>

/** Roles that work on files and so may see their households on the map (api refuses the rest). */
const CASEWORK = ['intake', 'chief', 'inspector', 'commission', 'fulfilment']

export function App({ view: store, client, island }: Props) {
  const view = useStore(store)
  const session = useSession()
  const { language } = view
  const t = useMemo(() => translator(language), [language])
  const format = useMemo(() => formatter(language), [language])
  const flavour = useFlavour(view.theme)
  usePageLook(view, flavour, t('app.name'))
  const known = useAnswer('catalogue', async () => {
    const [overview, indicators] = await Promise.all([client.overview(), client.indicators()])
    return { overview, indicators }
  })
  const { data, retry } = known
  const [isAsking, setAsking] = useState(false)
  const isShutOut = known.problem?.status === 401
  useEffect(() => {
    if (session.officer && isShutOut) retry()
  }, [session.officer, isShutOut, retry])
  const komsu = useMemo<Komsu | null>(() => {
    if (!data) return null
    const { overview, indicators } = data
    const indicator = indicators.find(one => one.id === view.indicator) ?? firstShown(indicators)
    const month = overview.months.find(one => one === view.month) ?? overview.months.at(-1) ?? null
    const officer = session.officer
    return { view, setView: store.set, t, format, language, client, overview, indicators, indicator, month, officer }
  }, [data, view, store, t, format, language, client, session.officer])
  const isCaseworker = session.officer?.roles.some(role => CASEWORK.includes(role)) ?? false
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <div className="house">
        <Rail view={view} setView={store.set} t={t} session={session} onSignIn={() => setAsking(true)} />
        {view.room === 'office' ? (
          <Suspense fallback={<main className="office-waits" id="content" aria-busy="true" />}>
            <OfficeRoom
              view={view}
              setView={store.set}
              t={t}
              format={format}
              flavour={flavour}
              session={session}
              onSignIn={() => setAsking(true)}
            />
          </Suspense>
        ) : komsu ? (
          <KomsuContext value={komsu}>
            {komsu.overview.provinces.length === 0 ? (
              <main id="content" className="waiting-room">
                <EmptyRoom title={t('empty.places')} text={t('empty.placesText')} commands={BEGIN} />
              </main>
            ) : (
              <MapRoom module={island()} flavour={flavour} households={isCaseworker} />
            )}
          </KomsuContext>
        ) : (
          <Skeleton t={t} problem={known.problem} onRetry={known.retry} onSignIn={() => setAsking(true)} />
        )}
      </div>
      {isAsking && (
        <Suspense>
          <SignInDialog session={session} t={t} onDone={() => setAsking(false)} />
        </Suspense>
      )}
      <OfflineNotice text={t('state.offline')} />
    </>
  )
}

const BEGIN = [
  'npm run komsu -- import districts ilceler.geojson',
  'npm run komsu -- import neighbourhoods mahalleler.geojson',
  'npm run komsu -- publish',
]

/** Unless chosen otherwise the map opens with a rate: a map of counts is mostly a map of where people live. */
function firstShown(indicators: readonly Indicator[]): Indicator | undefined {
  return indicators.find(one => one.kind === 'rate') ?? indicators[0]
}

function useFlavour(theme: Theme): Flavour {
  const [isDark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const hear = () => setDark(query.matches)
    query.addEventListener('change', hear)
    return () => query.removeEventListener('change', hear)
  }, [])
  return FLAVOURS[theme === 'auto' ? (isDark ? 'dark' : 'light') : theme]
}

function usePageLook({ language }: View, flavour: Flavour, title: string): void {
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset.theme = flavour.name
    document.title = title
  }, [language, flavour, title])
}

function OfflineNotice({ text }: Readonly<{ text: string }>) {
  const isOnline = useSyncExternalStore(hearConnection, () => navigator.onLine)
  return isOnline ? null : (
    <div className="offline">
      <Notice>{text}</Notice>
    </div>
  )
}

function hearConnection(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
