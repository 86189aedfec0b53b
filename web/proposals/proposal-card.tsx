import { useState } from 'react'
import { HOUSEHOLD_ROLE, type HouseholdRole } from '../../api/applications/application-codes.rules.ts'
import type { Decided, Proposal } from '../../api/proposals/proposals.contract.ts'
import { useFactText } from '../household/fact-text.tsx'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { isWhy, useWhyWords } from '../office/why-words.ts'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { type Added, MissingFields } from './missing-fields.tsx'
import { RefuseDialog } from './refuse-dialog.tsx'
import { isProposalWord, useWords } from './words.ts'

type Props = Readonly<{ of: Proposal; onDecided: () => void }>

/** One proposal: what stands in the file, what is proposed, and the decision. */
export function ProposalCard({ of: one, onDecided }: Props) {
  const w = useWords()
  const why = useWhyWords()
  const say = useToast()
  const { client, href } = useOffice()
  const [added, setAdded] = useState<Added>({})
  const [isRefusing, setRefusing] = useState(false)
  const [isConflictSeen, see] = useState(one.hasChanged)
  const accept = useDeed(async () => {
    const body = { version: one.version, isConflictSeen, with: added }
    await client.write<Decided>(`/api/proposals/${one.id}/accept`, body)
    say(w('accepted'))
    onDecided()
  })
  const { whyClosed } = one
  const closed = whyClosed === null ? undefined : isWhy(whyClosed) ? why(whyClosed) : whyClosed
  return (
    <li>
      <div className="proposal-head">
        <strong>
          {w(`kind.${one.kind}`)}
          {one.person && `: ${one.person.name}`}
        </strong>
        <span className="quiet">
          <a href={href(`file/${one.household.id}`)}>{one.household.name ?? one.household.fileNo}</a> ·{' '}
          {w(`source.${one.source}`)}
          {one.by && ` · ${one.by}`} · {one.ageDays === 0 ? w('today') : w('age', { n: one.ageDays })}
        </span>
      </div>
      <Values of={one} />
      {one.reason && <p className="quiet">{one.reason}</p>}
      {one.hasChanged && <Notice>{w('changed')}</Notice>}
      <ProblemNotice problem={accept.problem} />
      {accept.problem?.type === 'conflict' && !isConflictSeen && (
        <button type="button" className="text-button" onClick={() => see(true)}>
          {w('acceptAnyway')}
        </button>
      )}
      {whyClosed === null && <MissingFields of={one} added={added} onChange={setAdded} />}
      <div className="actions">
        <button
          type="button"
          className="button is-main"
          aria-disabled={closed !== undefined}
          title={closed}
          disabled={accept.isBusy}
          onClick={() => closed === undefined && void accept.run()}
        >
          {w(one.hasChanged ? 'acceptAnyway' : 'accept')}
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={closed !== undefined}
          title={closed}
          onClick={() => closed === undefined && setRefusing(true)}
        >
          {w('refuse')}
        </button>
        {closed && <span className="quiet">{closed}</span>}
      </div>
      {isRefusing && <RefuseDialog of={one} onClose={() => setRefusing(false)} onDone={onDecided} />}
    </li>
  )
}

/** Column by column: when it was proposed, now, and what is proposed. */
function Values({ of: one }: Readonly<{ of: Proposal }>) {
  const w = useWords()
  const textOf = useValueText()
  const columns = Object.keys(one.proposal).filter(column => column !== 'ref' && one.proposal[column] !== null)
  const isBeside = one.kind === 'person'
  return (
    <table className="proposal-values">
      <thead>
        <tr>
          <td />
          {isBeside && one.hasChanged && <th scope="col">{w('at.was')}</th>}
          {isBeside && <th scope="col">{w('at.now')}</th>}
          <th scope="col">{w('at.proposed')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(column => (
          <tr key={column}>
            <th scope="row">{isProposalWord(`col.${column}`) ? w(`col.${column}` as 'col.text') : column}</th>
            {isBeside && one.hasChanged && <td>{textOf(column, one.current?.[column])}</td>}
            {isBeside && <td>{textOf(column, one.now?.[column])}</td>}
            <td>{textOf(column, one.proposal[column])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function useValueText(): (column: string, value: unknown) => string {
  const w = useWords()
  const factText = useFactText()
  const { format, language } = useOffice()
  return (column, value) => {
    if (value === null || value === undefined) return '–'
    if (typeof value === 'object') return factText('', value as Record<string, unknown>)
    const text = String(value)
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return format.day(text)
    if (column === 'household_role') return HOUSEHOLD_ROLE[text as HouseholdRole]?.[language] ?? text
    const key = `word.${text}`
    return isProposalWord(key) ? w(key) : text
  }
}
