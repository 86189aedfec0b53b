/**
 * What is on screen, as plain data, and as an address. Every part a person can choose is in the URL, so that a link
 * shows the same to someone else. Pure.
 */
import type { Level } from '../../api/need-map/need-map.contract.ts'
import type { Language } from '../i18n/t.ts'

export type Room = 'map' | 'table' | 'about' | 'office'
export type MapLevel = Exclude<Level, 'province'>
export type Method = 'quantile' | 'jenks' | 'equal'
export type Theme = 'auto' | 'light' | 'dark' | 'contrast'
export type PaletteName = 'auto' | 'magma' | 'viridis' | 'cividis' | 'grey'
export type AreaId = Readonly<{ level: Level; id: number }>
export type Camera = Readonly<{ zoom: number; lat: number; lng: number }>

export type View = Readonly<{
  room: Room
  /** Of the office: `today`, `file/12`. Said in the address only while the office is open. */
  page: string
  /** null: the first of the catalogue. */
  indicator: string | null
  /** YYYY-MM-01; null: the newest. */
  month: string | null
  level: MapLevel | 'auto'
  /** null: as the catalogue advises. */
  method: Method | null
  classes: number | null
  palette: PaletteName
  area: AreaId | null
  columns: boolean
  points: boolean
  language: Language
  theme: Theme
  /** null: the whole city. */
  camera: Camera | null
}>

export const DEFAULT_VIEW: View = {
  room: 'map',
  page: 'today',
  indicator: null,
  month: null,
  level: 'auto',
  method: null,
  classes: null,
  palette: 'auto',
  area: null,
  columns: false,
  points: false,
  language: 'tr',
  theme: 'auto',
  camera: null,
}

const ROOMS = ['map', 'table', 'about', 'office'] as const
const LEVELS = ['auto', 'district', 'neighbourhood', 'street'] as const
const AREA_LEVELS = ['province', 'district', 'neighbourhood', 'street'] as const
const METHODS = ['quantile', 'jenks', 'equal'] as const
const PALETTES = ['auto', 'magma', 'viridis', 'cividis', 'grey'] as const
const LANGUAGES = ['tr', 'en'] as const
const THEMES = ['auto', 'light', 'dark', 'contrast'] as const

/** The address of a view: `?indicator=…&month=2026-11&area=district.1128#9.5/38.42/27.14`; what is default is left out. */
export function formatAddress(view: View, defaults: View = DEFAULT_VIEW): string {
  const query = new URLSearchParams()
  const say = (name: string, value: string | null, usual: string | null) => {
    if (value !== null && value !== usual) query.set(name, value)
  }
  say('room', view.room, defaults.room)
  if (view.room === 'office') say('page', view.page, DEFAULT_VIEW.page)
  say('indicator', view.indicator, defaults.indicator)
  say('month', view.month?.slice(0, 7) ?? null, defaults.month)
  say('level', view.level, defaults.level)
  say('method', view.method, defaults.method)
  say('classes', view.classes === null ? null : String(view.classes), null)
  say('palette', view.palette, defaults.palette)
  say('area', view.area && `${view.area.level}.${view.area.id}`, null)
  say('columns', view.columns ? '1' : '0', '0')
  say('points', view.points ? '1' : '0', '0')
  say('lang', view.language, defaults.language)
  say('theme', view.theme, defaults.theme)
  const { camera } = view
  const hash = camera ? `#${camera.zoom.toFixed(2)}/${camera.lat.toFixed(5)}/${camera.lng.toFixed(5)}` : ''
  const text = query.toString()
  return `${text ? `?${text}` : ''}${hash}`
}

/** The view of an address; a part that is missing or makes no sense is as in `defaults`. */
export function parseAddress(search: string, hash: string, defaults: View = DEFAULT_VIEW): View {
  const query = new URLSearchParams(search)
  const one = <T extends string>(name: string, allowed: readonly T[], usual: T): T => {
    const value = query.get(name)
    return allowed.find(candidate => candidate === value) ?? usual
  }
  const indicator = query.get('indicator')
  return {
    room: one('room', ROOMS, defaults.room),
    page: parsePage(query.get('page')) ?? DEFAULT_VIEW.page,
    indicator: indicator && /^[a-z0-9_]{1,60}$/.test(indicator) ? indicator : defaults.indicator,
    month: parseMonth(query.get('month')) ?? defaults.month,
    level: one('level', LEVELS, defaults.level),
    method: METHODS.find(method => method === query.get('method')) ?? defaults.method,
    classes: parseClasses(query.get('classes')) ?? defaults.classes,
    palette: one('palette', PALETTES, defaults.palette),
    area: parseArea(query.get('area')),
    columns: query.get('columns') === '1',
    points: query.get('points') === '1',
    language: one('lang', LANGUAGES, defaults.language),
    theme: one('theme', THEMES, defaults.theme),
    camera: parseCamera(hash) ?? defaults.camera,
  }
}

/** Words, numbers and uuids between slashes: `file/12`, `intake/0190…`. Never a name or a T.C. number: addresses are kept. */
function parsePage(text: string | null): string | null {
  return text && /^[a-z-]{1,40}(\/[\w-]{1,60}){0,4}$/.test(text) ? text : null
}

function parseMonth(text: string | null): string | null {
  return text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : null
}

function parseClasses(text: string | null): number | null {
  return text && /^[2-7]$/.test(text) ? Number(text) : null
}

function parseArea(text: string | null): AreaId | null {
  const [level, id] = text?.split('.') ?? []
  const known = AREA_LEVELS.find(candidate => candidate === level)
  return known && id && /^\d{1,15}$/.test(id) ? { level: known, id: Number(id) } : null
}

function parseCamera(hash: string): Camera | null {
  const parts = hash.replace(/^#/, '').split('/').map(Number)
  const [zoom, lat, lng] = parts
  if (parts.length !== 3 || zoom === undefined || lat === undefined || lng === undefined) return null
  const isReal = zoom >= 0 && zoom <= 22 && Math.abs(lat) <= 85 && Math.abs(lng) <= 180
  return isReal ? { zoom, lat, lng } : null
}

/** Zooms at which the automatic level changes. Districts fill the window below, streets are legible above. */
export const AUTO_NEIGHBOURHOOD = 9.6
export const AUTO_STREET = 14

/** The level shown: the one fixed, or the one that suits the zoom. */
export function levelShown(level: View['level'], zoom: number): MapLevel {
  if (level !== 'auto') return level
  if (zoom < AUTO_NEIGHBOURHOOD) return 'district'
  return zoom < AUTO_STREET ? 'neighbourhood' : 'street'
}

/** Whether a change deserves its own step in the browser's history, or only renews the address. */
export function isStep(before: View, after: View): boolean {
  const steps = ['room', 'page', 'indicator', 'level', 'area', 'language'] as const
  return steps.some(key => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}
