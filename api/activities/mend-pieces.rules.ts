/**
 * Local search after the assignment: pieces cut off from the rest of an area, and neighbourhoods shared by two, go over to
 * whoever works around them, where rules and loads allow; where loads do not, in exchange for something on the border. Pure.
 */
import { type Spot, squared } from './plane.rules.ts'
import type { Share } from './share-out.rules.ts'
import { piecesOf, type Territory } from './territory.rules.ts'

/** An assignment being mended; `owner`, `load` and `parts` change in place. */
export type Draft = Readonly<{
  territory: Territory
  neighbourhood: readonly number[]
  spots: readonly Spot[]
  middles: readonly Spot[]
  shares: readonly Share[]
  mayHold: (file: number, inspector: number) => boolean
  owner: Int32Array
  load: Int32Array
  /** parts[inspector]: neighbourhood → files held there. */
  parts: readonly Map<number, number[]>[]
}>

/** Neighbourhoods of one inspector, to be handed to another. */
type Move = Readonly<{ from: number; to: number; neighbourhoods: readonly number[] }>

const PASSES = 4
const SLACK = 0.25

/** Pieces of an inspector's area. */
export const piecesHeld = (draft: Draft, inspector: number) =>
  piecesOf(draft.territory, new Set(draft.parts[inspector]?.keys()))

/** Mends until nothing gets better, at most a few passes. */
export function mendPieces(draft: Draft): void {
  for (let pass = 0, better = true; better && pass < PASSES; pass++) {
    better = false
    for (let inspector = 0; inspector < draft.parts.length; inspector++)
      for (const part of loosePartsOf(draft, inspector)) better = settle(draft, inspector, part) || better
  }
}

/** What could go: every piece but the one with most files, and neighbourhoods somebody else works in too. */
function loosePartsOf(draft: Draft, inspector: number): number[][] {
  const files = (piece: readonly number[]) =>
    piece.reduce((sum, id) => sum + (draft.parts[inspector]?.get(id)?.length ?? 0), 0)
  const pieces = piecesHeld(draft, inspector).sort((a, b) => files(b) - files(a))
  const shared = [...(draft.parts[inspector]?.keys() ?? [])].filter(id =>
    draft.parts.some((held, other) => other !== inspector && held.has(id)),
  )
  return [...pieces.slice(1), ...shared.map(id => [id])]
}

function settle(draft: Draft, from: number, part: readonly number[]): boolean {
  if (!part.every(id => draft.parts[from]?.has(id))) return false // gone meanwhile
  for (const to of workingAround(draft, from, part)) {
    const move = { from, to, neighbourhoods: part }
    if (tryMoves(draft, [move])) return true
    for (const back of borderOf(draft, to, from)) {
      if (part.includes(back)) continue
      if (tryMoves(draft, [move, { from: to, to: from, neighbourhoods: [back] }])) return true
    }
  }
  return false
}

function workingAround(draft: Draft, from: number, part: readonly number[]): number[] {
  const around = new Set(part.flatMap(id => [id, ...(draft.territory.get(id) ?? [])]))
  return draft.parts.flatMap((held, inspector) =>
    inspector !== from && [...around].some(id => held.has(id)) ? [inspector] : [],
  )
}

/** Neighbourhoods of `inspector` that touch the area of `other`. */
function borderOf(draft: Draft, inspector: number, other: number): number[] {
  const theirs = draft.parts[other]
  return [...(draft.parts[inspector]?.keys() ?? [])].filter(
    id => theirs?.has(id) || [...(draft.territory.get(id) ?? [])].some(next => theirs?.has(next)),
  )
}

/** Carries moves out between two inspectors and keeps them where the areas got better and nobody's week broke. */
function tryMoves(draft: Draft, moves: readonly Move[]): boolean {
  const two = [moves[0]?.from ?? 0, moves[0]?.to ?? 0]
  const files = moves.map(move => move.neighbourhoods.flatMap(id => draft.parts[move.from]?.get(id) ?? []))
  if (!moves.every((move, i) => files[i]?.every(file => draft.mayHold(file, move.to)))) return false
  const moved = files.flat()
  const owners = moved.map(file => draft.owner[file] ?? -1)
  if (!loadsHold(draft, moves, files)) return false
  const before = worth(draft, two, moved)
  moves.forEach((move, i) => {
    for (const file of files[i] ?? []) hand(draft, file, move.to)
  })
  if (isLess(worth(draft, two, moved), before)) return true
  moved.forEach((file, i) => {
    hand(draft, file, owners[i] ?? -1)
  })
  return false
}

function loadsHold(draft: Draft, moves: readonly Move[], files: readonly (readonly number[])[]): boolean {
  const change = new Map<number, number>()
  moves.forEach(({ from, to }, i) => {
    const size = files[i]?.length ?? 0
    change.set(from, (change.get(from) ?? 0) - size)
    change.set(to, (change.get(to) ?? 0) + size)
  })
  return [...change].every(([inspector, by]) => {
    const share = draft.shares[inspector]
    if (!share) return false
    const now = draft.load[inspector] ?? 0
    const roof = Math.min(share.max, Math.ceil(share.fair * (1 + SLACK)) + 1)
    const floor = Math.max(share.min, Math.floor(share.fair * (1 - SLACK)) - 1)
    return by === 0 || (by > 0 ? now + by <= roof : now + by >= floor)
  })
}

/** Pieces, then neighbourhoods visited, then squared distance of the moved files: less is better. */
function worth(draft: Draft, inspectors: readonly number[], moved: readonly number[]): readonly number[] {
  const pieces = inspectors.reduce((sum, one) => sum + piecesHeld(draft, one).length, 0)
  const visited = inspectors.reduce((sum, one) => sum + (draft.parts[one]?.size ?? 0), 0)
  const far = moved.reduce((sum, file) => {
    const [spot, middle] = [draft.spots[file], draft.middles[draft.owner[file] ?? -1]]
    return sum + (spot && middle ? squared(spot, middle) : 0)
  }, 0)
  return [pieces, visited, far]
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((value, i) => value !== b[i])
  return first !== -1 && (a[first] ?? 0) < (b[first] ?? 0)
}

function hand(draft: Draft, file: number, to: number): void {
  const from = draft.owner[file] ?? -1
  const id = draft.neighbourhood[file] ?? -1
  const rest = (draft.parts[from]?.get(id) ?? []).filter(one => one !== file)
  if (rest.length > 0) draft.parts[from]?.set(id, rest)
  else draft.parts[from]?.delete(id)
  draft.parts[to]?.set(id, [...(draft.parts[to]?.get(id) ?? []), file])
  draft.load[from] = (draft.load[from] ?? 0) - 1
  draft.load[to] = (draft.load[to] ?? 0) + 1
  draft.owner[file] = to
}
