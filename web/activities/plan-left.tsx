import type { Proposal } from '../../api/activities/weekly-plans.contract.ts'
import { CheckField } from '../ui/check-field.tsx'
import { Section } from '../ui/section.tsx'
import type { PlanDraft } from './plan-draft.rules.ts'
import { useWords } from './words.ts'

type Props = Readonly<{
  proposal: Proposal
  draft: PlanDraft
  selected: ReadonlySet<number>
  onSelect: (selected: Set<number>) => void
}>

/** Files nobody has, with the reason; ticked, they can be given to somebody after all. */
export function PlanLeft({ proposal, draft, selected, onSelect }: Props) {
  const w = useWords()
  const files = proposal.files.filter(file => !draft.visits.has(file.id))
  if (files.length === 0) return null
  const reasons = new Map(proposal.left.map(one => [one.applicationId, one.reason]))
  const toggle = (id: number, is: boolean) => {
    const next = new Set(selected)
    is ? next.add(id) : next.delete(id)
    onSelect(next)
  }
  return (
    <Section title={w('leftTitle')} count={files.length}>
      <ul className="refused">
        {files.map(({ id, familyName, fileNo, neighbourhood }) => (
          <li key={id}>
            <CheckField
              label={`${familyName ? w('householdOf', { name: familyName }) : fileNo}, ${neighbourhood}. ${w(
                `left.${draft.out.has(id) ? 'taken_out' : (reasons.get(id) ?? 'capacity')}`,
              )}`}
              value={selected.has(id)}
              onChange={is => toggle(id, is)}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
