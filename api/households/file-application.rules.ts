/** Row → view of an application within a household's file. Pure. */
import { isOpen, type Status } from '../applications/application.workflow.ts'
import type { ApplicationOfFile } from './file-application.contract.ts'
import type { ApplicationRow, ApplicationRows } from './file-application.rows.contract.ts'

export function applicationOf(row: ApplicationRow, rows: ApplicationRows): ApplicationOfFile {
  const own = <T extends { application_id: number | null }>(list: readonly T[]) =>
    list.filter(one => one.application_id === row.id)
  const inspections = own(rows.inspections)
  const visits = new Set(inspections.map(one => one.id))
  return {
    id: row.id,
    status: row.status,
    isOpen: isOpen(row.status as Status),
    kind: row.kind,
    channel: row.channel,
    referenceNo: row.reference_no,
    receivedOn: row.received_on,
    replyBy: row.reply_by,
    closedOn: row.closed_on,
    isUrgent: row.is_urgent,
    applicantPersonId: row.applicant_person_id,
    applicantKind: row.applicant_kind,
    applicantName: row.applicant_name,
    note: row.note,
    version: row.version,
    assignedTo: row.assigned_to,
    receivedBy: row.received_by,
    ...detailsOf(own, rows),
    inspections: inspections.map(one => ({
      id: one.id,
      visitedOn: one.visited_on,
      mode: one.mode,
      control: one.control,
      inspector: one.inspector,
      formVersion: one.form_version,
    })),
    scores: rows.scores
      .filter(one => one.application_id === row.id || visits.has(one.inspection_id))
      .map(one => ({
        id: one.id,
        scheme: one.scheme_version,
        total: one.total,
        low: one.low,
        high: one.high,
        minimum: one.minimum,
        scoredOn: one.scored_on,
        by: one.by,
        parts: one.parts as Record<string, number>,
        points: one.points,
        missing: one.missing,
      })),
  }
}

type Own = <T extends { application_id: number | null }>(list: readonly T[]) => T[]

function detailsOf(
  own: Own,
  rows: ApplicationRows,
): Pick<ApplicationOfFile, 'requests' | 'receipts' | 'documents' | 'decisions'> {
  return {
    requests: own(rows.requests).map(one => ({
      id: one.id,
      aidType: one.aid_type_code,
      addedOn: one.added_on,
      withdrawnOn: one.withdrawn_on,
      note: one.note,
    })),
    receipts: own(rows.receipts).map(one => ({
      channel: one.channel,
      referenceNo: one.reference_no,
      receivedOn: one.received_on,
      by: one.by,
      note: one.note,
    })),
    documents: own(rows.documents).map(one => ({
      code: one.document_code,
      name: { tr: one.name_tr, en: one.name_en },
      isRequired: one.is_required,
      state: one.state,
      attachmentId: one.attachment_id,
      reason: one.reason,
    })),
    decisions: own(rows.decisions).map(one => ({
      id: one.id,
      outcome: one.outcome,
      aidType: one.aid_type_code,
      amountKurus: one.amount_kurus,
      months: one.months,
      reason: one.reason,
      decidedOn: one.decided_on,
    })),
  }
}
