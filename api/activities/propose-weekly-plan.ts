import type { Trx } from '../platform/database.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { Activity } from './activities.contract.ts'
import { listTies, type TieRow } from './assignment.queries.ts'
import { type InspectorRow, listInspectors } from './inspectors.queries.ts'
import type { PlanFile, PlanInspector, PlanNeighbourhood } from './plan.rules.ts'
import { whyNot } from './plan.rules.ts'
import { countUnplanned, listUnplanned } from './pool.queries.ts'
import { proposePlan } from './propose-plan.rules.ts'
import { presence } from './week.rules.ts'
import { PLAN_FILES, type Proposal, type ProposePlan } from './weekly-plans.contract.ts'

/** Proposes who visits whom in a week; nothing is stored. The look at the files is written down. */
export async function proposeWeeklyPlan(
  trx: Trx,
  actor: Actor,
  { wanted, neighbourhoods }: { wanted: ProposePlan; neighbourhoods: readonly PlanNeighbourhood[] },
): Promise<Proposal> {
  const { districtIds, weekStart } = wanted
  const files = (await listUnplanned(trx, { districtIds, limit: PLAN_FILES })).slice(0, PLAN_FILES)
  const waiting = files.length < PLAN_FILES ? files.length : await countUnplanned(trx, districtIds)
  const rows = await listInspectors(trx, weekStart)
  const ties = await listTies(
    trx,
    rows.map(row => row.id),
    files.map(file => file.id),
  )
  const planFiles = files.map(planFileOf)
  const inspectors = rows.map(row => planInspectorOf(row, { ties, files, wanted }))
  const plan = proposePlan({ files: planFiles, inspectors, neighbourhoods })
  await auditDeed(trx, actor, {
    action: 'activity.read',
    subject: { type: 'application', id: null },
    ground: 'casework',
    detail: { weekStart, households: files.map(file => file.householdId) },
  })
  const names = new Map(rows.map(row => [row.id, row.name]))
  return {
    weekStart,
    files,
    items: plan.items.map(({ fileId, ...item }) => ({ applicationId: fileId, ...item })),
    left: plan.left.map(({ fileId, reason, full, inspectors: barred }) => ({
      applicationId: fileId,
      reason,
      full: [...full],
      inspectors: [...barred],
    })),
    inspectors: plan.inspectors.map(share => ({ ...share, name: names.get(share.id) ?? '' })),
    barred: barredOf(planFiles, inspectors),
    balance: plan.balance,
    pieces: plan.pieces,
    meanDistance: plan.meanDistance,
    belowMinimum: [...plan.belowMinimum],
    notConsidered: waiting - files.length,
  }
}

function barredOf(files: readonly PlanFile[], inspectors: readonly PlanInspector[]): Proposal['barred'] {
  return files.flatMap(file =>
    inspectors.flatMap(one => {
      const why = whyNot(one, file)
      return why === null ? [] : [{ applicationId: file.id, inspectorId: one.id, why }]
    }),
  )
}

function planFileOf(file: Activity): PlanFile {
  const { id, householdId, neighbourhoodId, districtId, receivedOn, dueOn, isUrgent, needsTwo, wantedSex, point } = file
  const place = { lon: point?.lon ?? null, lat: point?.lat ?? null }
  return { id, householdId, neighbourhoodId, districtId, receivedOn, dueOn, isUrgent, needsTwo, wantedSex, ...place }
}

/** Ties come by file from the database; here they become what the rules ask for, about these files alone. */
function planInspectorOf(
  row: InspectorRow,
  { ties, files, wanted }: { ties: readonly TieRow[]; files: readonly Activity[]; wanted: ProposePlan },
): PlanInspector {
  const byId = new Map(files.map(file => [file.id, file]))
  const tied = (why: TieRow['why']) =>
    ties.flatMap(tie => (tie.officerId === row.id && tie.why === why ? (byId.get(tie.applicationId) ?? []) : []))
  const bounds = wanted.inspectors?.find(one => one.id === row.id) ?? row
  return {
    id: row.id,
    homeNeighbourhoodId: tied('home_neighbourhood')[0]?.neighbourhoodId ?? null,
    relativeHouseholds: new Set(tied('relative').map(file => file.householdId)),
    inspectedHouseholds: new Set(tied('own_earlier_file').map(file => file.householdId)),
    districts: row.districtIds && new Set(row.districtIds),
    minLoad: bounds.minimum,
    maxLoad: bounds.maximum,
    openLoad: row.openFiles,
    openNeighbourhoods: row.openNeighbourhoods,
    presence: presence(wanted.weekStart, row.absences),
    sex: row.sex,
  }
}
