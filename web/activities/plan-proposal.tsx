import { useState } from 'react'
import type { Inspectors } from '../../api/activities/activities.contract.ts'
import { mondayOf } from '../../api/activities/week.rules.ts'
import type { Proposal } from '../../api/activities/weekly-plans.contract.ts'
import { addDays } from '../../api/platform/day.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { PageHead } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { PlanReview } from './plan-review.tsx'
import { useWords } from './words.ts'

type Bounds = Readonly<Record<number, Readonly<{ minimum: number; maximum: number }>>>

/** The chief asks for a plan of a week: which week, how much each may get; then reviews it. */
export function PlanProposal() {
  const w = useWords()
  const { client, format, href } = useOffice()
  const [monday] = useState(() => mondayOf(new Date().toLocaleDateString('sv', { timeZone: 'Europe/Istanbul' })))
  const [week, setWeek] = useState(addDays(monday, 7))
  const [bounds, setBounds] = useState<Bounds>({})
  const [proposal, setProposal] = useState<Readonly<{ nth: number; plan: Proposal }> | null>(null)
  const inspectors = useRead<Inspectors>(`/api/inspectors?week=${week}`, { keep: true })
  const asking = useDeed(async () => {
    const given = Object.entries(bounds).map(([id, bound]) => ({ id: Number(id), ...bound }))
    const plan = await client.write<Proposal>('/api/weekly-plans/propose', {
      weekStart: week,
      ...(given.length > 0 ? { inspectors: given } : {}),
    })
    setProposal({ nth: (proposal?.nth ?? 0) + 1, plan })
  })
  const weeks = [monday, addDays(monday, 7), addDays(monday, 14)]
  return (
    <div className="page">
      <PageHead title={w('propose')} lead={w('plansLead')}>
        <a className="button" href={href('plans')}>
          {w('back')}
        </a>
      </PageHead>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          asking.run()
        }}
      >
        <SelectField
          label={w('week')}
          placeholder={null}
          width="middle"
          options={weeks.map(day => ({ value: day, label: w('weekOf', { day: format.day(day) }) }))}
          value={week}
          onChange={setWeek}
        />
        <ProblemNotice problem={inspectors.problem} onRetry={inspectors.reload} />
        {inspectors.data?.items.length === 0 && <p>{w('noInspectors')}</p>}
        <details>
          <summary>{w('bounds')}</summary>
          {inspectors.data?.items.map(one => {
            const bound = bounds[one.id] ?? { minimum: one.minimum, maximum: one.maximum }
            const change = (part: Partial<typeof bound>) => setBounds({ ...bounds, [one.id]: { ...bound, ...part } })
            return (
              <fieldset key={one.id} className="plan-bounds">
                <legend>
                  {one.name}
                  {one.daysAway > 0 && <span className="quiet"> · {w('away', { n: one.daysAway })}</span>}
                </legend>
                <NumberField
                  label={w('minLoad')}
                  min={0}
                  max={200}
                  value={bound.minimum}
                  onChange={value => change({ minimum: Math.min(value ?? 0, bound.maximum) })}
                />
                <NumberField
                  label={w('maxLoad')}
                  min={0}
                  max={200}
                  value={bound.maximum}
                  onChange={value => change({ maximum: value ?? 0, minimum: Math.min(bound.minimum, value ?? 0) })}
                />
              </fieldset>
            )
          })}
        </details>
        <div className="actions">
          <button type="submit" className="button is-main" disabled={asking.isBusy}>
            {w(proposal ? 'computeAgain' : 'compute')}
          </button>
        </div>
      </form>
      <ProblemNotice problem={asking.problem} />
      {asking.isBusy && <Busy label={w('computing')} />}
      {proposal && proposal.plan.files.length === 0 && (
        <EmptyState title={w('nothingToPlan')} text={w('nothingToPlanText')} />
      )}
      {proposal && proposal.plan.files.length > 0 && <PlanReview key={proposal.nth} proposal={proposal.plan} />}
    </div>
  )
}
