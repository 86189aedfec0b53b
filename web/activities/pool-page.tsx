import { lazy, Suspense, useMemo, useState } from 'react'
import type { Activity, Inspectors } from '../../api/activities/activities.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { latenessOf } from '../today/lateness.tsx'
import { Busy } from '../ui/busy.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/section.tsx'
import { AbsencesDialog } from './absences-dialog.tsx'
import './activities.css'
import { AssignDialog } from './assign-dialog.tsx'
import { EVERYTHING, PoolFilters, type PoolWanted } from './pool-filters.tsx'
import { PoolList } from './pool-list.tsx'
import { usePool } from './use-pool.ts'
import { useWords } from './words.ts'

const OfficeMap = lazy(() => import('../map/office-map.tsx'))

/** The chief's pool: what waits, as list and map in step; chosen by hand, by neighbourhood or by lasso, and given. */
export default function PoolPage() {
  const w = useWords()
  const { format } = useOffice()
  const [wanted, setWanted] = useState<PoolWanted>(EVERYTHING)
  const pool = usePool(wanted)
  const inspectors = useRead<Inspectors>('/api/inspectors')
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const [active, setActive] = useState<number | null>(null)
  const [open, setOpen] = useState<'assign' | 'absences' | null>(null)
  const change = (one: Partial<PoolWanted>) => {
    setWanted({ ...wanted, ...one })
    setSelected(new Set())
  }
  const chosen = pool.items.filter(item => selected.has(item.id))
  const done = () => {
    setSelected(new Set())
    pool.reload()
    inspectors.reload()
  }
  const { files, late, urgent } = pool.total
  const n = (count: number) => format.number(count)
  return (
    <div className="pool">
      <div className="page">
        <PageHead title={w('title')} lead={w('sentence', { n: n(files), late: n(late), urgent: n(urgent) })}>
          <button type="button" className="button" onClick={() => setOpen('absences')}>
            {w('absences')}
          </button>
        </PageHead>
        <PoolFilters wanted={wanted} areas={pool.areas} onChange={change} />
        <ProblemNotice problem={pool.problem} onRetry={pool.reload} />
        {!pool.problem && pool.isLoading && pool.items.length === 0 && <Busy label={w('loading')} />}
        {!pool.isLoading && !pool.problem && pool.items.length === 0 && (
          <EmptyState title={w('empty')} text={w('emptyText')} />
        )}
        {pool.items.length > 0 && (
          <PoolList
            items={pool.items}
            status={wanted.status}
            selected={selected}
            onSelect={setSelected}
            active={active}
            onActive={setActive}
          />
        )}
        {pool.next && (
          <div className="actions">
            <button type="button" className="button" disabled={pool.isLoading} onClick={pool.more}>
              {w('more')}
            </button>
          </div>
        )}
        {chosen.length > 0 && (
          <Chosen
            items={chosen}
            canGive={wanted.status !== 'inspected'}
            isAgain={wanted.status !== 'awaiting_inquiry'}
            onClear={() => setSelected(new Set())}
            onGive={() => setOpen('assign')}
          />
        )}
      </div>
      <PoolMap
        items={pool.items}
        selected={selected}
        onSelect={setSelected}
        active={active}
        onActive={setActive}
        wanted={wanted}
      />
      {open === 'assign' && inspectors.data && (
        <AssignDialog
          items={chosen}
          inspectors={inspectors.data.items}
          isAgain={wanted.status !== 'awaiting_inquiry'}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      )}
      {open === 'absences' && inspectors.data && (
        <AbsencesDialog
          inspectors={inspectors.data.items}
          onClose={() => setOpen(null)}
          onChanged={inspectors.reload}
        />
      )}
    </div>
  )
}

type ChosenProps = Readonly<{
  items: readonly Activity[]
  canGive: boolean
  isAgain: boolean
  onClear: () => void
  onGive: () => void
}>

/** What is chosen and what can be done with it; stays in sight. */
function Chosen({ items, canGive, isAgain, onClear, onGive }: ChosenProps) {
  const w = useWords()
  return (
    <div className="chosen" role="status">
      <strong>{w('selected', { n: items.length })}</strong>
      <button type="button" className="text-button" onClick={onClear}>
        {w('clear')}
      </button>
      {canGive && (
        <button type="button" className="button is-main" onClick={onGive}>
          {w(isAgain ? 'reassign' : 'assign')}
        </button>
      )}
    </div>
  )
}

type MapProps = Readonly<{
  items: readonly Activity[]
  selected: ReadonlySet<number>
  onSelect: (ids: Set<number>) => void
  active: number | null
  onActive: (id: number | null) => void
  wanted: PoolWanted
}>

function PoolMap({ items, selected, onSelect, active, onActive, wanted }: MapProps) {
  const w = useWords()
  const points = useMemo(
    () =>
      items.flatMap(item => {
        const { id, point, familyName, fileNo, neighbourhood } = item
        const name = familyName ? w('householdOf', { name: familyName }) : fileNo
        return point
          ? [{ id, lon: point.lon, lat: point.lat, kind: latenessOf(item), label: `${name} · ${neighbourhood}` }]
          : []
      }),
    [items, w],
  )
  const kinds = useMemo(
    () => (['urgent', 'late', 'soon', 'plain'] as const).map(kind => ({ kind, tone: kind, label: w(`kind.${kind}`) })),
    [w],
  )
  return (
    <div className="pool-map">
      <Suspense fallback={<Busy />}>
        <OfficeMap
          label={w('map')}
          points={points}
          kinds={kinds}
          selected={selected}
          onSelect={onSelect}
          active={active}
          onActive={onActive}
          onLasso={ids => onSelect(new Set([...selected, ...ids]))}
          fitKey={`${wanted.status} ${wanted.district} ${wanted.neighbourhood}`}
        />
      </Suspense>
    </div>
  )
}
