import { useState } from 'react'
import type { PlanPage } from '../../api/activities/weekly-plans.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ plan: PlanPage; onDone: (plan: PlanPage) => void; onReload: () => void }>

/** What can be done with a plan that waits: the manager approves or returns it, the chief takes their own back. */
export function PlanDecide({ plan, onDone, onReload }: Props) {
  const w = useWords()
  const say = useToast()
  const { client, may, officer } = useOffice()
  const [isReturning, setReturning] = useState(false)
  const [note, setNote] = useState('')
  const [isAsked, setAsked] = useState(false)
  const address = `/api/weekly-plans/${plan.id}`
  const { version } = plan
  const approving = useDeed(async () => {
    const done = await client.write<PlanPage>(`${address}/approve`, { version })
    const given = done.areas.reduce((sum, area) => sum + area.outcomes.assigned, 0)
    const lost = done.summary.files - given
    say([w('approved', { n: given }), lost > 0 ? w('notPossible', { n: lost }) : ''].join(' '))
    onDone(done)
  })
  const returning = useDeed(async () => {
    onDone(await client.write<PlanPage>(`${address}/return`, { version, note: note.trim() }))
    say(w('returned'))
    setReturning(false)
  })
  const withdrawing = useDeed(async () => {
    await client.write(`${address}/withdraw`, { version })
    say(w('withdrawn'))
    onReload()
  })
  if (plan.state !== 'submitted') return null
  const isOwn = plan.submittedBy.id === officer.id
  return (
    <>
      <ProblemNotice problem={approving.problem ?? withdrawing.problem} />
      <div className="actions">
        {may('plan.decide') && !isOwn && (
          <>
            <button
              type="button"
              className="button is-main"
              disabled={approving.isBusy}
              onClick={() => approving.run()}
            >
              {w('approve')}
            </button>
            <button type="button" className="button" onClick={() => setReturning(true)}>
              {w('return')}
            </button>
          </>
        )}
        {may('plan.submit') && isOwn && (
          <button type="button" className="button" disabled={withdrawing.isBusy} onClick={() => withdrawing.run()}>
            {w('withdraw')}
          </button>
        )}
      </div>
      {isReturning && (
        <Dialog title={w('returnTitle')} onClose={() => setReturning(false)}>
          <TextArea
            label={w('reason')}
            limit={1000}
            value={note}
            error={isAsked && note.trim().length < 3 ? w('chooseReason') : null}
            onChange={setNote}
          />
          <ProblemNotice problem={returning.problem} />
          <div className="actions">
            <button
              type="button"
              className="button is-main"
              disabled={returning.isBusy}
              onClick={() => {
                setAsked(true)
                if (note.trim().length >= 3) returning.run()
              }}
            >
              {w('return')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
