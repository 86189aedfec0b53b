/** What an item of a first screen is called: a family by its name, never by a number. */
import type { SectionKey, WorkItem } from '../../api/work-lists/work-lists.contract.ts'
import type { useWords } from './words.ts'

type Say = ReturnType<typeof useWords>

export function titleOf(
  section: SectionKey,
  { familyName, label, fileNo }: WorkItem,
  { w, day }: Readonly<{ w: Say; day: (iso: string) => string }>,
): string {
  if (familyName) return w('household', { name: familyName })
  if (section === 'web_applications') return w('webApplication', { no: label ?? '' })
  if (section === 'drafts') return w('draft')
  if (section === 'plans_returned' || section === 'plans_to_approve') return w('week', { day: day(label ?? '') })
  if (section === 'proposals' && label) return w(`proposal.${label}` as 'proposal.fact')
  if (section === 'duplicates' && label) return w(`duplicate.${label}` as 'duplicate.same_person')
  return label ?? fileNo ?? ''
}
