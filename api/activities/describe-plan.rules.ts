/** The proposal as it is told to the chief: who gets what, what is left and why, how even and how whole. Pure. */
import type { Ground, Layout } from './lay-out.rules.ts'
import { type Draft, piecesHeld } from './mend-pieces.rules.ts'
import { type LeftReason, type PlanFile, type PlanInspector, type WhyNot, whyNobody } from './plan.rules.ts'
import { squared } from './plane.rules.ts'

export type PlanItem = Readonly<{ fileId: number; inspectorId: number; secondInspectorId: number | null }>
/** Why nobody could be given; `full` are the inspectors whose week would have to be longer. */
export type LeftFile = Readonly<{
  fileId: number
  reason: LeftReason
  full: readonly number[]
  inspectors: readonly Readonly<{ id: number; why: WhyNot }>[]
}>
export type InspectorShare = Readonly<{
  id: number
  /** Visits given by the plan, second visits counted; what is open already; and the bounds for both together. */
  load: number
  openLoad: number
  minLoad: number
  maxLoad: number
  neighbourhoods: number
  pieces: number
  /** Mean straight distance of a file from the middle of the area, metres. */
  meanDistance: number
}>
export type PlanProposal = Readonly<{
  items: readonly PlanItem[]
  left: readonly LeftFile[]
  inspectors: readonly InspectorShare[]
  /** Fullest and emptiest week of those who are here, as a share of the most it may hold. */
  balance: Readonly<{ lowest: number; highest: number }>
  /** Connected pieces of all areas together; as many as inspectors with files where all areas are whole. */
  pieces: number
  meanDistance: number
  /** Inspectors below their least load: there are too few files they may take. */
  belowMinimum: readonly Readonly<{ id: number; short: number }>[]
}>

/** A layout after mending, with its figures. */
export type Settled = Readonly<{ layout: Layout; draft: Draft; pieces: number; spread: number }>

/** Metres from the middle of its inspector's area; 0 for a file left over. */
export function distanceOf({ spots, middles, owner }: Draft, file: number): number {
  const [spot, middle] = [spots[file], middles[owner[file] ?? -1]]
  return spot && middle ? Math.sqrt(squared(spot, middle)) : 0
}

export type Told = Readonly<{
  files: readonly PlanFile[]
  workers: readonly PlanInspector[]
  why: ReadonlyMap<number, readonly (WhyNot | null)[]>
  ground: Ground
}>

/** Tells a layout in the ids of files and inspectors. */
export function describePlan(settled: Settled, told: Told): PlanProposal {
  const { layout, draft, pieces } = settled
  const { files, workers, ground } = told
  const idOf = (worker: number | undefined) => workers[worker ?? -1]?.id
  const items = files.flatMap((file, i) => {
    const inspectorId = idOf(draft.owner[i])
    return inspectorId === undefined
      ? []
      : [{ fileId: file.id, inspectorId, secondInspectorId: idOf(layout.second.get(i)) ?? null }]
  })
  const shares = workers.map((worker, i) => shareOf(worker, i, draft))
  const weeks = shares.filter(one => one.maxLoad > 0).map(one => (one.load + one.openLoad) / one.maxLoad)
  const distances = files.map((_file, i) => distanceOf(draft, i))
  return {
    items,
    left: [...layout.left].map(([file, { why, full }]) => leftFile(told, file, { why, full })),
    inspectors: shares,
    balance: { lowest: Math.min(1, ...weeks), highest: Math.max(0, ...weeks) },
    pieces,
    meanDistance: Math.round(distances.reduce((sum, one) => sum + one, 0) / Math.max(1, items.length)),
    belowMinimum: workers.flatMap(({ id }, i) => {
      const short = (ground.shares[i]?.min ?? 0) - (draft.load[i] ?? 0)
      return short > 0 ? [{ id, short }] : []
    }),
  }
}

function shareOf(worker: PlanInspector, i: number, draft: Draft): InspectorShare {
  const own = [...(draft.parts[i]?.values() ?? [])].flat()
  return {
    id: worker.id,
    load: draft.load[i] ?? 0,
    openLoad: worker.openLoad,
    minLoad: Math.floor(worker.minLoad * worker.presence),
    maxLoad: Math.floor(worker.maxLoad * worker.presence),
    neighbourhoods: draft.parts[i]?.size ?? 0,
    pieces: piecesHeld(draft, i).length,
    meanDistance: Math.round(own.reduce((sum, file) => sum + distanceOf(draft, file), 0) / Math.max(1, own.length)),
  }
}

function leftFile(
  { files, workers, why }: Told,
  file: number,
  left: { why: 'capacity' | 'no_second_inspector'; full: readonly number[] },
): LeftFile {
  const id = files[file]?.id ?? 0
  const barred = why.get(id) ?? []
  return {
    fileId: id,
    reason: left.why === 'capacity' ? whyNobody(barred) : left.why,
    full: left.full.flatMap(one => workers[one]?.id ?? []),
    inspectors: workers.flatMap((worker, i) => {
      const one = barred[i]
      return one ? [{ id: worker.id, why: one }] : []
    }),
  }
}
