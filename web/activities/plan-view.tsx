import { useMemo } from 'react'
import type { PlanPage } from '../../api/activities/weekly-plans.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { Facts } from '../ui/facts.tsx'
import { PageHead } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { PlanDecide } from './plan-decide.tsx'
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
      <PlanDecide plan={plan} onDone={put} onReload={reload} />
      {plan.visits ? <WithVisits plan={plan} /> : <Areas plan={plan} />}
    </div>
  )
}

/** A plan without households: for the manager. The map marks neighbourhoods, not homes. */
function Areas({ plan }: Readonly<{ plan: PlanPage }>) {
  const w = useWords()
  const marks = useMemo(() => markOf(plan.areas.map(area => ({ id: area.inspectorId, name: area.name }))), [plan])
  const places = useMemo(() => placesOf(plan), [plan])
  return (
    <div className="plan-review">
      <div className="page">
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
      </div>
      <PlanMap files={places} marks={marks} />
    </div>
  )
}

const placesOf = ({ areas }: PlanPage) =>
  areas
    .flatMap(({ inspectorId, neighbourhoods }) =>
      neighbourhoods.map(({ name, middle }) => ({ inspectorId, label: name, point: middle })),
    )
    .map((place, id) => ({ id, ...place }))

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
