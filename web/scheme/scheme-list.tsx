import { useState } from 'react'
import type { SchemeSummary, SchemeList as Schemes } from '../../api/scores/schemes.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { PageHead } from '../ui/section.tsx'
import { NewDraft } from './new-draft.tsx'
import { SchemeState } from './scheme-state.tsx'
import { useWords } from './words.ts'

/** Versions of the scheme: the one in force, those to come, drafts, former ones. */
export function SchemeList() {
  const { may, href, format, language } = useOffice()
  const w = useWords()
  const [isBeginning, setBeginning] = useState(false)
  const { data, problem, reload } = useRead<Schemes>('/api/score-schemes')
  const columns: Column<SchemeSummary>[] = [
    { key: 'version', label: w('version'), show: row => row.version },
    { key: 'name', label: w('name'), show: row => row.title[language] },
    { key: 'state', label: w('state'), show: row => <SchemeState of={row} today={data?.today ?? ''} /> },
    { key: 'minimum', label: w('minimum'), isNumber: true, show: row => format.number(row.minimum) },
    { key: 'from', label: w('from'), show: row => (row.effectiveFrom ? format.day(row.effectiveFrom) : '–') },
    { key: 'decision', label: w('decision'), show: row => decisionText(row) },
  ]
  const decisionText = ({ decisionNo: no, decisionOn }: SchemeSummary) =>
    no && decisionOn ? w('decisionOf', { no, date: format.day(decisionOn) }) : '–'
  return (
    <div className="page">
      <PageHead title={w('title')} lead={w('lead')}>
        {may('scheme.draft') && (
          <button type="button" className="button is-main" disabled={!data} onClick={() => setBeginning(true)}>
            {w('newDraft')}
          </button>
        )}
      </PageHead>
      <ProblemNotice problem={problem} onRetry={reload} />
      {!data && !problem && <Busy label={w('loading')} />}
      {data && (
        <DataTable
          caption={w('title')}
          columns={columns}
          rows={data.items}
          rowKey={row => row.version}
          href={row => href(`schemes/${row.version}`)}
        />
      )}
      {isBeginning && data && <NewDraft schemes={data.items} onClose={() => setBeginning(false)} />}
    </div>
  )
}
