import type { PageProps } from '../office/pages.ts'
import { useOffice } from '../office/use-office.ts'
import './activities.css'
import { PlanProposal } from './plan-proposal.tsx'
import { PlanView } from './plan-view.tsx'
import { PlansList } from './plans-list.tsx'

/** Weekly plans: `plans` lists them, `plans/new` proposes one (chief), `plans/12` shows one. */
export default function PlansPage({ rest }: PageProps) {
  const { may } = useOffice()
  if (rest === 'new' && may('plan.propose')) return <PlanProposal />
  return /^\d+$/.test(rest) ? <PlanView key={rest} id={rest} /> : <PlansList />
}
