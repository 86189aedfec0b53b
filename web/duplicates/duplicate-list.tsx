import { useState } from 'react'
import type {
  DuplicateInList,
  Duplicates,
  DuplicateList as ListName,
} from '../../api/duplicates/duplicates.contract.ts'
import { sayBar, strengthOf } from '../../api/duplicates/reason-words.rules.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/section.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { sureness, useWords } from './words.ts'

const LISTS = ['open', 'later', 'to_join', 'decided'] as const
const SORTS = ['probability', 'age'] as const

/** All pairs, list by list. */
export function DuplicateList() {
  const w = useWords()
  const [list, setList] = useState<ListName>('open')
  const [sort, setSort] = useState<(typeof SORTS)[number]>('probability')
  const [cursor, setCursor] = useState(0)
  const address = `/api/duplicates?list=${list}&sort=${sort}&cursor=${cursor}`
  const { data, isLoading, problem, reload } = useRead<Duplicates>(address)
  const [counts, setCounts] = useState<Duplicates['counts']>()
  if (data && data.counts !== counts) setCounts(data.counts)
  const tabs = LISTS.map(id => ({
    id,
    label: w(`list.${id}`),
    ...(counts && id !== 'decided' ? { count: counts[id] } : {}),
  }))
  const turn = (id: string) => {
    setList(LISTS.find(one => one === id) ?? 'open')
    setCursor(0)
  }
  return (
    <div className="page duplicates">
      <PageHead title={w('title')} lead={w('lead')} />
      <Tabs label={w('lists')} tabs={tabs} active={list} onChange={turn}>
        <div className="page">
          {list !== 'decided' && (
            <Segmented
              legend={w('sort')}
              options={SORTS.map(value => ({ value, label: w(`sort.${value}`) }))}
              value={sort}
              onChange={value => {
                setSort(value)
                setCursor(0)
              }}
            />
          )}
          <ProblemNotice problem={problem} onRetry={reload} />
          {!data && isLoading && <Busy label={w('loading')} />}
          {data?.items.length === 0 && <EmptyState title={w(`empty.${list}`)} text={w(`emptyText.${list}`)} />}
          {data && data.items.length > 0 && (
            <ul className="duplicate-list">
              {data.items.map(item => (
                <Row key={item.id} item={item} />
              ))}
            </ul>
          )}
          <Pages cursor={cursor} next={data?.next} onTurn={setCursor} />
        </div>
      </Tabs>
    </div>
  )
}

function Row({ item }: Readonly<{ item: DuplicateInList }>) {
  const w = useWords()
  const { href, format, language } = useOffice()
  const said = item.because.filter(bar => strengthOf(bar) === 'strong' && bar.field !== 'kin' && bar.field !== 'prior')
  const when = item.decidedAt
    ? w('decidedBy', { day: format.day(item.decidedAt), name: item.decidedBy ?? '' })
    : w('found', { day: format.day(item.foundAt) })
  return (
    <li>
      <a href={href(`duplicates/${item.id}`)}>
        {item.files.map((file, i) => (
          <span key={file.householdId}>
            {i > 0 && <span className="quiet"> {w('and')} </span>}
            {[file.givenName, file.familyName].filter(Boolean).join(' ') || w('file', { no: file.fileNo })}
          </span>
        ))}
      </a>
      <span className={`sureness is-${sureness(item.probability).at(-1)}`}>{w(sureness(item.probability))}</span>
      <span className="quiet">
        {item.files
          .map(file =>
            [
              w('file', { no: file.fileNo }),
              w('members', { n: file.members }),
              ...(file.inScope ? [] : [w('away')]),
            ].join(', '),
          )
          .join(' · ')}
      </span>
      <span className="quiet">
        {item.state === 'open'
          ? said.map(bar => sayBar(bar, language)).join(' · ') || w(`kind.${item.kind}`)
          : w(`state.${item.state}`)}
      </span>
      <span className="quiet">{when}</span>
    </li>
  )
}

type PagesProps = Readonly<{ cursor: number; next: number | undefined; onTurn: (cursor: number) => void }>

function Pages({ cursor, next, onTurn }: PagesProps) {
  const w = useWords()
  if (cursor === 0 && next === undefined) return null
  return (
    <nav className="actions" aria-label={w('more')}>
      {cursor > 0 && (
        <button type="button" className="button" onClick={() => onTurn(Math.max(0, cursor - 25))}>
          {w('back')}
        </button>
      )}
      {next !== undefined && (
        <button type="button" className="button" onClick={() => onTurn(next)}>
          {w('more')}
        </button>
      )}
    </nav>
  )
}
