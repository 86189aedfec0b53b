import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { InspectionList, InspectionView } from './inspection.contract.ts'
import {
  findApplication,
  type InspectionRow,
  listControl,
  listInspections,
  listRequests,
} from './inspection.queries.ts'
import { listProposals } from './inspection-writes.queries.ts'
import { answersOf, getInspection, visitOf, whyOf } from './open-form.ts'

const GROUNDS: Partial<Record<Actor['role'], string>> = {
  inspector: 'assigned',
  chief: 'control',
  commission: 'commission',
}

/** An inspection whole, with what the actor may do; the read is written down. @throws not-found */
export async function showInspection(trx: Trx, actor: Actor, id: number): Promise<InspectionView> {
  const row = await getInspection(trx, id)
  const proposals = await listProposals(trx, row.applicationId)
  const view = {
    ...describe(row),
    visit: await visitOf(trx, row),
    answers: answersOf(row),
    application: await describeApplication(trx, row),
    history: await listControl(trx, id),
    openProposals: proposals.filter(one => one.state === 'open').length,
    why: {
      answer: whyOf('answer', row, actor),
      send: whyOf('send', row, actor),
      confirm: whyOf('confirm', row, actor),
      control: whyOf('control', row, actor),
    },
  }
  await auditDeed(trx, actor, {
    action: 'inspection.read',
    subject: { type: 'inspection', id },
    ground: GROUNDS[actor.role] ?? actor.role,
    detail: { household: row.householdId },
  })
  return view
}

/** Inspections of an application, newest first; no answers, but where the household lives: written down. @throws not-found */
export async function showInspections(trx: Trx, actor: Actor, applicationId: number): Promise<InspectionList> {
  const application = await findApplication(trx, applicationId)
  if (!application) throw problem('not-found')
  await auditDeed(trx, actor, {
    action: 'inspection.list',
    subject: { type: 'application', id: applicationId },
    ground: GROUNDS[actor.role] ?? actor.role,
    detail: { household: application.householdId },
  })
  return { application, items: await listInspections(trx, applicationId) }
}

async function describeApplication(trx: Trx, row: InspectionRow): Promise<InspectionView['application']> {
  const { applicationId, status, isUrgent, needsTwoInspectors, receivedOn } = row
  const requests = await listRequests(trx, applicationId)
  return { id: applicationId, status, isUrgent, needsTwoInspectors, receivedOn, requests }
}

function describe(row: InspectionRow) {
  return {
    id: row.id,
    version: row.version,
    control: row.control,
    formVersion: row.formVersion,
    household: { id: row.householdId, fileNo: row.fileNo, address: row.address },
    phoneReason: row.phoneReason,
    atHousehold: row.atHousehold,
    accuracyM: row.accuracyM,
    inspector: named(row.inspectorId, row.inspectorName),
    secondInspector: named(row.secondInspectorId, row.secondInspectorName),
    secondConfirmedAt: iso(row.secondConfirmedAt),
    startedAt: iso(row.startedAt),
    sentAt: iso(row.sentAt),
    passedAt: iso(row.passedAt),
    passedBy: named(row.passedById, row.passedByName),
  }
}

function named(id: number | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' }
}

function iso(at: Date | null): string | null {
  return at === null ? null : at.toISOString()
}
