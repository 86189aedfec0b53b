import type { Proposal } from '../../api/activities/weekly-plans.contract.ts'
import { useOffice } from '../office/use-office.ts'
import type { PlanDraft } from './plan-draft.rules.ts'
import { loadsOf } from './plan-draft.rules.ts'
import { useWords } from './words.ts'

/** The plan in a few figures; what was proposed and is changed by hand is counted anew where it can be. */
export function PlanFigures({ proposal, draft }: Readonly<{ proposal: Proposal; draft: PlanDraft }>) {
  const w = useWords()
  const { format } = useOffice()
  const loads = loadsOf(draft)
  const full = proposal.inspectors.flatMap(({ id, openLoad, maxLoad }) =>
    maxLoad > 0 ? [((loads.get(id) ?? 0) + openLoad) / maxLoad] : [],
  )
  const percent = (part: number) => format.number(100 * part)
  const working = proposal.inspectors.filter(one => one.load > 0).length
  const left = proposal.files.length - draft.visits.size
  const names = proposal.belowMinimum.map(({ id }) => proposal.inspectors.find(one => one.id === id)?.name ?? '')
  return (
    <div className="plan-figures" role="status">
      <ul>
        <li>{w('planned', { n: format.number(draft.visits.size) })}</li>
        {left > 0 && <li>{w('left', { n: format.number(left) })}</li>}
        {full.length > 0 && (
          <li>{w('balance', { low: percent(Math.min(...full)), high: percent(Math.max(...full)) })}</li>
        )}
        <li>{w('whole', { n: proposal.pieces, m: working })}</li>
        <li>{w('distance', { n: format.number(proposal.meanDistance / 1000, 1) })}</li>
      </ul>
      {proposal.notConsidered > 0 && (
        <p>{w('notConsidered', { n: proposal.files.length, m: format.number(proposal.notConsidered) })}</p>
      )}
      {names.length > 0 && <p>{w('belowMinimum', { names: names.join(', ') })}</p>}
    </div>
  )
}
