import type { Places } from './places.ts'
import { type Random, randomOf } from './random.ts'

export type Planted = Readonly<{
  neighbourhood: number
  kind: 'hot_spot' | 'silent_area'
  cluster: number
  intensity: number
}>

/** How need and asking for help lie over the city. */
export type NeedField = Readonly<{
  /** Income level of each neighbourhood, standard deviations over residents. */
  affluence: Float64Array
  /** Multiplier of the odds of being poor; 1 outside the planted hot spots. */
  poverty: Float64Array
  /** Multiplier of the odds to apply when in need; 1 outside the planted silent areas. */
  asking: Float64Array
  planted: readonly Planted[]
}>

/**
 * Lays affluence over the city (districts, smooth hills and hollows, chance) and plants in it contiguous hot spots of
 * need and silent areas, the truth that later tests ask the map to find.
 */
export function needField(places: Places, seed: number): NeedField {
  const random = randomOf(seed, 'need field')
  const affluence = affluenceOf(places, random)
  const taken = new Set<number>()
  const count = places.neighbourhoods.length
  const clusters = Math.max(1, Math.min(7, Math.floor(count / 22)))
  const size = Math.max(2, Math.min(9, Math.floor(count / 22)))
  const hot = plant(
    places,
    { kind: 'hot_spot', clusters, size, low: 2.6, high: 4.2 },
    { taken, random, fits: () => true },
  )
  const isPlain = (i: number) => (affluence[i] ?? 0) < 0.1
  const silent = plant(
    places,
    { kind: 'silent_area', clusters: Math.max(1, clusters - 2), size, low: 0.08, high: 0.2 },
    { taken, random, fits: isPlain },
  )
  const planted = [...hot, ...silent]
  const layer = (kind: Planted['kind']) => {
    const values = new Float64Array(count).fill(1)
    for (const one of planted) if (one.kind === kind) values[one.neighbourhood] = one.intensity
    return values
  }
  return { affluence, poverty: layer('hot_spot'), asking: layer('silent_area'), planted }
}

function affluenceOf(places: Places, random: Random): Float64Array {
  const hills = Array.from({ length: 5 }, (_, i) => ({
    angle: random.unit() * 6.28,
    phase: random.unit() * 6.28,
    length: 2500 * 1.7 ** i,
  }))
  const raw = Float64Array.from(places.neighbourhoods, one => {
    let hill = 0
    for (const { angle, phase, length } of hills)
      hill += Math.sin(((one.x * Math.cos(angle) + one.y * Math.sin(angle)) / length) * 6.28 + phase)
    return (places.districts[one.district]?.affluence ?? 0) + 0.28 * hill + 0.25 * random.normal()
  })
  let [sum, mean, squares] = [0, 0, 0]
  places.neighbourhoods.forEach((one, i) => {
    sum += one.population
    mean += one.population * (raw[i] ?? 0)
  })
  mean /= sum
  places.neighbourhoods.forEach((one, i) => {
    squares += one.population * ((raw[i] ?? 0) - mean) ** 2
  })
  const deviation = Math.sqrt(squares / sum) || 1
  return raw.map(value => (value - mean) / deviation)
}

type Planting = { kind: Planted['kind']; clusters: number; size: number; low: number; high: number }

// Clusters start in different districts where many people live and spread over shared borders.
function plant(
  places: Places,
  what: Planting,
  ground: { taken: Set<number>; random: Random; fits: (neighbourhood: number) => boolean },
): Planted[] {
  const { taken, random } = ground
  const used = new Set<number>()
  const planted: Planted[] = []
  const median =
    [...places.neighbourhoods].map(one => one.population).sort((a, b) => a - b)[places.neighbourhoods.length >> 1] ?? 0
  for (let cluster = 1; cluster <= what.clusters; cluster++) {
    const starts = places.neighbourhoods
      .map((one, i) => ({ one, i }))
      .filter(({ one, i }) => !taken.has(i) && ground.fits(i) && one.population > median)
      .filter(({ one }) => !used.has(one.district) || used.size >= places.districts.length)
    if (starts.length === 0) break
    const { one, i } = random.pick(starts)
    used.add(one.district)
    const members = spread(places, i, what.size - random.below(Math.ceil(what.size / 3)), { taken, random })
    const intensity = random.between(what.low, what.high)
    for (const neighbourhood of members) planted.push({ neighbourhood, kind: what.kind, cluster, intensity })
    for (const member of members) for (const beside of [member, ...(places.borders[member] ?? [])]) taken.add(beside)
  }
  return planted
}

function spread(places: Places, start: number, size: number, ground: { taken: Set<number>; random: Random }): number[] {
  const members = [start]
  while (members.length < size) {
    const rim = members
      .flatMap(member => places.borders[member] ?? [])
      .filter(i => !ground.taken.has(i) && !members.includes(i))
    if (rim.length === 0) break
    members.push(ground.random.pick(rim)) // a neighbour met twice is likelier: clusters come out round
  }
  return members
}
