/**
 * A balanced plan of a week, proposed for a person to review: every waiting file gets one inspector (or two) or the reason
 * why not. Like CommCare's disbursement (one owner a case, a least and a most per worker, review before it counts), with what
 * that leaves open: areas in one piece, conflicts of interest, priority when not all can be served, and what binds.
 * Method and limits: README.md. Pure; the same input in any order gives the same plan.
 */
import { describePlan, distanceOf, type PlanProposal, type Settled } from './describe-plan.rules.ts'
import { beginnings, type Ground, type Layout, layOut, spotsOf } from './lay-out.rules.ts'
import { type Draft, mendPieces, piecesHeld } from './mend-pieces.rules.ts'
import {
  byPriority,
  capacityOf,
  type PlanFile,
  type PlanInspector,
  type PlanProblem,
  type WhyNot,
  whyNot,
} from './plan.rules.ts'
import { middleOf, planeAround, type Spot } from './plane.rules.ts'
import { shareOut } from './share-out.rules.ts'
import { territoryOf } from './territory.rules.ts'

/** Beginnings tried, the best plan counts; one where files × inspectors are so many that three would keep others waiting. */
const TURNS = 3
const LARGE = 20_000

/** Proposes a plan. About 0.3 s for 500 files and 20 inspectors. */
export function proposePlan({ files, inspectors, neighbourhoods }: PlanProblem): PlanProposal {
  const workers = [...inspectors].sort((a, b) => a.id - b.id)
  const why = new Map(files.map(file => [file.id, workers.map(worker => whyNot(worker, file))]))
  const ordered = [...files].sort(byPriority)
  const ground = surveyGround(ordered, workers, { neighbourhoods, why })
  const territory = territoryOf(
    [...neighbourhoods].sort((a, b) => a.id - b.id),
    [...new Set(files.map(file => file.neighbourhoodId))],
  )
  let best: Settled | undefined
  const turns = files.length * workers.length > LARGE ? 1 : TURNS
  for (let turn = 0; turn < turns; turn++) {
    const layout = layOut(ground, beginnings(ground, turn))
    const settled = settle(layout, { ground, territory, files: ordered })
    if (!best || isBetter(settled, best)) best = settled
  }
  if (!best) throw new Error('no turn was tried')
  return describePlan(best, { files: ordered, workers, why, ground })
}

function surveyGround(
  files: readonly PlanFile[],
  workers: readonly PlanInspector[],
  {
    neighbourhoods,
    why,
  }: Pick<PlanProblem, 'neighbourhoods'> & { why: ReadonlyMap<number, readonly (WhyNot | null)[]> },
): Ground {
  const places = new Map(neighbourhoods.map(one => [one.id, one]))
  const degrees = files.map(file => {
    const { lon, lat } = file
    return lon !== null && lat !== null ? { lon, lat } : places.get(file.neighbourhoodId)
  })
  const known = degrees.filter(one => one !== undefined)
  const mean = (of: 'lon' | 'lat') => known.reduce((sum, one) => sum + one[of], 0) / Math.max(1, known.length)
  const plane = planeAround({ lon: mean('lon'), lat: mean('lat') })
  const capacities = workers.map(worker => ({ ...capacityOf(worker), openLoad: worker.openLoad }))
  const needsTwo = files.map(file => file.needsTwo === true)
  return {
    spots: degrees.map(one => (one ? plane(one.lon, one.lat) : ([0, 0] as const))),
    needsTwo,
    may: files.map(file => (why.get(file.id) ?? []).map(one => one === null)),
    shares: shareOut(capacities, files.length + needsTwo.filter(Boolean).length),
    begun: workers.map(worker =>
      middleOf(
        worker.openNeighbourhoods.flatMap(id => {
          const place = places.get(id)
          return place ? [plane(place.lon, place.lat)] : []
        }),
      ),
    ),
  }
}

function settle(
  layout: Layout,
  { ground, territory, files }: { ground: Ground; territory: Draft['territory']; files: readonly PlanFile[] },
): Settled {
  const { flow, second } = layout
  const parts = flow.files.map(held => {
    const part = new Map<number, number[]>()
    for (const file of [...held].sort((a, b) => a - b)) {
      const id = files[file]?.neighbourhoodId
      if (id !== undefined) part.set(id, [...(part.get(id) ?? []), file])
    }
    return part
  })
  const middles = flow.files.map((_held, i): Spot => middleOf(spotsOf(ground, flow, i)) ?? [0, 0])
  const draft: Draft = {
    territory,
    neighbourhood: files.map(file => file.neighbourhoodId),
    spots: ground.spots,
    middles,
    shares: ground.shares,
    mayHold: (file, inspector) => ground.may[file]?.[inspector] === true && second.get(file) !== inspector,
    owner: flow.owner,
    load: flow.load,
    parts,
  }
  mendPieces(draft)
  const pieces = parts.reduce((sum, _part, i) => sum + piecesHeld(draft, i).length, 0)
  const spread = files.reduce((sum, _file, i) => sum + distanceOf(draft, i) ** 2, 0)
  return { layout, draft, pieces, spread }
}

const isBetter = (a: Settled, b: Settled) =>
  a.layout.left.size - b.layout.left.size < 0 ||
  (a.layout.left.size === b.layout.left.size && (a.pieces < b.pieces || (a.pieces === b.pieces && a.spread < b.spread)))
