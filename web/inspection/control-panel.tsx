import { useState } from 'react'
import type { InspectionView, Moved, Passed } from '../../api/inspections/inspection.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Section } from '../ui/section.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { FalseStatementDialog } from './false-statement-dialog.tsx'
import type { QuestionDraft } from './question-dialog.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{
  view: InspectionView
  questions: readonly (QuestionDraft & { label: string | null })[]
  /** The inspector wrote a finding that contradicts the statement. */
  hasFinding: boolean
  onAsk: () => void
  onRemove: (index: number) => void
  onChanged: () => void
}>

/** The chief's two ways: return with questions, or pass on. */
export function ControlPanel({ view, questions, hasFinding, onAsk, onRemove, onChanged }: Props) {
  const w = useWords()
  const say = useToast()
  const { client, href } = useOffice()
  const [isPassing, setPassing] = useState(false)
  const [isRuling, setRuling] = useState(false)
  const back = useDeed(async () => {
    const sent = questions.map(({ question, person, text }) => ({ question, person, text }))
    await client.write<Moved>(`/api/inspections/${view.id}/return`, { version: view.version, questions: sent })
    say(w('returned'))
    onChanged()
  })
  return (
    <Section title={w('controlTitle')}>
      <ProblemNotice problem={back.problem} />
      {questions.length > 0 && <h3>{w('questions')}</h3>}
      <ul className="plain-list">
        {questions.map(({ label, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: questions are only added at the end and taken off
          <li key={index}>
            {label && <strong>{label}</strong>} <span dir="auto">{text}</span>{' '}
            <button type="button" className="text-button" onClick={() => onRemove(index)}>
              {w('questionRemove')}
            </button>
          </li>
        ))}
      </ul>
      {hasFinding && (
        <div>
          <strong>{w('finding')}</strong>
          <p>{w('findingText')}</p>
        </div>
      )}
      {view.openProposals > 0 && (
        <p>
          {w('openProposals', { n: view.openProposals })}{' '}
          <a className="inspection-link" href={href('proposals')}>
            {w('decideProposals')}
          </a>
        </p>
      )}
      <div className="actions">
        <button
          type="button"
          className="button is-main"
          disabled={questions.length > 0}
          onClick={() => setPassing(true)}
        >
          {w('pass')}
        </button>
        <button
          type="button"
          className="button"
          disabled={questions.length === 0 || back.isBusy}
          onClick={() => void back.run()}
        >
          {w('return')}
        </button>
        <button type="button" className="text-button" onClick={onAsk}>
          {w('askGeneral')}
        </button>
        {hasFinding && (
          <button type="button" className="text-button" onClick={() => setRuling(true)}>
            {w('falseStatement')}
          </button>
        )}
      </div>
      {isRuling && <FalseStatementDialog view={view} onClose={() => setRuling(false)} onChanged={onChanged} />}
      {isPassing && <PassDialog view={view} onClose={() => setPassing(false)} onChanged={onChanged} />}
    </Section>
  )
}

function PassDialog({
  view,
  onClose,
  onChanged,
}: Pick<Props, 'view' | 'onChanged'> & Readonly<{ onClose: () => void }>) {
  const w = useWords()
  const say = useToast()
  const { client, format } = useOffice()
  const [note, setNote] = useState('')
  const pass = useDeed(async (despiteProposals: boolean) => {
    const body = {
      version: view.version,
      ...(note.trim() ? { note } : {}),
      ...(despiteProposals ? { despiteProposals } : {}),
    }
    const { score, facts } = await client.write<Passed>(`/api/inspections/${view.id}/pass`, body)
    const round = (value: number) => format.number(value)
    const told = [
      w('passed'),
      w('passedFacts', facts),
      facts.waiting > 0 && w('passedWaiting', { n: facts.waiting }),
      score &&
        w('passedScore', {
          total: round(score.total),
          minimum: round(score.minimum),
          low: round(score.low),
          high: round(score.high),
        }),
    ]
    say(told.filter(Boolean).join(' · '))
    onClose()
    onChanged()
  })
  const undecided = pass.problem?.details.why === 'proposals_open' ? pass.problem.details.proposals : null
  return (
    <Dialog title={w('passTitle')} onClose={onClose}>
      <p>{w('passText')}</p>
      {Array.isArray(undecided) ? (
        <p role="alert">{w('passDespite', { n: undecided.length })}</p>
      ) : (
        <ProblemNotice problem={pass.problem} />
      )}
      <TextArea label={w('passNote')} value={note} limit={2000} onChange={setNote} />
      <div className="actions">
        <button
          type="button"
          className="button is-main"
          disabled={pass.isBusy}
          onClick={() => void pass.run(undecided !== null)}
        >
          {undecided ? w('passAnyway') : w('pass')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {w('cancel')}
        </button>
      </div>
    </Dialog>
  )
}
