/** The chief's changes to a proposed plan: files moved from one inspector to another, or taken out. Pure. */
import type { Proposal } from '../../api/activities/weekly-plans.contract.ts'

export type PlanDraft = Readonly<{
  /** Inspectors of each file in the plan. */
  visits: ReadonlyMap<number, Readonly<{ inspectorId: number; secondInspectorId: number | null }>>
  /** Files the chief took out. */
  out: ReadonlySet<number>
  /** Files that go elsewhere than proposed. */
  changed: ReadonlySet<number>
}>

export function draftOf({ items }: Pick<Proposal, 'items'>): PlanDraft {
  const visits = new Map(
    items.map(({ applicationId, inspectorId, secondInspectorId }) => [
      applicationId,
      { inspectorId, secondInspectorId },
    ]),
  )
  return { visits, out: new Set(), changed: new Set() }
}

export type Refused = Readonly<{ id: number; why: string }>

/** Moves files to an inspector; those barred stay where they are and say why. A second inspector stays, never twice the same. */
export function moveFiles(
  draft: PlanDraft,
  { ids, to, barred }: Readonly<{ ids: readonly number[]; to: number; barred: Proposal['barred'] }>,
): { draft: PlanDraft; moved: number[]; refused: Refused[] } {
  const bars = new Map(barred.filter(one => one.inspectorId === to).map(one => [one.applicationId, one.why]))
  const visits = new Map(draft.visits)
  const refused: Refused[] = []
  const moved: number[] = []
  for (const id of ids) {
    const before = visits.get(id)
    const why = bars.get(id) ?? (before?.secondInspectorId === to ? 'same_twice' : null)
    if (why !== null) refused.push({ id, why })
    else if (before?.inspectorId !== to) {
      visits.set(id, { inspectorId: to, secondInspectorId: before?.secondInspectorId ?? null })
      moved.push(id)
    }
  }
  const out = new Set([...draft.out].filter(id => !moved.includes(id)))
  return { draft: { visits, out, changed: new Set([...draft.changed, ...moved]) }, moved, refused }
}

/** Takes files out of the plan; they wait on in the pool. */
export function takeOut(draft: PlanDraft, ids: readonly number[]): PlanDraft {
  const visits = new Map(draft.visits)
  const gone = ids.filter(id => visits.delete(id))
  return { visits, out: new Set([...draft.out, ...gone]), changed: new Set([...draft.changed, ...gone]) }
}

/** Visits of each inspector, second visits counted. */
export function loadsOf({ visits }: PlanDraft): ReadonlyMap<number, number> {
  const loads = new Map<number, number>()
  for (const { inspectorId, secondInspectorId } of visits.values())
    for (const id of [inspectorId, secondInspectorId]) if (id !== null) loads.set(id, (loads.get(id) ?? 0) + 1)
  return loads
}
