import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { ITEMS_SHOWN, type SectionKey } from './work-lists.contract.ts'

/** The acting officer. */
const ME = sql`(select komsu.current_officer_id())`

/** Something to do that is no application: its key, its page, what it is called, when it came. */
export type OtherRow = Readonly<{
  key: string
  page: string
  label: string | null
  at: Date | null
  householdId: number | null
}>
export type FoundOther = Readonly<{ key: SectionKey; count: number; late: number; rows: readonly OtherRow[] }>

type Other = Readonly<{
  from: RawBuilder<unknown>
  row: RawBuilder<unknown>
  order: RawBuilder<unknown>
  late?: RawBuilder<unknown>
}>

const noHousehold = sql`null::bigint as "householdId"`

/** Sections that are lists of something else. `late` is what has waited longer than it should. */
const OTHERS = {
  drafts: {
    from: sql`komsu.intake_draft x where x.officer_id = ${ME} and x.application_id is null`,
    row: sql`x.id::text as key, 'intake/' || x.id as page, null::text as label, x.updated_at as at, ${noHousehold}`,
    order: sql`x.updated_at`,
    late: sql`x.updated_at < now() - interval '2 days'`,
  },
  web_applications: {
    from: sql`komsu.web_application x where x.state in ('new', 'in_review')`,
    row: sql`x.id::text as key, 'web-applications/' || x.id as page, x.tracking_no as label, x.received_at as at, ${noHousehold}`,
    order: sql`x.received_at`,
    late: sql`x.received_at < now() - interval '3 days'`,
  },
  proposals: {
    from: sql`komsu.open_proposals() x`,
    row: sql`x.id::text as key, 'proposals/' || x.id as page, x.kind as label, x.proposed_at as at, x.household_id as "householdId"`,
    order: sql`x.proposed_at`,
    late: sql`x.proposed_at < now() - interval '7 days'`,
  },
  duplicates: {
    from: sql`komsu.duplicate_candidate x where x.state in ('open', 'later')`,
    row: sql`x.id::text as key, 'duplicates/' || x.id as page, x.kind as label, x.found_at as at, ${noHousehold}`,
    order: sql`x.probability desc, x.id`,
  },
  plans_returned: {
    from: sql`komsu.weekly_plan x where x.state = 'returned' and x.submitted_by = ${ME} and x.decided_at > now() - interval '14 days'`,
    row: sql`x.id::text as key, 'plans/' || x.id as page, x.week_start::text as label, x.decided_at as at, ${noHousehold}`,
    order: sql`x.decided_at`,
  },
  plans_to_approve: {
    from: sql`komsu.weekly_plan x where x.state = 'submitted' and x.submitted_by <> ${ME}`,
    row: sql`x.id::text as key, 'plans/' || x.id as page, x.week_start::text as label, x.submitted_at as at, ${noHousehold}`,
    order: sql`x.week_start, x.submitted_at`,
    late: sql`x.week_start <= current_date`,
  },
  opened_files: {
    from: sql`komsu.file_access x join komsu.officer o on o.id = x.officer_id where x.opened_at > now() - interval '7 days'`,
    row: sql`x.id::text as key, 'read-log' as page, o.display_name as label, x.opened_at as at, ${noHousehold}`,
    order: sql`x.id desc`,
  },
  reads: {
    from: sql`komsu.audit_event x join komsu.officer o on o.id = x.officer_id where x.at >= current_date`,
    row: sql`x.id::text as key, 'read-log' as page, o.display_name || ' · ' || x.action as label, x.at as at, ${noHousehold}`,
    order: sql`x.id desc`,
  },
  scheme_drafts: {
    from: sql`komsu.score_scheme x where x.state = 'draft'`,
    row: sql`x.version as key, 'schemes/' || x.version as page, x.version as label, x.drafted_at as at, ${noHousehold}`,
    order: sql`x.drafted_at`,
  },
  inspectors_without_interest: {
    from: sql`komsu.officer x join komsu.officer_role r on r.officer_id = x.id and r.role = 'inspector'
      where x.is_active and not exists (select from komsu.officer_interest i where i.officer_id = x.id and i.home_neighbourhood_id is not null)`,
    row: sql`x.id::text as key, 'officers/' || x.id as page, x.display_name as label, x.created_at as at, ${noHousehold}`,
    order: sql`x.display_name, x.id`,
  },
} as const satisfies Partial<Record<SectionKey, Other>>
export type OtherSection = keyof typeof OTHERS

export async function findOthers(trx: Trx, key: OtherSection): Promise<FoundOther> {
  const { from, row, order, late = sql`false` }: Other = OTHERS[key]
  const counted = await sql<{ count: number; late: number }>`
    select count(*)::integer as count, (count(*) filter (where ${late}))::integer as late from ${from}`.execute(trx)
  const { count, late: lateCount } = counted.rows[0] ?? { count: 0, late: 0 }
  if (count === 0) return { key, count, late: 0, rows: [] }
  const { rows } = await sql<OtherRow>`select ${row} from ${from} order by ${order} limit ${ITEMS_SHOWN}`.execute(trx)
  return { key, count, late: lateCount, rows }
}
