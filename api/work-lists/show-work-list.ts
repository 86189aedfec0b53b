import type { Trx } from '../platform/database.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { type FoundOther, findOthers, type OtherRow, type OtherSection } from './other-sections.queries.ts'
import {
  type ApplicationRow,
  countByDistrict,
  countEligible,
  type Found,
  findApplications,
  getDay,
  listApplications,
} from './sections.queries.ts'
import type { SectionKey, WorkItem, WorkList, WorkSection } from './work-lists.contract.ts'
import { WORK, withholdSmall } from './work-lists.rules.ts'

/** What the acting role must do today. The look is written down with the households shown. */
export async function showWorkList(trx: Trx, actor: Actor): Promise<WorkList> {
  const { day, minimum } = await getDay(trx)
  const wanted = WORK[actor.role] ?? []
  const files = wanted.some(key => OF_APPLICATIONS.has(key)) ? await findApplications(trx) : []
  const found: (Found | FoundOther | WorkSection)[] = []
  // One after the other: a transaction is one session.
  for (const key of wanted)
    found.push(
      OF_APPLICATIONS.has(key)
        ? (files.find(one => one.key === key) ?? { key, count: 0, late: 0, ids: [] })
        : await find(trx, key, minimum),
    )
  const ids = [...new Set(found.flatMap(one => ('ids' in one ? one.ids : [])))]
  const rows = new Map((await listApplications(trx, ids)).map(row => [row.id, row]))
  const sections = found.map(one => sectionOf(one, rows))
  const households = [...new Set(sections.flatMap(one => one.items.flatMap(item => item.householdId ?? [])))]
  if (households.length > 0)
    await auditDeed(trx, actor, {
      action: 'work_list.read',
      subject: { type: 'application', id: null },
      ground: 'casework',
      detail: { households },
    })
  return { role: actor.role, day, sections }
}

/** Sections komsu.work_sections() answers. */
const OF_APPLICATIONS: ReadonlySet<SectionKey> = new Set([
  'urgent',
  'to_assign',
  'to_control',
  'to_score',
  'overdue',
  'returned',
  'assigned',
  'in_progress',
  'returned_to_me',
  'to_confirm',
  'before_commission',
  'documents_missing',
  'reply_due',
])

async function find(trx: Trx, key: SectionKey, minimum: number): Promise<FoundOther | WorkSection> {
  if (key === 'late_districts') return byDistrict(key, withholdSmall(await countByDistrict(trx), minimum))
  if (key === 'eligible') return byDistrict(key, withholdSmall(await countEligible(trx), minimum))
  return findOthers(trx, key as OtherSection)
}

/** How many districts there are to look at, not how many files: their sum is not told. */
function byDistrict(key: SectionKey, districts: NonNullable<WorkSection['districts']>): WorkSection {
  return { key, count: null, late: districts.filter(one => one.late !== 0).length, items: [], districts }
}

function sectionOf(found: Found | FoundOther | WorkSection, rows: ReadonlyMap<number, ApplicationRow>): WorkSection {
  if ('items' in found) return found
  const { key, count, late } = found
  const items =
    'ids' in found
      ? found.ids.flatMap(id => {
          const row = rows.get(id)
          return row ? [itemOf(key, row)] : []
        })
      : found.rows.map(otherItem)
  return { key, count, late, items }
}

/** Sections whose work is done on the form of the inspection. */
const AT_THE_FORM: ReadonlySet<SectionKey> = new Set([
  'to_control',
  'in_progress',
  'returned_to_me',
  'to_confirm',
  'to_score',
])

function itemOf(section: SectionKey, row: ApplicationRow): WorkItem {
  const { id, inspectionId: _form, lon, lat, quality, ...shown } = row
  const page = pageOf(section, row)
  const point = lon === null || lat === null ? null : { lon, lat, quality }
  return { key: String(id), page, applicationId: id, ...shown, at: null, label: null, point }
}

function pageOf(section: SectionKey, { id, inspectionId, householdId }: ApplicationRow): string {
  if (section === 'assigned') return `inspection/new/${id}`
  return AT_THE_FORM.has(section) && inspectionId !== null ? `inspection/${inspectionId}` : `file/${householdId}`
}

function otherItem({ key, page, label, at, householdId }: OtherRow): WorkItem {
  return {
    key,
    page,
    label,
    at: at?.toISOString() ?? null,
    householdId,
    applicationId: null,
    familyName: null,
    fileNo: null,
    district: null,
    neighbourhood: null,
    dueOn: null,
    daysLate: null,
    isUrgent: false,
    point: null,
  }
}
