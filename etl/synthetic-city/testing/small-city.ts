import { createHash } from 'node:crypto'
import { dayOf } from '../calendar.ts'
import { type CityPlan, peopled } from '../city.ts'
import { type Span, spanUntil } from '../history.ts'
import { needField } from '../need-field.ts'
import { layStreets } from '../network.ts'
import { makeSchematicPlaces, type SchematicPlaces } from '../schematic-places.ts'
import { TABLE_NAMES, TABLES, type TableName } from '../tables.ts'

export const SPAN: Span = spanUntil('2026-10-31', {
  wages: [
    { from: dayOf('2024-01-01'), kurus: 1_700_212 },
    { from: dayOf('2025-01-01'), kurus: 2_210_467 },
  ],
  minimumScore: 50,
})

export type SmallCity = CityPlan & Readonly<{ places: SchematicPlaces }>

/** A city in memory: some districts of the schematic İzmir, or all of it. */
export function planCity(how: {
  seed: number
  households: number
  streets: number
  only?: readonly string[]
}): SmallCity {
  const places = makeSchematicPlaces(how.seed, { firstId: 1, only: how.only })
  const firstStreet = 1 + places.districts.length + places.neighbourhoods.length
  const streets = layStreets(places, { wanted: how.streets, seed: how.seed, firstId: firstStreet })
  return {
    places,
    streets,
    field: needField(places, how.seed),
    span: SPAN,
    seed: how.seed,
    households: how.households,
    addressesFrom: 0,
  }
}

export type TextRow = Record<string, string>

/** Everybody of a city as rows of text by table, as COPY would read them (\N stays \N). */
export function rowsOf(plan: CityPlan): Record<TableName, TextRow[]> {
  const rows = Object.fromEntries(TABLE_NAMES.map(name => [name, [] as TextRow[]])) as Record<TableName, TextRow[]>
  for (const chunk of peopled(plan)) {
    for (const table of TABLE_NAMES) {
      const text = Buffer.concat([...chunk.rows[table]]).toString()
      for (const line of text.split('\n')) {
        if (line === '') continue
        const fields = line.split('\t')
        rows[table].push(Object.fromEntries(TABLES[table].map((column, i) => [column, fields[i] ?? ''])))
      }
    }
  }
  return rows
}

/** SHA-256 over places, streets and every byte that goes to COPY. */
export function hashOf(plan: CityPlan): string {
  const hash = createHash('sha256')
  for (const one of plan.places.neighbourhoods)
    hash.update(`${one.id} ${one.name} ${one.population} ${one.polygons.flat().map(ring => ring.join())}`)
  for (const street of plan.streets) hash.update(`${street.id} ${street.name} ${street.line.join()}`)
  for (const chunk of peopled(plan))
    for (const table of TABLE_NAMES) for (const page of chunk.rows[table]) hash.update(page)
  return hash.digest('hex')
}
