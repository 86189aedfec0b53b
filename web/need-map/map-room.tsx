import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { useKomsu } from '../app/context.ts'
import { largestRadius } from '../map/expressions.ts'
import type { Flavour } from '../map/flavour.ts'
import type { PickedArea } from '../map/need-map.ts'
import { EmptyRoom, Notice } from '../ui/notice.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { HoverLayer } from './hover-card.tsx'
import { Legend } from './legend.tsx'
import { MapHeader } from './map-header.tsx'
import { MapTools } from './map-tools.tsx'
import { SchematicNotice } from './schematic-notice.tsx'
import { TimeBar } from './time-bar.tsx'
import { useAreaKeys } from './use-area-keys.ts'
import { useColumns } from './use-columns.ts'
import { useCompanions } from './use-companions.ts'
import { useFigures } from './use-figures.ts'
import { type IslandModule, useIsland } from './use-island.ts'
import { useMapSync } from './use-map-sync.ts'
import { useNames } from './use-names.ts'
import { usePaint } from './use-paint.ts'
import { useSentence } from './use-sentence.ts'
import { useStreetParents } from './use-street-parents.ts'
import { useTravel } from './use-travel.ts'

const AreaPanel = lazy(() => import('./area-page.tsx'))
const TablePanel = lazy(() => import('./table-room.tsx'))
const AboutPanel = lazy(() => import('./about-room.tsx'))

const BEGIN = ['npm run komsu -- import households haneler.csv', 'npm run komsu -- publish']

type Props = Readonly<{ module: IslandModule; flavour: Flavour; households: boolean }>

/** The room with the map: everything in it says the same in its own way. */
export function MapRoom({ module, flavour, households }: Props) {
  const { view, setView, t, indicator, month } = useKomsu()
  const container = useRef<HTMLDivElement>(null)
  const [spoken, say] = useState('')
  const pick = useRef<(area: PickedArea | null, at: { x: number; y: number }) => void>(() => undefined)
  const onPick = useCallback<typeof pick.current>((area, at) => pick.current(area, at), [])
  const island = useIsland({ container, module, flavour, households, onPick })
  const { map, level, zoom, idle } = island
  const parents = useStreetParents(map, level, idle)
  const answer = useFigures(level, parents)
  const figures = answer.data
  const names = useNames(figures?.level ?? level, parents, idle > 0 || view.room === 'table')
  const paint = usePaint(map, figures, flavour)
  useColumns(map, figures, paint)
  const companions = useCompanions(figures, idle)
  const sentence = useSentence(figures, names)
  const travel = useTravel(map)
  pick.current = travel.onPick
  useMapSync(map)
  const onKeyDown = useAreaKeys(island, { figures, onOpen: area => travel.open(area), say })
  const hasApproximate = useMemo(() => idle > 0 && (map?.hasApproximate(level) ?? false), [map, level, idle])
  const panel = view.room === 'map' ? (view.area ? 'area' : null) : view.room
  const words = { close: t('area.close'), taller: t('ui.sheetTaller'), shorter: t('ui.sheetShorter') }
  const close = () => setView(view.room === 'map' ? { area: null } : { room: 'map' })
  return (
    <main className="map-room" id="content">
      <MapHeader level={level} sentence={sentence} onFound={travel.goTo} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys reach the map through its canvas */}
      <div className={`stage${panel ? ' has-panel' : ''}`} onKeyDown={onKeyDown}>
        <div className={`map${answer.isFresh ? '' : ' is-waiting'}`} ref={container} data-idle={idle} />
        <p id="map-help" className="unseen">
          {t('ui.mapHelp')}
        </p>
        <MapTools map={map} hasPanel={panel !== null} />
        <SchematicNotice />
        {island.hasFailed && (
          <Notice action={{ label: t('state.openTable'), onAct: () => setView({ room: 'table' }) }}>
            {t('state.mapFailed')}
          </Notice>
        )}
        {answer.problem && (
          <Notice action={{ label: t('state.retry'), onAct: answer.retry }}>{t('state.valuesFailed')}</Notice>
        )}
        {!month && <EmptyRoom title={t('empty.months')} text={t('empty.monthsText')} commands={BEGIN} />}
        {indicator && month && (
          <Legend
            indicator={indicator}
            classing={paint.classing}
            colours={paint.colours}
            only={paint.only}
            onOnly={paint.setOnly}
            radius={largestRadius(level, zoom)}
            hasApproximate={hasApproximate}
            households={households}
          />
        )}
        <HoverLayer island={island} figures={figures} companions={companions} />
        {panel && (
          <SidePanel
            key={panel}
            label={t(panel === 'table' ? 'room.table' : panel === 'about' ? 'about.title' : 'area.indicators')}
            width={panel === 'table' ? 'table' : 'page'}
            words={words}
            onClose={close}
          >
            <Suspense fallback={<p className="panel-loading">{t('state.loading')}</p>}>
              {panel === 'area' && <AreaPanel travel={travel} />}
              {panel === 'table' && <TablePanel figures={figures} names={names} travel={travel} />}
              {panel === 'about' && <AboutPanel />}
            </Suspense>
          </SidePanel>
        )}
      </div>
      <TimeBar isFresh={answer.isFresh} />
      <p className="unseen" role="status">
        {spoken || sentence}
      </p>
    </main>
  )
}
