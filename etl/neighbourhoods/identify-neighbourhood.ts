import { turkishKey } from '../../api/platform/turkish.ts'
import type { District, Neighbourhood, NotFound, Registry } from '../loading/registry.ts'
import type { NeighbourhoodRecord } from './neighbourhoods.contract.ts'

type Known = Neighbourhood | (NotFound & { field: 'district_name' | 'name' | 'id' }) | undefined

/**
 * The registry's neighbourhood a record means.
 * - By code, when the name agrees, is absent, or is found nowhere else in the district (then it is a new name).
 * - Otherwise by district and Turkish name.
 * - Undefined when it is a new one: the district has no registry yet, or the code is surely a registry code.
 */
export function identifyNeighbourhood(
  record: NeighbourhoodRecord,
  where: Readonly<{ registry: Registry; district: District | NotFound; isSettled: (districtId: number) => boolean }>,
): Known {
  const { registry, district, isSettled } = where
  const byId = record.id === null ? undefined : registry.neighbourhoods.get(record.id)
  const isNamed = byId && (record.name === null || turkishKey(byId.name) === turkishKey(record.name))
  if (isNamed && ('why' in district || byId.districtId === district.id)) return byId
  if ('why' in district) return byId && record.isSureId ? byId : { ...district, field: 'district_name' }
  const named = record.name === null ? [] : registry.named(district.id, record.name)
  if (named.length === 1 && named[0]) return named[0]
  if (byId && record.isSureId) return byId
  if (named.length > 1) return { ...ambiguous(record, district, named.length), field: 'name' }
  if (record.name === null)
    return {
      why: [
        `Mahalle kodu ${record.id} kayıtlarda yok, adı da yazılmamış.`,
        `There is no neighbourhood ${record.id}, and no name is given.`,
      ],
      field: 'id',
    }
  if (!isSettled(district.id) || (record.id !== null && record.isSureId)) return undefined
  const missing = registry.findNeighbourhood({ id: null, name: record.name }, district)
  return 'why' in missing ? { ...missing, field: 'name' } : missing
}

function ambiguous(record: NeighbourhoodRecord, district: District, count: number): NotFound {
  return {
    why: [
      `${district.name} ilçesinde "${record.name}" adıyla ${count} mahalle var; kod gerekir (--id-field).`,
      `${count} neighbourhoods of ${district.name} have this name; give the code (--id-field).`,
    ],
  }
}
