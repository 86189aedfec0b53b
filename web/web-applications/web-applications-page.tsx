import './web-applications.css'
import { useState } from 'react'
import type { Options } from '../../api/applications/application.contract.ts'
import type { WebItem, WebItems } from '../../api/web-applications/web-application.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { PageHead } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { WebDetailView } from './web-detail.tsx'
import { useWords } from './words.ts'

/** What citizens sent on the public form, the oldest first; one is opened at a time. */
export default function WebApplicationsPage() {
  const w = useWords()
  const [cursor, setCursor] = useState<number | null>(null)
  const list = useRead<WebItems>(`/api/web-applications${cursor === null ? '' : `?cursor=${cursor}`}`)
  const options = useRead<Options>('/api/applications/options')
  const [opened, setOpened] = useState<number | null>(null)
  if (list.problem) return <ProblemNotice problem={list.problem} onRetry={list.reload} />
  if (!list.data) return <Busy />
  const { items, next } = list.data
  const nameOf = (code: string) => options.data?.aidTypes.find(one => one.code === code)?.name ?? code
  const isDone = () => {
    setOpened(null)
    list.reload()
  }
  return (
    <div className="page">
      <PageHead title={w('title')} lead={w('lead')} />
      <p role="status">
        {items.length === 0
          ? w('none')
          : w(next === undefined && cursor === null ? 'waits' : 'page', { n: items.length })}
      </p>
      <ul className="web-list">
        {items.map(item => (
          <li key={item.id}>
            <Row
              item={item}
              isOpen={item.id === opened}
              nameOf={nameOf}
              onToggle={() => setOpened(item.id === opened ? null : item.id)}
            />
            {item.id === opened && <WebDetailView item={item} nameOf={nameOf} onDone={isDone} />}
          </li>
        ))}
      </ul>
      <div className="actions">
        {cursor !== null && (
          <button type="button" className="button" onClick={() => setCursor(null)}>
            {w('oldest')}
          </button>
        )}
        {next !== undefined && (
          <button type="button" className="button" onClick={() => setCursor(next)}>
            {w('more')}
          </button>
        )}
      </div>
    </div>
  )
}

type RowProps = Readonly<{ item: WebItem; isOpen: boolean; nameOf: (code: string) => string; onToggle: () => void }>

function Row({ item, isOpen, nameOf, onToggle }: RowProps) {
  const w = useWords()
  const { format } = useOffice()
  return (
    <div className="web-row">
      <div>
        <strong>{item.name}</strong> <span className="quiet">{item.district}</span>
        <br />
        <span className="quiet">
          {w('since', { day: format.day(item.receivedAt.slice(0, 10)) })} · {item.requests.map(nameOf).join(', ')}
        </span>
      </div>
      {item.kind === 'victim' && <Tag tone="wait">{w('victim')}</Tag>}
      {item.state === 'in_review' && (
        <Tag tone="info">{item.isMine ? w('mine') : w('reviewer', { name: item.reviewer ?? '' })}</Tag>
      )}
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        aria-label={`${w(isOpen ? 'hide' : 'show')}: ${item.name}`}
      >
        {w(isOpen ? 'hide' : 'show')}
      </button>
    </div>
  )
}
