import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { COUNTS, type CountName, type Counts } from '../disclosure.rules.ts'
import { type Hierarchy, sumUp } from '../hierarchy.rules.ts'

export type CityShape = Readonly<{
  seed: number
  /** Children of each area, level by level: districts, neighbourhoods, streets. */
  fanOut: readonly number[]
  /** Most households on a street. */
  households: number
  /** Whether inspected ⊆ applied, granted ⊆ eligible, served ⊆ granted, as in a tidy office. */
  tidy?: boolean
}>

/** A made-up city of flagged households, seeded: its tree and true counts. Some streets are empty, some rates near 0 or 1. */
export function randomCity(shape: CityShape): { hierarchy: Hierarchy; counts: Counts } {
  const rng = xoroshiro128plus(shape.seed)
  const percent = (p: number) => uniformInt(rng, 1, 100) <= p
  const { parent, firstLeaf } = randomTree(shape, max => uniformInt(rng, 0, max))
  const counts = Object.fromEntries(COUNTS.map(name => [name, new Float64Array(parent.length)])) as Record<
    CountName,
    Float64Array
  >
  for (let street = firstLeaf; street < parent.length; street++) {
    const size = percent(15) ? 0 : uniformInt(rng, 0, percent(50) ? shape.households : 6)
    const p = { below: uniformInt(rng, 0, 100), applied: uniformInt(rng, 0, 100), served: uniformInt(rng, 0, 100) }
    for (let i = 0; i < size; i++) {
      const flags = household(percent, p, shape.tidy ?? false)
      for (const name of COUNTS) counts[name][street] = (counts[name][street] ?? 0) + (flags[name] ? 1 : 0)
    }
  }
  for (const name of COUNTS) sumUp(parent, counts[name])
  return { hierarchy: { parent, mayBeEmpty: new Uint8Array(parent.length) }, counts }
}

function household(
  percent: (p: number) => boolean,
  p: { below: number; applied: number; served: number },
  tidy: boolean,
): Record<CountName, boolean> {
  const asked = percent(p.applied)
  const inspected = tidy ? asked && percent(80) : percent(p.applied)
  const eligible = inspected && percent(70)
  const granted = tidy ? eligible && percent(80) : percent(20)
  const served = tidy ? granted && percent(p.served) : percent(p.served)
  const applied = asked || granted
  return {
    households: true,
    below_threshold: percent(p.below),
    applied,
    inspected,
    scored: inspected,
    eligible,
    granted,
    served,
    unmet: eligible && !served,
    waiting: applied && !inspected,
  }
}

function randomTree({ fanOut }: CityShape, upTo: (max: number) => number): { parent: Int32Array; firstLeaf: number } {
  const parent = [-1]
  let level = [0]
  for (const most of fanOut) {
    const next: number[] = []
    for (const area of level) for (let i = 0; i < 1 + upTo(most - 1); i++) next.push(parent.push(area) - 1)
    level = next
  }
  return { parent: Int32Array.from(parent), firstLeaf: level[0] ?? 0 }
}
