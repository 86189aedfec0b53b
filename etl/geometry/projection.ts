import proj4 from 'proj4'
import { InputError } from '../../api/platform/command.ts'
import type { Crs } from '../reading/reading.contract.ts'
import { type Extent, isWithin } from './province.ts'

export type Place = readonly [number, number]
export type ToWgs84 = (place: Place) => Place

/** EPSG:1784 (ED50 to WGS 84, Turkey); tools often leave it out, which moves everything by some hundred metres. */
const ED50 = '+ellps=intl +towgs84=-84.1,-101.8,-129.7,0,0,0.468,1.05'
const tm = (lon: number, rest: string) => `+proj=tmerc +lat_0=0 +lon_0=${lon} +k=1 +x_0=500000 +y_0=0 ${rest} +units=m`
const TUREF = '+ellps=GRS80'

const DEFINITIONS = new Map<number, string>([
  [4326, '+proj=longlat +datum=WGS84'],
  [4258, `+proj=longlat ${TUREF}`],
  [5252, `+proj=longlat ${TUREF}`],
  [4230, `+proj=longlat ${ED50}`],
  [3857, '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null'],
  ...[27, 30, 33, 36, 39, 42, 45].map((lon, i): [number, string] => [5253 + i, tm(lon, TUREF)]),
  ...[27, 30, 33, 36, 39, 42, 45].map((lon, i): [number, string] => [2319 + i, tm(lon, ED50)]),
  ...[35, 36, 37, 38].map((zone): [number, string] => [32600 + zone, `+proj=utm +zone=${zone} +datum=WGS84`]),
  ...[35, 36, 37, 38].map((zone): [number, string] => [25800 + zone, `+proj=utm +zone=${zone} ${TUREF}`]),
  ...[35, 36, 37, 38].map((zone): [number, string] => [23000 + zone, `+proj=utm +zone=${zone} ${ED50}`]),
])
DEFINITIONS.set(900913, DEFINITIONS.get(3857) ?? '')

/** Systems tried, in this order, for coordinates that are plainly metres. */
const METRIC_GUESSES = [5253, 5254, 5255, 5256, 5257, 5258, 5259, 32635, 32636, 32637, 32638, 3857]

/** How the coordinates of one file are read. */
export type Projection = Readonly<{
  srid: number | null
  isSwapped: boolean
  /** Why it is not what the file said; null when it is. */
  guess: readonly [tr: string, en: string] | null
  toWgs84: ToWgs84
}>

/** @throws InputError for a code this list does not hold */
export function bySrid(srid: number): ToWgs84 {
  const definition = DEFINITIONS.get(srid)
  if (!definition)
    throw new InputError(
      `EPSG:${srid} tanınmıyor. Tanınanlar: ${[...DEFINITIONS.keys()].join(', ')}. / This coordinate system is not known here.`,
    )
  return byDefinition(definition)
}

function byDefinition(definition: string): ToWgs84 {
  const converter = proj4(definition, '+proj=longlat +datum=WGS84')
  return place => {
    try {
      return converter.forward([place[0], place[1]]) as [number, number]
    } catch {
      return [Number.NaN, Number.NaN] // outside the projection's domain
    }
  }
}

/** Reading of a file whose system is named by the caller (--srid) or the file; undefined when nothing is named. */
export function declared(crs: Crs | null): Projection | undefined {
  if (!crs) return undefined
  const known = crs.srid !== null && DEFINITIONS.has(crs.srid)
  const definition = known ? DEFINITIONS.get(crs.srid ?? 0) : crs.definition
  if (!definition && crs.srid !== null) return { ...plain(crs.srid), toWgs84: bySrid(crs.srid) }
  if (!definition) return undefined
  return { srid: crs.srid, isSwapped: false, guess: null, toWgs84: byDefinition(definition) }
}

function plain(srid: number): Projection {
  return { srid, isSwapped: false, guess: null, toWgs84: bySrid(srid) }
}

/** The same reading with the two numbers exchanged. */
export function swapped(projection: Projection): Projection {
  return { ...projection, isSwapped: true, toWgs84: ([x, y]) => projection.toWgs84([y, x]) }
}

const WGS84 = plain(4326)

/**
 * Chooses how to read the coordinates of a file: as it says (or degrees when it says nothing) if most sample places then
 * lie in the province; otherwise the first of the Turkish systems, in either axis order, that puts them there, and says so.
 * @param sample a few places of the file, as they stand in it
 * @throws InputError when nothing fits and the numbers cannot be degrees
 */
export function chooseProjection(
  sample: readonly Place[],
  crs: Crs | null,
  province: Readonly<{ name: string; extent: Extent }>,
): Projection {
  const said = declared(crs)
  const first = said ?? WGS84
  const fits = (projection: Projection) => share(sample, projection, province.extent) >= 0.5
  if (sample.length === 0 || fits(first)) return first
  const candidates = [swapped(first), ...others(sample)]
  const fitting = candidates.filter(fits)
  const best = fitting[0]
  if (best) return { ...best, guess: explain(said, best, fitting.slice(1)) }
  if (said || areDegrees(sample)) return first
  throw new InputError(
    `Koordinatlar derece değil ve ${province.name} iline hiçbir bilinen sistemle düşmüyor; --srid (ve --province) verin. / The coordinates are not degrees and no known system puts them in the province: say --srid.`,
  )
}

function others(sample: readonly Place[]): Projection[] {
  const plains = areDegrees(sample) ? [WGS84] : METRIC_GUESSES.map(plain)
  return plains.flatMap(one => [one, swapped(one)])
}

function areDegrees(sample: readonly Place[]): boolean {
  return sample.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 180)
}

function share(sample: readonly Place[], projection: Projection, extent: Extent): number {
  return sample.filter(place => isWithin(extent, projection.toWgs84(place))).length / Math.max(1, sample.length)
}

function explain(
  said: Projection | undefined,
  best: Projection,
  rest: readonly Projection[],
): readonly [string, string] {
  const from = said?.srid ? `EPSG:${said.srid}` : null
  const axes = best.isSwapped ? [' (enlem ile boylam yer değiştirmiş)', ' with the axes swapped'] : ['', '']
  const also = [...new Set(rest.map(one => one.srid))].filter(srid => srid !== best.srid && best.srid !== 4326)
  const doubt =
    also.length > 0
      ? [`; ${list(also)} de olabilir, --srid ile söyleyin`, `; it may also be ${list(also)}, say --srid`]
      : ['', '']
  return [
    `${from ? `Dosya ${from} diyor ama koordinatlar ona uymuyor` : 'Dosya koordinat sistemini söylemiyor'}: EPSG:${best.srid}${axes[0]} varsayıldı${doubt[0]}.`,
    `${from ? `The file says ${from} but its coordinates do not fit` : 'The file names no coordinate system'}: taken as EPSG:${best.srid}${axes[1]}${doubt[1]}.`,
  ]
}

function list(srids: readonly (number | null)[]): string {
  return srids.map(srid => `EPSG:${srid}`).join(', ')
}
