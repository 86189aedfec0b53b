/** Events of a household's applications: received, assigned, visited, scored, decided, aid. Pure. */
import { isOpen, type Status } from '../applications/application.workflow.ts'
import type { FileRows } from './household-file.rows.contract.ts'
import { dayOf, type EventDraft } from './timeline.contract.ts'

export function applicationEvents({ applications, receipts, assignments }: FileRows): EventDraft[] {
  const firstReceipt = new Set<number>()
  const about = { topic: 'application' } as const
  return [
    ...applications.flatMap((one): EventDraft[] => {
      const of = { ...about, applicationId: one.id }
      const detail = { kind: one.kind, channel: one.channel, referenceNo: one.reference_no, isUrgent: one.is_urgent }
      return [
        {
          ...of,
          id: `application-${one.id}`,
          type: 'application_received',
          on: one.received_on,
          at: one.submitted_at,
          by: one.received_by,
          detail,
        },
        ...(one.closed_on !== null && !isOpen(one.status as Status)
          ? [
              {
                ...of,
                id: `closed-${one.id}`,
                type: 'application_closed',
                on: one.closed_on,
                detail: { status: one.status },
              } as const,
            ]
          : []),
        ...(one.appealed_on !== null
          ? [{ ...of, id: `appeal-${one.id}`, type: 'appealed', on: one.appealed_on } as const]
          : []),
      ]
    }),
    // The first receipt of an application is its reception itself.
    ...receipts.flatMap((one, row): EventDraft[] => {
      const isFirst = !firstReceipt.has(one.application_id)
      firstReceipt.add(one.application_id)
      const detail = { channel: one.channel, referenceNo: one.reference_no, note: one.note }
      const of = { ...about, applicationId: one.application_id, on: one.received_on, at: one.recorded_at, by: one.by }
      return isFirst ? [] : [{ ...of, id: `receipt-${one.application_id}-${row}`, type: 'received_again', detail }]
    }),
    ...assignments.map(
      (one, row): EventDraft => ({
        ...about,
        id: `assigned-${one.application_id}-${row}`,
        type: 'assigned',
        on: dayOf(one.assigned_at),
        at: one.assigned_at,
        by: one.by,
        applicationId: one.application_id,
        detail: { inspector: one.inspector, reason: one.reason },
      }),
    ),
  ]
}

export function inspectionEvents({ inspections }: FileRows): EventDraft[] {
  return inspections.flatMap((one): EventDraft[] => {
    const of = { topic: 'inspection', applicationId: one.application_id } as const
    const detail = { inspectionId: one.id, mode: one.mode }
    const step = (
      type: 'visit_started' | 'visit_sent' | 'visit_passed',
      at: string | null,
      by: string | null,
    ): EventDraft[] => (at === null ? [] : [{ ...of, id: `${type}-${one.id}`, type, on: dayOf(at), at, by, detail }])
    return [
      ...step('visit_started', one.started_at, one.inspector),
      ...(one.control === 'open'
        ? []
        : [
            { ...of, id: `visited-${one.id}`, type: 'visited', on: one.visited_on, by: one.inspector, detail } as const,
          ]),
      ...step('visit_sent', one.sent_at, one.inspector),
      ...step('visit_passed', one.passed_at, one.passed_by),
    ]
  })
}

export function outcomeEvents({ scores, decisions, aid, inspections }: FileRows): EventDraft[] {
  const applicationOf = new Map(inspections.map(one => [one.id, one.application_id]))
  return [
    ...scores.map(
      (one): EventDraft => ({
        id: `score-${one.id}`,
        type: 'scored',
        topic: 'inspection',
        on: one.scored_on,
        by: one.by,
        applicationId: one.application_id ?? applicationOf.get(one.inspection_id) ?? null,
        detail: { total: one.total, low: one.low, high: one.high, minimum: one.minimum, scheme: one.scheme_version },
      }),
    ),
    ...decisions.map(
      (one): EventDraft => ({
        id: `decision-${one.id}`,
        type: 'decided',
        topic: 'application',
        on: one.decided_on,
        applicationId: one.application_id,
        detail: {
          outcome: one.outcome,
          aidType: one.aid_type_code,
          amountKurus: one.amount_kurus,
          months: one.months,
          reason: one.reason,
        },
      }),
    ),
    ...aid.map(
      (one): EventDraft => ({
        id: `aid-${one.id}`,
        type: 'aid_given',
        topic: 'aid',
        on: one.given_on,
        detail: { aidType: one.aid_type_code, amountKurus: one.amount_kurus, giver: one.giver },
      }),
    ),
  ]
}
