import type { ReadLogEvent } from '../../api/read-log/read-log.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { useDeedWords } from './deed-words.ts'
import { useWords } from './words.ts'

/** Events of the audit in sentences an auditor would say; what has no words yet is shown by its code. */
export function EventTable({ events }: Readonly<{ events: readonly ReadLogEvent[] }>) {
  const w = useWords()
  const say = useDeedWords()
  const { language } = useOffice()
  const time = new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const columns: Column<ReadLogEvent>[] = [
    { key: 'at', label: w('at'), show: event => time.format(new Date(event.at)) },
    { key: 'who', label: w('who'), show: event => event.officer?.displayName ?? w('system') },
    { key: 'what', label: w('what'), show: event => say.action(event.action) },
    { key: 'subject', label: w('subject'), show: event => say.subject(event.subject) },
    { key: 'ground', label: w('ground'), show: event => (event.ground ? say.ground(event.ground) : '–') },
    { key: 'detail', label: w('detail'), show: event => <Detail of={event.detail} /> },
  ]
  return (
    <DataTable caption={w('title')} columns={columns} rows={events} rowKey={event => event.id} empty={w('empty')} />
  )
}

function Detail({ of }: Readonly<{ of: Record<string, unknown> }>) {
  const parts = Object.entries(of).filter(([, value]) => value !== null && value !== '')
  return (
    <span className="event-detail">
      {parts.map(([name, value]) => (
        <span key={name}>
          <span className="quiet">{name}</span> {typeof value === 'object' ? JSON.stringify(value) : String(value)}
        </span>
      ))}
    </span>
  )
}
