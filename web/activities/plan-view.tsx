import { useMemo, useState } from 'react'
import type { PlanPage } from '../../api/activities/weekly-plans.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Facts } from '../ui/facts.tsx'
import { PageHead } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { Mark, markOf, PlanMap } from './plan-map.tsx'
import { PlanVisits } from './plan-visits.tsx'
import { STATE_TONES } from './plans-list.tsx'
import { useWords } from './words.ts'

/** A plan that was sent: the manager decides on it, the chief sees its visits and what became of them. */
export function PlanView({ id }: Readonly<{ id: string }>) {
  const w = useWords()
  const { format, href } = useOffice()
  const { data: plan, problem, reload, put } = useRead<PlanPage>(`/api/weekly-plans/${id}`)
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />
  if (!plan) return <Busy />
  return (
    <div className="page">
      <PageHead
        title={w('weekOf', { day: format.day(plan.weekStart) })}
        lead={`${plan.districts.map(one => one.name).join(', ')} · ${plan.submittedBy.name}`}
      >
        <a className="button" href={href('plans')}>
          {w('back')}
        </a>
        <button type="button" className="button" onClick={() => window.print()}>
          {w('print')}
        </button>
      </PageHead>
      <Facts
        items={[
          { term: w('state'), value: <Tag tone={STATE_TONES[plan.state]}>{w(`state.${plan.state}`)}</Tag> },
          { term: w('summary'), value: w('summaryText', { n: plan.summary.files, ...plan.summary }) },
          ...(plan.note ? [{ term: w('chiefNote'), value: plan.note }] : []),
          ...(plan.decisionNote ? [{ term: w('decision'), value: plan.decisionNote, note: plan.decidedBy?.name }] : []),
        ]}
      />
      <Decide plan={plan} onDone={put} onReload={reload} />
      {plan.visits ? <WithVisits plan={plan} /> : <Areas plan={plan} />}
    </div>
  )
}

type DecideProps = Readonly<{ plan: PlanPage; onDone: (plan: PlanPage) => void; onReload: () => void }>

function Decide({ plan, onDone, onReload }: DecideProps) {
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

/** A plan without households: for the manager. */
function Areas({ plan }: Readonly<{ plan: PlanPage }>) {
  const w = useWords()
  const marks = useMemo(() => markOf(plan.areas.map(area => ({ id: area.inspectorId, name: area.name }))), [plan])
  return (
    <>
      {plan.areas.map(area => (
        <section
          key={area.inspectorId}
          className="plan-area"
          aria-label={w('areaOf', { name: area.name, n: area.files })}
        >
          <div className="plan-area-head">
            <h2>
              <Mark of={marks.get(area.inspectorId)} />
              {w('areaOf', { name: area.name, n: area.files })}
            </h2>
            <span className="quiet">
              {w('urgent_n')} {area.urgent} · {w('late_n')} {area.late}
            </span>
            {plan.state === 'approved' && (
              <span>
                {(['assigned', 'not_awaiting', 'conflict', 'absent'] as const)
                  .filter(key => area.outcomes[key] > 0)
                  .map(key => `${w(`outcome.${key}`)}: ${area.outcomes[key]}`)
                  .join(' · ')}
              </span>
            )}
          </div>
          <p className="quiet">{area.neighbourhoods.map(one => `${one.name} (${one.district})`).join(', ')}</p>
        </section>
      ))}
    </>
  )
}

function WithVisits({ plan }: Readonly<{ plan: PlanPage }>) {
  const marks = useMemo(() => markOf(plan.areas.map(area => ({ id: area.inspectorId, name: area.name }))), [plan])
  const files = useMemo(
    () =>
      (plan.visits ?? []).map(({ applicationId, point, neighbourhood, familyName, inspectorId }) => ({
        id: applicationId,
        point,
        inspectorId,
        label: [familyName, neighbourhood].filter(Boolean).join(' · '),
      })),
    [plan],
  )
  return (
    <div className="plan-review">
      <PlanVisits plan={plan} marks={marks} />
      <PlanMap files={files} marks={marks} />
    </div>
  )
}
