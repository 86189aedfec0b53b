/** Counts beside the pages of the menu, from a work list that was read anyway (each look is written down, so none is made for them). Pure. */
import type { SectionKey, WorkList } from '../../api/work-lists/work-lists.contract.ts'
import type { PageName } from './pages.ts'

export type MenuCounts = Readonly<Partial<Record<PageName, number>>>

const PAGE_OF: Readonly<Partial<Record<SectionKey, PageName>>> = {
  web_applications: 'web-applications',
  to_assign: 'pool',
  plans_to_approve: 'plans',
  plans_returned: 'plans',
  proposals: 'proposals',
  duplicates: 'duplicates',
  scheme_drafts: 'schemes',
  inspectors_without_interest: 'officers',
}

/** How many things wait on each page; a page with none, or whose count is withheld, has no entry. */
export function menuCounts({ sections }: Pick<WorkList, 'sections'>): MenuCounts {
  const counts: Partial<Record<PageName, number>> = {}
  for (const { key, count } of sections) {
    const page = PAGE_OF[key]
    if (page && count) counts[page] = (counts[page] ?? 0) + count
  }
  return counts
}
