import type { FieldedRow } from '../loading/fielded-rows.ts'
import type { AreaRef } from '../loading/registry.ts'
import { districtRef } from '../neighbourhoods/neighbourhoods.read.ts'
import { columnKey } from '../reading/columns.ts'
import { type Fault, fault } from '../reading/reading.contract.ts'
import { parseAreaCode, parseInteger, parseText } from '../reading/values.ts'
import { streetName } from './street-name.ts'
import type { StreetRecord } from './streets.contract.ts'

const WEAK_ID = new Set(['id', 'kod', 'kodu'])

/** A row of a file as a street, or what is wrong with it. */
export function readStreet(row: FieldedRow, isIdAsked: boolean): StreetRecord | Fault {
  const { values, theirs, line, geometry } = row
  const raw = parseText(values.name ?? null)
  if (raw === null) return fault(theirs('name'), null, ['Sokağın adı yok.', 'The street has no name.'])
  const isSureId = isIdAsked || !WEAK_ID.has(columnKey(theirs('id')))
  const id = parseAreaCode(values.id ?? null)
  if (values.id != null && isSureId && id === null)
    return fault(theirs('id'), values.id, [
      'Sokak kodu pozitif tam sayı değil.',
      'The street code is not a positive whole number.',
    ])
  const { name, kind } = streetName(raw, parseText(values.kind ?? null))
  const source = parseText(values.geom_source ?? null)
  return {
    line,
    id,
    isSureId,
    name,
    kind,
    neighbourhood: neighbourhoodRef(row),
    district: districtRef(row),
    source,
    geometry,
  }
}

/** What a row says of its neighbourhood. */
export function neighbourhoodRef({ values }: FieldedRow): AreaRef {
  return { id: parseInteger(values.neighbourhood_id ?? null), name: parseText(values.neighbourhood_name ?? null) }
}
