import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Trx } from '../platform/database.ts'
import { ROLES, type Role } from '../platform/role.ts'
import { onEachDatabase, rolledBack } from '../platform/testing/databases.ts'
import { ACTIONS, type Action, isAllowed } from './rights.rules.ts'

/**
 * What an action needs of the database: `verb table`, `verb table.column` or `execute function(…)`. A role that may take
 * the action has all of it, any other role lacks some of it: the matrix holds without the server too.
 */
const NEEDS: Record<Action, readonly string[]> = {
  'household.search': ['execute hits_by_number(text, integer)'],
  'household.read': ['select household', 'select person', 'select income', 'select contact', 'select household_event'],
  'household.open': ['execute open_file(bigint, text, text)'],
  'household.create': ['insert household', 'insert person'],
  'household.correct': ['insert household', 'insert income', 'insert contact', 'insert fact_end'],
  'household.move': ['insert address', 'update household.address_id'],
  'household.join': ['update household.joined_into_id', 'insert household_membership'],
  'household.split': ['insert household', 'insert household_membership'],
  'household.note': ['insert household_event'],
  'person.add': ['insert person'],
  'person.correct': ['update person.given_name'],
  'person.death': ['update person.died_on'],
  'person.guardian': ['insert guardian'],
  'proposal.make': ['insert proposed_change'],
  'proposal.list': ['select proposed_change', 'update proposed_change.state'],
  'proposal.decide': ['update proposed_change.state'],
  'draft.read': ['select intake_draft'],
  'draft.save': ['insert intake_draft', 'update intake_draft.payload'],
  'draft.discard': ['delete intake_draft'],
  'application.submit': ['insert application', 'insert request', 'insert application_receipt'],
  'application.read': ['select application', 'select application_receipt'],
  'application.change': ['insert request', 'update application.note'],
  'application.urgent': ['update application.is_urgent'],
  'application.withdraw': ['update application.closed_on', 'update request.withdrawn_on'],
  'application.appeal': ['update application.appealed_on'],
  'web_application.list': ['select web_application'],
  'web_application.review': ['update web_application.state'],
  'attachment.add': ['insert attachment', 'insert attachment_content'],
  'attachment.read': ['select attachment_content'],
  'attachment.remove': ['update attachment.removed_at'],
  'activity.list': ['select application', 'select assignment', 'update application.status'],
  'activity.assign': ['insert assignment', 'update application.assigned_officer_id'],
  'activity.reassign': ['insert assignment'],
  'inspector.list': ['execute inspectors_here()'],
  'absence.list': ['select officer_absence'],
  'absence.record': ['insert officer_absence'],
  'plan.propose': ['execute ties(bigint[], bigint[])'],
  'plan.submit': ['insert weekly_plan', 'insert weekly_plan_item'],
  'plan.list': ['select weekly_plan'],
  'plan.decide': ['execute approve_plan(bigint, integer, text, uuid)'],
  'inspection.read': ['select inspection', 'select inspection_control'],
  'inspection.start': ['insert inspection'],
  'inspection.answer': ['update inspection.form'],
  'inspection.send': ['update inspection.sent_at'],
  'inspection.confirm': ['update inspection.second_confirmed_at'],
  'inspection.control': ['update inspection.passed_at', 'insert inspection_control'],
  'form.read': ['select form_definition'],
  'form.add': ['insert form_definition'],
  'score.preview': ['select income', 'select dwelling_fact', 'select score_scheme'],
  'score.read': ['select need_score', 'select score_scheme'],
  'scheme.read': ['select score_scheme'],
  'scheme.draft': ['insert score_scheme', 'update score_scheme.document'],
  'scheme.simulate': ['update score_scheme.simulation'],
  'scheme.adopt': ['update score_scheme.adopted_at'],
  'duplicate.list': ['select duplicate_candidate'],
  'duplicate.decide': ['update duplicate_candidate.state'],
  'interest.read': ['select officer_relative', 'select officer_interest'],
  'interest.edit': ['insert officer_relative', 'update officer_interest.sex'],
  'work_list.read': ['insert idempotency.key'],
  'notification.read': ['select notification', 'update notification.read_at'],
  'read_log.read': ['select audit_event', 'execute find_file(text)'],
}

/** Where a role has in the database what it has no action for, and why that gives nothing away. */
const PROPOSALS = {
  chief: 'accepts what an inspector proposes, through the same verbs; a proposal may part a household',
}
const ALSO: Partial<Record<Action, Partial<Record<Role, string>>>> = {
  'household.create': PROPOSALS,
  'household.correct': PROPOSALS,
  'household.move': PROPOSALS,
  'household.split': PROPOSALS,
  'person.add': PROPOSALS,
  'person.correct': PROPOSALS,
  'person.death': PROPOSALS,
  'activity.list': { intake: 'sees the same files one by one; the pool is a list of them' },
  'inspection.read': { intake: 'reads passed inspections in the household file' },
  'scheme.read': { intake: 'a score is shown with its scheme', inspector: 'a score is shown with its scheme' },
}

onEachDatabase('every action × every database role', db => {
  for (const action of ACTIONS)
    test(action, () =>
      rolledBack(db(), async trx => {
        const wrong: string[] = []
        for (const role of ROLES) {
          const has = await hasAll(trx, role, NEEDS[action])
          const also = ALSO[action]?.[role] !== undefined
          if (has !== (isAllowed(role, action) || also)) wrong.push(`${role} ${has ? 'may' : 'may not'}`)
        }
        expect(wrong).toEqual([])
      }),
    )
})

async function hasAll(trx: Trx, role: Role, needs: readonly string[]): Promise<boolean> {
  for (const need of needs) if (!(await has(trx, `komsu_${role}`, need))) return false
  return needs.length > 0
}

async function has(trx: Trx, role: string, need: string): Promise<boolean> {
  const [verb = '', rest = ''] = [need.slice(0, need.indexOf(' ')), need.slice(need.indexOf(' ') + 1)]
  const [table = '', column] = rest.split('.')
  const question =
    verb === 'execute'
      ? sql<{ may: boolean }>`select has_function_privilege(${role}, ${`komsu.${rest}`}, 'execute') as may`
      : column === undefined
        ? sql<{ may: boolean }>`select has_table_privilege(${role}, ${`komsu.${table}`}, ${verb})
            or (${verb} <> 'delete' and has_any_column_privilege(${role}, ${`komsu.${table}`}, ${verb === 'delete' ? 'select' : verb})) as may`
        : sql<{ may: boolean }>`select has_column_privilege(${role}, ${`komsu.${table}`}, ${column}, ${verb}) as may`
  const { rows } = await question.execute(trx)
  return rows[0]?.may ?? false
}
