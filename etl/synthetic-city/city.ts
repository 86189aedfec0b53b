import { doorsAlong } from './addresses.ts'
import type { Span } from './history.ts'
import { makeHousehold, type Quarter } from './household.ts'
import { sizesAt } from './members.ts'
import type { NeedField } from './need-field.ts'
import type { Street } from './network.ts'
import type { Places } from './places.ts'
import { pointText } from './plane.ts'
import { randomOf } from './random.ts'
import { type Rows, type RowWriter, rowWriter } from './rows.ts'
import type { TableName } from './tables.ts'
import { twinPlanter } from './twins.ts'

export type CityPlan = Readonly<{
  places: Places
  streets: readonly Street[]
  field: NeedField
  span: Span
  seed: number
  households: number
  addressesFrom: number
}>

/** A part of the city as COPY text for each table; `done` households are written so far. */
export type Chunk = Readonly<{ rows: Rows; done: number; counts: Record<TableName, number> }>

const CHUNK = 6000

/** Peoples the streets: addresses along them, households in them, their two years. Memory stays bounded by the chunk. */
export function* peopled(plan: CityPlan): Generator<Chunk> {
  const writer = rowWriter({
    seed: plan.seed,
    until: plan.span.until,
    addressesFrom: plan.addressesFrom,
    minimumScore: plan.span.minimumScore,
  })
  const shares = apportion(
    plan.places.neighbourhoods.map(one => one.population),
    plan.households,
  )
  const streetsOf: Street[][] = plan.places.neighbourhoods.map(() => [])
  for (const street of plan.streets) streetsOf[street.neighbourhood]?.push(street)
  let waiting = 0
  let done = 0
  for (let i = 0; i < shares.length; i++) {
    for (const written of fill(plan, writer, { i, households: shares[i] ?? 0, streets: streetsOf[i] ?? [] })) {
      waiting += written
      done += written
      if (waiting < CHUNK) continue
      waiting = 0
      yield { rows: writer.flush(), done, counts: writer.counts() }
    }
  }
  yield { rows: writer.flush(), done, counts: writer.counts() }
}

type Fill = Readonly<{ i: number; households: number; streets: readonly Street[] }>

function* fill(plan: CityPlan, writer: RowWriter, { i, households, streets }: Fill): Generator<number> {
  const one = plan.places.neighbourhoods[i]
  const district = plan.places.districts[one?.district ?? -1]
  if (!one || !district) return
  const random = randomOf(plan.seed, `people ${one.id}`)
  const quarter = quarterOf(plan, i)
  const twins = twinPlanter(writer, { span: plan.span, random: randomOf(plan.seed, `twins ${one.id}`) })
  const counts = apportion(
    streets.map(street => street.pull),
    households,
  )
  for (let k = 0; k < streets.length; k++) {
    const street = streets[k]
    const here = counts[k] ?? 0
    if (!street || here === 0) continue
    const place = { district: district.id, neighbourhood: one.id, street: street.id }
    const doors = doorsAlong(street, here, one, random)
    const addresses = doors.map(({ x, y, door }) => writer.address(place, door, pointText(plan.places.plane, x, y)))
    for (let h = 0; h < here; h++) {
      const address = addresses[h % addresses.length] ?? 0
      const at = { ...place, address, flat: 1 + Math.floor(h / addresses.length) }
      if (!twins.plant(at)) twins.remember(makeHousehold(quarter, plan.span, random), at)
    }
    yield here
  }
}

function quarterOf(plan: CityPlan, i: number): Quarter {
  const one = plan.places.neighbourhoods[i]
  const affluence = plan.field.affluence[i] ?? 0
  return {
    affluence,
    poverty: plan.field.poverty[i] ?? 1,
    asking: plan.field.asking[i] ?? 1,
    isRural: (one?.population ?? 0) < 1500,
    sizes: sizesAt(affluence),
    wait: 12 + 26 * randomOf(plan.seed, `wait ${one?.district}`).unit(),
  }
}

/** Shares a whole number out in proportion to weights, by largest remainders. */
export function apportion(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) return weights.map((_, i) => (i === 0 ? total : 0))
  const exact = weights.map(weight => (total * weight) / sum)
  const shares = exact.map(Math.floor)
  const missing = total - shares.reduce((a, b) => a + b, 0)
  const order = exact
    .map((value, i) => ({ rest: value - Math.floor(value), i }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order.slice(0, missing)) shares[i] = (shares[i] ?? 0) + 1
  return shares
}
