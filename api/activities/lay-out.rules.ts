/**
 * Areas of work by location and allocation in turn (Hess et al. 1965): assign every file at the least squared distance to the
 * middles of the areas, move each middle to its files, again. For fixed middles the cells of such an assignment are convex
 * (Aurenhammer, Hoffmann & Aronov 1998), which is why areas come out in one piece almost everywhere. Pure.
 */
import { addFile, emptyFlow, type Flow, give, pin } from './assign-flow.rules.ts'
import { middleOf, type Spot, squared } from './plane.rules.ts'
import { marginalCost, type Share } from './share-out.rules.ts'

export type Ground = Readonly<{
  /** One a file, in order of priority. */
  spots: readonly Spot[]
  needsTwo: readonly boolean[]
  /** may[file][inspector]. */
  may: readonly (readonly boolean[])[]
  shares: readonly Share[]
  /** Middle of the files each inspector has open; undefined for none. */
  begun: readonly (Spot | undefined)[]
}>

/** What is given to whom; `left[file]` names the inspectors that were full. */
export type Layout = Readonly<{
  flow: Flow
  second: ReadonlyMap<number, number>
  left: ReadonlyMap<number, Readonly<{ why: 'capacity' | 'no_second_inspector'; full: readonly number[] }>>
}>

const ROUNDS = 5

/** Lays areas out from given middles; the cheapest round counts. */
export function layOut(ground: Ground, middles: readonly Spot[]): Layout {
  let best = assign(ground, middles)
  let cost = spread(ground, best)
  for (let round = 1, from = middles; round < ROUNDS; round++) {
    from = from.map((middle, i) => middleOf(spotsOf(ground, best.flow, i)) ?? middle)
    const next = assign(ground, from)
    const nextCost = spread(ground, next)
    if (nextCost >= cost) break
    best = next
    cost = nextCost
  }
  return best
}

export const spotsOf = ({ spots }: Ground, flow: Flow, inspector: number): Spot[] =>
  [...(flow.files[inspector] ?? [])].flatMap(file => {
    const spot = spots[file]
    return spot ? [spot] : []
  })

/** Sum of squared distances to the middle of one's own files, m². */
function spread(ground: Ground, { flow }: Layout): number {
  return flow.files.reduce((sum, _files, inspector) => {
    const spots = spotsOf(ground, flow, inspector)
    const middle = middleOf(spots)
    return sum + (middle ? spots.reduce((part, spot) => part + squared(spot, middle), 0) : 0)
  }, 0)
}

/** Squared distances in whole (10 m)², so that sums stay exact. */
const GRAIN = 100

function assign(ground: Ground, middles: readonly Spot[]): Layout {
  const { spots, may, shares, needsTwo } = ground
  const row = (file: number, not = -1) =>
    Float64Array.from(middles, (middle, i) =>
      may[file]?.[i] && i !== not
        ? Math.round(squared(spots[file] ?? [0, 0], middle) / GRAIN)
        : Number.POSITIVE_INFINITY,
    )
  const cost = spots.map((_spot, file) => row(file))
  const flow = emptyFlow({
    cost,
    max: shares.map(one => one.max),
    marginal: (inspector, load) => {
      const share = shares[inspector]
      return share ? marginalCost(share, load) : 0
    },
  })
  // A growing owner list would be copied at every pair; the second visits of pairs have their rows behind the files.
  const grown = { ...flow, owner: new Int32Array(spots.length * 2).fill(-1) }
  const second = new Map<number, number>()
  const left = new Map<number, { why: 'capacity' | 'no_second_inspector'; full: number[] }>()
  for (let file = 0; file < spots.length; file++) {
    const full = addFile(grown, file)
    if (full) left.set(file, { why: 'capacity', full })
    else if (needsTwo[file]) {
      const unit = spots.length + file
      cost[unit] = row(file, grown.owner[file])
      pin(grown, file)
      grown.pinned.add(unit)
      const nobody = addFile(grown, unit)
      if (nobody) {
        give(grown, file, -1)
        left.set(file, { why: 'no_second_inspector', full: nobody })
      } else second.set(file, grown.owner[unit] ?? -1)
    }
  }
  return { flow: grown, second, left }
}

/**
 * Where areas begin: at the files somebody has open, else far from every other beginning and amid files they may take
 * (farthest first, Gonzalez 1985). `turn` begins elsewhere, for another try.
 */
export function beginnings(ground: Ground, turn: number): Spot[] {
  const taken = ground.begun.filter(spot => spot !== undefined)
  return ground.begun.map((begun, inspector) => {
    if (begun) return begun
    const own = ground.spots.filter((_spot, file) => ground.may[file]?.[inspector])
    const spot = taken.length === 0 ? own[(turn * 7919) % Math.max(1, own.length)] : farthest(own, taken, turn)
    if (spot) taken.push(spot)
    return spot ?? [0, 0]
  })
}

/** The spot farthest from all taken; each turn looks at another third of the spots, which keeps outliers from winning always. */
function farthest(own: readonly Spot[], taken: readonly Spot[], turn: number): Spot | undefined {
  const near = (spot: Spot) => Math.min(...taken.map(one => squared(one, spot)))
  const seen = turn === 0 ? own : own.filter((_spot, i) => i % 3 === turn % 3)
  let best: Spot | undefined
  let far = -1
  for (const spot of seen.length > 0 ? seen : own) {
    const distance = near(spot)
    if (distance > far) [best, far] = [spot, distance]
  }
  return best
}
