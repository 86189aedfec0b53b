import type { WeeklyPlan, WeeklyPlans } from '../../api/activities/weekly-plans.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/section.tsx'
import { Tag, type Tone } from '../ui/tag.tsx'
import { useWords } from './words.ts'

export const STATE_TONES: Readonly<Record<WeeklyPlan['state'], Tone>> = {
  submitted: 'wait',
  approved: 'good',
  returned: 'alarm',
  withdrawn: 'neutral',
}

/** Plans of one's districts, newest first. */
export function PlansList() {
  const w = useWords()
  const { href, format, may } = useOffice()
  const { data, problem, reload } = useRead<WeeklyPlans>('/api/weekly-plans')
  const isChief = may('plan.propose')
  const propose = (
    <a className="button is-main" href={href('plans/new')}>
      {w('propose')}
    </a>
  )
  return (
    <div className="page">
      <PageHead title={w('plans')} lead={w(isChief ? 'plansLead' : 'plansLeadManager')}>
        {isChief && propose}
      </PageHead>
      <ProblemNotice problem={problem} onRetry={reload} />
      {!data && !problem && <Busy />}
      {data?.items.length === 0 && (
        <EmptyState title={w('noPlans')} text={w(isChief ? 'noPlansText' : 'noPlansManager')} />
      )}
      {data && data.items.length > 0 && (
        <DataTable
          caption={w('plans')}
          rows={data.items}
          rowKey={plan => plan.id}
          href={plan => href(`plans/${plan.id}`)}
          columns={[
            {
              key: 'week',
              label: w('week'),
              show: plan => w('weekOf', { day: format.day(plan.weekStart) }),
              sortBy: plan => plan.weekStart,
            },
            {
              key: 'state',
              label: w('state'),
              show: plan => <Tag tone={STATE_TONES[plan.state]}>{w(`state.${plan.state}`)}</Tag>,
              sortBy: plan => plan.state,
            },
            { key: 'districts', label: w('districts'), show: plan => plan.districts.map(one => one.name).join(', ') },
            {
              key: 'summary',
              label: w('summary'),
              show: ({ summary }) => w('summaryText', { n: summary.files, ...summary }),
            },
            { key: 'by', label: w('by'), show: plan => plan.submittedBy.name, sortBy: plan => plan.submittedBy.name },
          ]}
        />
      )}
    </div>
  )
}
