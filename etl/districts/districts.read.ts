import { areaName } from '../loading/area-names.ts'
import type { FieldedRow } from '../loading/fielded-rows.ts'
import { type Fault, fault } from '../reading/reading.contract.ts'
import { parseAreaCode, parseText } from '../reading/values.ts'
import type { DistrictRecord } from './districts.contract.ts'

/** A row of a file as a district, or what is wrong with it. */
export function readDistrict(row: FieldedRow): DistrictRecord | Fault {
  const { values, theirs } = row
  const id = parseAreaCode(values.id ?? null)
  if (values.id != null && id === null)
    return fault(theirs('id'), values.id, [
      'İlçe kodu pozitif tam sayı değil.',
      'The district code is not a positive whole number.',
    ])
  const raw = parseText(values.name ?? null)
  if (id === null && raw === null)
    return fault(theirs('name'), null, ['İlçenin adı da kodu da yok.', 'The district has neither name nor code.'])
  return {
    line: row.line,
    id,
    name: raw === null ? null : areaName(raw),
    seat: parseText(values.seat ?? null),
    source: parseText(values.geom_source ?? null),
    geometry: row.geometry,
    populations: row.populations,
  }
}
