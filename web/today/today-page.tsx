import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { WorkItem, WorkList, WorkSection } from '../../api/work-lists/work-lists.contract.ts'
import { menuCounts } from '../office/menu-counts.rules.ts'
import type { PageProps } from '../office/pages.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/section.tsx'
import { latenessOf } from './lateness.tsx'
import { News } from './news.tsx'
import './today.css'
import { useWords } from './words.ts'
import { WorkPart } from './work-part.tsx'

const OfficeMap = lazy(() => import('../map/office-map.tsx'))

/** The first screen: what I must do today, counted, the latest first, and where. */
export default function TodayPage(_props: PageProps) {
  const w = useWords()
  const { role, format, tellCounts } = useOffice()
  const { data, problem, reload } = useRead<WorkList>(`/api/work-lists?role=${role}`)
  const [active, setActive] = useState<string | null>(null)
  useEffect(() => {
    if (data) tellCounts(menuCounts(data))
  }, [data, tellCounts])
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />
  if (!data) return <Busy label={w('loading')} />
  const busy = data.sections.filter(hasWork)
  const idle = data.sections.filter(section => !hasWork(section))
  const sum = (of: 'count' | 'late') => busy.reduce((all, one) => all + (one.count === null ? 0 : (one[of] ?? 0)), 0)
  const day = format.day(data.day)
  const lead =
    sum('count') > 0 ? w('lead', { day, n: format.number(sum('count')), late: format.number(sum('late')) }) : day
  const hasPoints = busy.some(section => section.items.some(item => item.point))
  return (
    <div className={hasPoints ? 'today has-map' : 'today'}>
      <div className="page">
        <PageHead title={w('title')} lead={lead} />
        <News />
        {busy.map(section => (
          <WorkPart key={section.key} section={section} active={active} onActive={setActive} />
        ))}
        {busy.length === 0 && <NothingToDo />}
        {busy.length > 0 && idle.length > 0 && (
          <p className="quiet">{w('nothing', { names: idle.map(one => w(`section.${one.key}`)).join(', ') })}</p>
        )}
      </div>
      {hasPoints && <TodayMap sections={busy} active={active} onActive={setActive} />}
    </div>
  )
}

const hasWork = ({ count, districts }: WorkSection) => (count ?? 0) > 0 || (districts?.length ?? 0) > 0

function NothingToDo() {
  const w = useWords()
  const { href, may } = useOffice()
  return (
    <EmptyState title={w('empty')} text={w('emptyText')}>
      {may('household.search') && (
        <a className="button" href={href('search')}>
          {w('search')}
        </a>
      )}
    </EmptyState>
  )
}

type MapProps = Readonly<{
  sections: readonly WorkSection[]
  active: string | null
  onActive: (key: string | null) => void
}>

/** The same items on the map; pressing one opens it. */
function TodayMap({ sections, active, onActive }: MapProps) {
  const w = useWords()
  const { go } = useOffice()
  const items = useMemo(() => placed(sections), [sections])
  const points = useMemo(
    () =>
      items.map(({ item, point }, id) => ({
        id,
        lon: point.lon,
        lat: point.lat,
        kind: latenessOf(item),
        label: [item.familyName && w('household', { name: item.familyName }), item.neighbourhood]
          .filter(Boolean)
          .join(' · '),
      })),
    [items, w],
  )
  const kinds = useMemo(
    () => (['urgent', 'late', 'soon', 'plain'] as const).map(kind => ({ kind, tone: kind, label: w(`kind.${kind}`) })),
    [w],
  )
  const open = (selected: Set<number>) => {
    const [first] = selected
    const page = first === undefined ? undefined : items[first]?.item.page
    if (page) go(page)
  }
  const at = items.findIndex(({ item }) => item.key === active)
  return (
    <div className="today-map">
      <Suspense fallback={<Busy />}>
        <OfficeMap
          label={w('map')}
          points={points}
          kinds={kinds}
          active={at === -1 ? null : at}
          onActive={id => onActive(id === null ? null : (items[id]?.item.key ?? null))}
          onSelect={open}
        />
      </Suspense>
    </div>
  )
}

type Placed = Readonly<{ item: WorkItem; point: NonNullable<WorkItem['point']> }>

/** One point an application, though it stands in two sections. */
function placed(sections: readonly WorkSection[]): Placed[] {
  const found = new Map<string, Placed>()
  for (const { items } of sections)
    for (const item of items) if (item.point && !found.has(item.key)) found.set(item.key, { item, point: item.point })
  return [...found.values()]
}
