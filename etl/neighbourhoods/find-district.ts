import { turkishKey } from '../../api/platform/turkish.ts'
import { type AreaIndex, innerPlace } from '../geometry/area-index.ts'
import type { Place } from '../geometry/projection.ts'
import type { District, NotFound, Registry } from '../loading/registry.ts'
import { saveIdentities, takeIds } from '../loading/save-identities.ts'
import type { ImportSession } from '../loading/session.ts'
import type { NeighbourhoodRecord } from './neighbourhoods.contract.ts'

const BELIEVABLE = 1500 // metres a neighbourhood's middle may lie outside the district its file names

export type DistrictFinding = Readonly<{ registry: Registry; outlines: AreaIndex; hadDistricts: boolean }>

/**
 * The district of a neighbourhood: as its file says, unless the shape lies plainly elsewhere, nothing is said, or
 * --district-from-geometry asks for it.
 */
export async function findDistrict(
  session: ImportSession,
  record: NeighbourhoodRecord,
  finding: DistrictFinding,
): Promise<District | NotFound> {
  const { registry, outlines } = finding
  const { id, name } = record.district
  const isSaid = id !== null || name !== null
  const said = isSaid && !session.options.districtFromGeometry ? registry.findDistrict(record.district) : undefined
  const place = record.geometry?.kind === 'polygon' ? innerPlace(record.geometry.coordinates) : null
  if (said && 'id' in said && !(place && isElsewhere(said.id, place, outlines))) return said
  if (said && 'why' in said) return (await opened(session, record, finding)) ?? said // a misspelt district is named, not guessed
  const found = place
    ? registry.districts.get(outlines.locate(place) ?? outlines.nearest(place, BELIEVABLE) ?? -1)
    : undefined
  return found ? byGeometry(session, record.line, { found, isSaid: said !== undefined }) : (said ?? unsaid(outlines))
}

function isElsewhere(districtId: number, place: Place, outlines: AreaIndex): boolean {
  return (
    outlines.has(districtId) &&
    outlines.locate(place) !== districtId &&
    outlines.locate(place) !== null &&
    !outlines.isNear(districtId, place, BELIEVABLE)
  )
}

function byGeometry(
  { tally }: ImportSession,
  line: number,
  { found, isSaid }: { found: District; isSaid: boolean },
): District {
  tally.mend(
    line,
    isSaid
      ? [
          'Şekil dosyanın yazdığı ilçede değil; ilçe geometriyle bulundu.',
          'The shape does not lie in the district its file names; found by geometry.',
        ]
      : ['İlçe geometriyle bulundu.', 'The district was found by geometry.'],
  )
  return found
}

function unsaid(outlines: AreaIndex): NotFound {
  return outlines.size === 0
    ? {
        why: [
          'İlçe yazılmamış ve ilçe sınırları yok; önce ilçeleri içe aktarın.',
          'No district is given and there are no outlines of districts; import districts first.',
        ],
      }
    : { why: ['Şekil hiçbir ilçede değil.', 'The shape lies in no district.'] }
}

/** A district known only from this file: opened when it comes with code and name, or the province has none yet. */
async function opened(
  session: ImportSession,
  { district, line }: NeighbourhoodRecord,
  { registry, hadDistricts }: DistrictFinding,
): Promise<District | undefined> {
  if (
    district.name === null ||
    (district.id === null && hadDistricts) ||
    (district.id !== null && registry.districts.has(district.id))
  )
    return undefined
  const id = district.id ?? (await takeIds(session, 1))[0] ?? 0
  await saveIdentities(session, 'district', [{ id, name: district.name, parentId: session.province.id }])
  const fresh = { id, name: district.name, key: turkishKey(district.name), provinceId: session.province.id }
  registry.addDistrict(fresh)
  session.tally.mend(line, [
    'İlçe kayıtlarda yoktu; bu dosyadan açıldı.',
    'The district was not in the registry; opened from this file.',
  ])
  return fresh
}
