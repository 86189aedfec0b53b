import { useState } from 'react'
import type { OfficerEntry, Officers } from '../../api/officers/officers.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { PageHead } from '../ui/section.tsx'
import { OfficerDialog } from './officer-dialog.tsx'
import { useWords } from './words.ts'

/** The admin's page: what bears on giving files to each officer. */
export default function OfficersPage() {
  const w = useWords()
  const { data, problem, reload, put } = useRead<Officers>('/api/officers')
  const [open, setOpen] = useState<number | null>(null)
  const officer = data?.items.find(one => one.id === open)
  const change = (changed: OfficerEntry) =>
    data && put({ items: data.items.map(one => (one.id === changed.id ? changed : one)) })
  return (
    <>
      <PageHead title={w('title')} lead={w('lead')} />
      <ProblemNotice problem={problem} onRetry={reload} />
      {!data && !problem && <Busy label={w('loading')} />}
      {data && <OfficerTable officers={data.items} onOpen={setOpen} />}
      {officer && <OfficerDialog officer={officer} onChange={change} onClose={() => setOpen(null)} />}
    </>
  )
}

type TableProps = Readonly<{ officers: readonly OfficerEntry[]; onOpen: (id: number) => void }>

function OfficerTable({ officers, onOpen }: TableProps) {
  const w = useWords()
  const columns: Column<OfficerEntry>[] = [
    { key: 'name', label: w('name'), show: one => one.displayName, sortBy: one => one.displayName },
    { key: 'districts', label: w('districts'), show: one => one.districts?.join(', ') ?? w('everywhere') },
    { key: 'home', label: w('home'), show: one => one.interest.homeNeighbourhood ?? w('homeNone') },
    { key: 'load', label: w('load'), show: one => `${one.interest.weeklyMinimum}–${one.interest.weeklyMaximum}` },
    { key: 'relatives', label: w('relatives'), show: one => one.relatives.length || w('none') },
    {
      key: 'edit',
      label: '',
      show: one => (
        <button type="button" className="text-button" onClick={() => onOpen(one.id)}>
          {w('edit')} <span className="unseen">{one.displayName}</span>
        </button>
      ),
    },
  ]
  return <DataTable caption={w('title')} columns={columns} rows={officers} rowKey={one => one.id} />
}
