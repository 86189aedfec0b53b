import type { GeometryFault, Mending } from '../geometry/mend-geometry.ts'
import type { Place } from '../geometry/projection.ts'
import { nearestProvince } from '../geometry/province.ts'
import { type Fault, fault } from '../reading/reading.contract.ts'

/** What was put right, in both languages. */
export const MENDINGS: Record<Mending | 'double_encoded' | 'wrong_code_page', readonly [tr: string, en: string]> = {
  swapped_axes: [
    'Enlem ile boylam yer değiştirmişti; düzeltildi.',
    'Latitude and longitude were exchanged; put right.',
  ],
  unclosed_ring: ['Kapanmayan halka kapatıldı.', 'An unclosed ring was closed.'],
  flat_ring: ['Alanı olmayan iç halka atıldı.', 'A hole without area was dropped.'],
  self_intersection: [
    'Kendini kesen çokgen çift-tek kuralıyla yeniden kuruldu.',
    'A polygon crossing itself was rebuilt by the even-odd rule.',
  ],
  line_as_polygon: ['Çizgi kapalı çokgen sayıldı.', 'A line was taken as a polygon.'],
  polygon_as_point: ['Nokta yerine şeklin ortası alındı.', 'The middle of the shape was taken as the point.'],
  polygon_as_line: ['Çizgi yerine çokgenin sınırı alındı.', 'The outline of the polygon was taken as the line.'],
  double_encoded: ['İki kez kodlanmış metin (ör. "Ä°zmir") düzeltildi.', 'Doubly encoded text was repaired.'],
  wrong_code_page: [
    'Yanlış kod sayfasıyla okunmuş metin (ör. "Ýzmir") düzeltildi.',
    'Text read with the wrong code page was repaired.',
  ],
}

const GEOMETRY_FAULTS: Record<GeometryFault, readonly [tr: string, en: string]> = {
  no_geometry: ['Geometri yok veya boş.', 'There is no geometry, or it is empty.'],
  wrong_type: ['Geometrinin türü bu kayıt için uygun değil.', 'The geometry is of a type that does not fit.'],
  not_a_number: ['Koordinatlardan biri sayı değil.', 'A coordinate is not a number.'],
  out_of_province: ['Geometri ilin dışında.', 'The geometry lies outside the province.'],
  no_area: ['Çokgenin alanı yok: en az üç ayrı köşe gerekir.', 'The polygon has no area: it needs three corners.'],
  unmendable: [
    'Çokgen kendini kesiyor ve onarılamadı; kaynağında düzeltin.',
    'The polygon crosses itself and could not be mended; correct it at its source.',
  ],
}

/** The fault of a geometry, with where it lies when that is the trouble. */
export function geometryFault(kind: GeometryFault, place: Place | null): Fault {
  const [tr, en] = GEOMETRY_FAULTS[kind]
  if (kind !== 'out_of_province' || !place) return fault('geometry', null, [tr, en])
  const value = `${place[0].toFixed(5)} ${place[1].toFixed(5)}`
  const inTurkey = place[0] > 25 && place[0] < 45.5 && place[1] > 35 && place[1] < 43
  const near = inTurkey ? nearestProvince(place) : null
  const hint: [string, string] = near
    ? [` ${near.name} dolaylarında (--province ${near.id}?).`, ` It is near ${near.name} (--province ${near.id}?).`]
    : ['', '']
  return fault('geometry', value, [tr + hint[0], en + hint[1]])
}
