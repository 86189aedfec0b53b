/** Which sections each role's first screen has, in the order they are to be done. Pure. */
import type { Role } from '../platform/role.ts'
import type { DistrictCount, SectionKey } from './work-lists.contract.ts'

export const WORK: Readonly<Partial<Record<Role, readonly SectionKey[]>>> = {
  intake: ['reply_due', 'drafts', 'web_applications', 'documents_missing', 'proposals', 'duplicates'],
  chief: [
    'urgent',
    'overdue',
    'to_control',
    'to_assign',
    'to_score',
    'plans_returned',
    'returned',
    'proposals',
    'duplicates',
  ],
  inspector: ['returned_to_me', 'in_progress', 'assigned', 'to_confirm'],
  manager: ['plans_to_approve', 'late_districts'],
  commission: ['before_commission', 'eligible'],
  auditor: ['opened_files', 'reads'],
  admin: ['inspectors_without_interest', 'scheme_drafts'],
}

type Counted = Readonly<{ districtId: number; district: string; waiting: number; late: number; urgent: number }>

/**
 * Counts of districts for who sees no household there (DOMAIN.md §4): below the minimum a count is withheld, and so is a
 * part whose rest would be below it. No sum over districts is told, so none can be taken apart.
 */
export function withholdSmall(rows: readonly Counted[], minimum: number): DistrictCount[] {
  const told = (part: number, whole: number) =>
    part >= minimum && (part === whole || whole - part >= minimum) ? part : null
  return rows.map(({ districtId, district, waiting, late, urgent }) =>
    waiting < minimum
      ? { districtId, district, waiting: null, late: null, urgent: null }
      : {
          districtId,
          district,
          waiting,
          late: late === 0 ? 0 : told(late, waiting),
          urgent: urgent === 0 ? 0 : told(urgent, waiting),
        },
  )
}
