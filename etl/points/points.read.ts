import type { FieldedRow } from '../loading/fielded-rows.ts'
import { columnKey } from '../reading/columns.ts'
import { type Cell, type Fault, fault } from '../reading/reading.contract.ts'
import { parseText } from '../reading/values.ts'
import { POINT_KINDS, type PointKind, type PointRecord } from './points.contract.ts'

/** Words by which files and officers name the kinds. */
const WORDS: readonly (readonly [RegExp, PointKind])[] = [
  [/toplanma|assembly/, 'assembly_area'],
  [/rail|izban|metro|tramvay|tren|istasyon/, 'rail_stop'],
  [/durak|stop|otobus/, 'bus_stop'],
  [/dayanisma|danisma|solidarity|cozumnoktasi/, 'solidarity_point'],
  [/okul|school|lise|anaokulu/, 'school'],
  [/saglik|health|asm|hastane/, 'health_centre'],
  [/belediye|municipal|hizmetbinasi/, 'municipal_building'],
]

/** Kind of point a word means, or null. */
export function pointKindOf(word: string): PointKind | null {
  const exact = POINT_KINDS.find(kind => kind === word.trim().toLowerCase())
  return exact ?? WORDS.find(([pattern]) => pattern.test(columnKey(word)))?.[1] ?? null
}

/**
 * A row of a file as a point, or what is wrong with it.
 * @param fallback kind of points whose row does not say (--point-kind, or told by the file's name)
 */
export function readPoint(row: FieldedRow, fallback: PointKind): PointRecord | Fault {
  const { values, theirs, geometry } = row
  if (geometry?.kind !== 'point')
    return fault(theirs('lat'), values.lat ?? null, ['Enlem ve boylam yok.', 'There is no latitude and longitude.'])
  const word = parseText(values.kind ?? null)
  const kind = word === null ? fallback : (pointKindOf(word) ?? fallback)
  const code = parseText(values.code ?? null) ?? codeOf(values.name ?? null, geometry.coordinates)
  const name = parseText(values.name ?? null) ?? code
  const said = Object.entries(values).filter(
    ([field, value]) => value !== null && /^(district|neighbourhood)_name$/.test(field),
  )
  return {
    line: row.line,
    kind,
    code,
    name,
    place: geometry.coordinates,
    attributes: { ...Object.fromEntries(said), ...row.rest },
  }
}

/** A code for points that have none: where it stands and what it is called. */
function codeOf(name: Cell, [lon, lat]: readonly [number, number]): string {
  return `${lat.toFixed(6)},${lon.toFixed(6)} ${columnKey(String(name ?? ''))}`.trim()
}
