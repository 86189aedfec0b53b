import { type FormEvent, useState } from 'react'
import type { ReadLog, ReadLogQuery } from '../../api/read-log/read-log.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { EventTable } from './event-table.tsx'
import './read-log.css'
import { useWords } from './words.ts'

type Wanted = Readonly<{
  file: string
  officer: string
  kind: ReadLogQuery['kind']
  from: string | null
  to: string | null
}>

const KINDS = ['all', 'reads', 'searches', 'deeds'] as const
const EVERYTHING: Wanted = { file: '', officer: '', kind: 'reads', from: null, to: null }

/** The auditor's page: who saw or changed what, on what ground. */
export default function ReadLogPage() {
  const w = useWords()
  const [wanted, setWanted] = useState(EVERYTHING)
  const [shown, setShown] = useState({ wanted: EVERYTHING, cursor: null as number | null })
  const { data, isLoading, problem, reload } = useRead<ReadLog>(addressOf(shown.wanted, shown.cursor), { keep: true })
  const change = (one: Partial<Wanted>) => setWanted({ ...wanted, ...one })
  const show = (event: FormEvent) => {
    event.preventDefault()
    setShown({ wanted, cursor: null })
    reload()
  }
  return (
    <>
      <PageHead title={w('title')} lead={w('lead')} />
      <form className="form read-log-form" onSubmit={show}>
        <TextField
          label={w('file')}
          help={w('fileHelp')}
          value={wanted.file}
          onChange={file => change({ file })}
          isOptional
        />
        <TextField
          label={w('officer')}
          help={w('officerHelp')}
          value={wanted.officer}
          onChange={officer => change({ officer })}
          isOptional
        />
        <SelectField
          label={w('kind')}
          options={KINDS.map(value => ({ value, label: w(`kind.${value}`) }))}
          value={wanted.kind}
          placeholder={null}
          onChange={kind => change({ kind })}
        />
        <DateField label={w('from')} value={wanted.from} onChange={from => change({ from })} isOptional />
        <DateField label={w('to')} value={wanted.to} onChange={to => change({ to })} isOptional />
        <div className="actions">
          <button type="submit" className="button is-main">
            {w('show')}
          </button>
        </div>
      </form>
      {problem?.type === 'not-found' ? (
        <Notice>{w('notFound')}</Notice>
      ) : (
        <ProblemNotice problem={problem} onRetry={reload} />
      )}
      {!data && isLoading && <Busy label={w('loading')} />}
      {data && !problem && <EventTable events={data.items} />}
      <Pager
        next={problem ? undefined : data?.next}
        isOlder={shown.cursor !== null}
        onPage={cursor => setShown({ ...shown, cursor })}
      />
    </>
  )
}

type PagerProps = Readonly<{ next: number | undefined; isOlder: boolean; onPage: (cursor: number | null) => void }>

function Pager({ next, isOlder, onPage }: PagerProps) {
  const w = useWords()
  return (
    <nav className="actions" aria-label={w('more')}>
      {isOlder && (
        <button type="button" className="button" onClick={() => onPage(null)}>
          {w('newest')}
        </button>
      )}
      {next !== undefined && (
        <button type="button" className="button" onClick={() => onPage(next)}>
          {w('more')}
        </button>
      )}
    </nav>
  )
}

function addressOf({ file, officer, kind, from, to }: Wanted, cursor: number | null): string {
  const query = new URLSearchParams({ kind })
  if (file.trim()) query.set('file', file.trim())
  if (officer.trim()) query.set('officer', officer.trim())
  if (from) query.set('from', from)
  if (to) query.set('to', to)
  if (cursor !== null) query.set('cursor', String(cursor))
  return `/api/read-log?${query}`
}
