import type { PlanPage } from '../../api/activities/weekly-plans.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'
import { Mark, type Marked } from './plan-map.tsx'
import { useWords } from './words.ts'

type Visit = NonNullable<PlanPage['visits']>[number]

/** The visits of a plan by inspector: one table each, so that it prints as their lists. */
export function PlanVisits({ plan, marks }: Readonly<{ plan: PlanPage; marks: ReadonlyMap<number, Marked> }>) {
  const w = useWords()
  const { href, format } = useOffice()
  const columns: Column<Visit>[] = [
    {
      key: 'file',
      label: w('household'),
      show: ({ familyName, neighbourhood }) => (familyName ? w('householdOf', { name: familyName }) : neighbourhood),
    },
    { key: 'place', label: w('place'), show: ({ neighbourhood, district }) => `${neighbourhood}, ${district}` },
    {
      key: 'due',
      label: w('due'),
      show: ({ dueOn }) => (dueOn ? format.day(dueOn) : '–'),
      sortBy: ({ dueOn }) => dueOn,
    },
    {
      key: 'marks',
      label: w('marks'),
      show: ({ isUrgent, outcome }) => (
        <span className="marks">
          {isUrgent && (
            <Tag tone="alarm" icon="urgent">
              {w('markUrgent')}
            </Tag>
          )}
          {outcome && <Tag tone={outcome === 'assigned' ? 'good' : 'wait'}>{w(`outcome.${outcome}`)}</Tag>}
        </span>
      ),
    },
  ]
  return (
    <div className="page">
      {plan.areas.map(({ inspectorId, name, files }) => (
        <section key={inspectorId} className="plan-area" aria-label={w('areaOf', { name, n: files })}>
          <div className="plan-area-head">
            <h2>
              <Mark of={marks.get(inspectorId)} />
              {w('areaOf', { name, n: files })}
            </h2>
          </div>
          <DataTable
            caption={w('areaOf', { name, n: files })}
            columns={columns}
            rows={(plan.visits ?? []).filter(visit => visit.inspectorId === inspectorId)}
            rowKey={visit => visit.applicationId}
            {...(plan.visits?.some(visit => visit.householdId !== null)
              ? { href: (visit: Visit) => href(visit.householdId === null ? 'plans' : `file/${visit.householdId}`) }
              : {})}
          />
        </section>
      ))}
    </div>
  )
}
