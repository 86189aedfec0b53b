import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** A province by its plate code, with where its seat lies, roughly. */
export type ProvinceFact = Readonly<{ id: number; name: string; lon: number; lat: number }>

/** Degrees. */
export type Extent = Readonly<{ west: number; south: number; east: number; north: number }>

/** The 81 provinces (data/provinces.csv). */
export function provinceFacts(): ProvinceFact[] {
  const text = readFileSync(resolve(import.meta.dirname, '../../data/provinces.csv'), 'utf8')
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map(line => {
      const [id, name = '', lat, lon] = line.split(',')
      return { id: Number(id), name, lat: Number(lat), lon: Number(lon) }
    })
}

/** Where a province can lie at most: no point of any is farther than this from its seat (Konya, Antalya, Sivas fit). */
export function extentAround(seat: Readonly<{ lon: number; lat: number }>): Extent {
  return { west: seat.lon - 2.3, east: seat.lon + 2.3, south: seat.lat - 1.7, north: seat.lat + 1.7 }
}

export function isWithin(extent: Extent, [lon, lat]: readonly [number, number]): boolean {
  return lon >= extent.west && lon <= extent.east && lat >= extent.south && lat <= extent.north
}

/** Province whose seat is nearest to a place; a hint for a message, not a finding. */
export function nearestProvince([lon, lat]: readonly [number, number]): ProvinceFact {
  const far = (one: ProvinceFact) => Math.hypot((one.lon - lon) * 0.78, one.lat - lat)
  return provinceFacts().reduce((best, one) => (far(one) < far(best) ? one : best))
}
