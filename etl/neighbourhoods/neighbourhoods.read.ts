import { areaName } from '../loading/area-names.ts'
import type { FieldedRow } from '../loading/fielded-rows.ts'
import { columnKey } from '../reading/columns.ts'
import { type Fault, fault } from '../reading/reading.contract.ts'
import { parseAreaCode, parseInteger, parseText } from '../reading/values.ts'
import { type NeighbourhoodRecord, WEAK_ID } from './neighbourhoods.contract.ts'

/**
 * A row of a file as a neighbourhood, or what is wrong with it.
 * @param idField column named by --id-field or --map, whose codes are then taken at their word
 */
export function readNeighbourhood(row: FieldedRow, isIdAsked: boolean): NeighbourhoodRecord | Fault {
  const { values, theirs } = row
  const id = parseAreaCode(values.id ?? null)
  const isSureId = isIdAsked || !WEAK_ID.has(columnKey(theirs('id')))
  if (values.id != null && isSureId && id === null)
    return fault(theirs('id'), values.id, [
      'Mahalle kodu pozitif tam sayı değil.',
      'The neighbourhood code is not a positive whole number.',
    ])
  const name = parseText(values.name ?? null)
  if (id === null && name === null)
    return fault(theirs('name'), null, [
      'Mahallenin adı da kodu da yok.',
      'The neighbourhood has neither name nor code.',
    ])
  return {
    line: row.line,
    id,
    isSureId,
    name: name === null ? null : areaName(name),
    district: districtRef(row),
    source: parseText(values.geom_source ?? null),
    geometry: row.geometry,
    populations: row.populations,
  }
}

/** What a row says of its district. */
export function districtRef({ values }: FieldedRow): NeighbourhoodRecord['district'] {
  const name = parseText(values.district_name ?? null)
  return { id: parseInteger(values.district_id ?? null), name: name === null ? null : areaName(name) }
}
