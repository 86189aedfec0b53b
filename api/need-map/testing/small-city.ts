import type { Database } from '../../platform/database.ts'
import { asOwner } from '../../platform/officer.ts'
import { type Household, type Places, plantEvent, plantHouseholds, plantPlaces } from './plant-city.ts'

export const PLACES: Places = {
  districts: { 1: 'Konak', 2: 'Bornova', 3: 'Iğdır' },
  neighbourhoods: [
    [11, 1, 'Alsancak'],
    [12, 1, 'Kâzım Karabekir'],
    [21, 2, 'Kazımdirik'],
    [22, 2, 'Evka 3'],
  ],
  streets: [
    [111, 11, '10. Sokak'],
    [112, 11, '2. Sokak'],
    [121, 12, 'Şehit Fethi Bey Caddesi'],
    [122, 12, '1783. Sokak'],
    [211, 21, 'Işık Sokağı'],
    [212, 21, '10. Sokak'],
    [213, 21, 'İnönü Caddesi'],
  ],
}

/** Households and how many of them are below the threshold, by street; the last lives in Evka 3 without a street. */
const STREETS: readonly (readonly [street: number | null, neighbourhood: number, households: number, below: number])[] =
  [
    [111, 11, 40, 12],
    [112, 11, 60, 18],
    [121, 12, 50, 3], // fewer than five below
    [122, 12, 50, 20],
    [211, 21, 30, 28], // all but two below
    [212, 21, 30, 10], // without it 211 and 213 would leave four not below
    [213, 21, 3, 1], // fewer than five households
    [null, 22, 20, 8],
  ]

/**
 * A made-up İzmir of 283 households, 100 of them below the threshold; fifteen in 2. Sokak were given aid on the last day
 * of June 2026. Nobody applied, and Iğdır has no household.
 */
export async function plantSmallCity(db: Database): Promise<void> {
  const households: Household[] = STREETS.flatMap(([street, neighbourhood, size, below]) =>
    Array.from({ length: size }, (_, i) => ({
      name: `${street ?? 'loose'}-${i}`,
      street,
      neighbourhood,
      income: i < below ? 0 : 10_000_000,
    })),
  )
  await asOwner(db, async trx => {
    await plantPlaces(trx, PLACES)
    await plantHouseholds(trx, households)
    for (let i = 0; i < 15; i++) await plantEvent(trx, { household: `112-${i}`, given: ['2026-06-30'] })
  })
}
