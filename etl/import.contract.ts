import type { Cell } from './reading/reading.contract.ts'

export const IMPORT_KINDS = [
  'districts',
  'neighbourhoods',
  'streets',
  'addresses',
  'points',
  'households',
  'aid-records',
] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

export const VINTAGE_REASONS = [
  'first_import',
  'merge',
  'split',
  'rename',
  'redigitised',
  'correction',
  'new_area',
  'schematic',
] as const
export type VintageReason = (typeof VINTAGE_REASONS)[number]

export type ImportOptions = Readonly<{
  /** Pairs [their column, our field]. */
  map?: readonly (readonly [string, string])[]
  srid?: number | undefined
  nameField?: string | undefined
  idField?: string | undefined
  /** First day the boundaries hold (ISO); today when absent. */
  date?: string | undefined
  reason?: VintageReason | undefined
  dryRun?: boolean
  /** Plate code; the only province there is, or 35, when absent. */
  province?: number | undefined
  /** Layer of a GeoPackage, sheet of a workbook, shapefile of a zip. */
  layer?: string | undefined
  /** Kind of all points of the file. */
  pointKind?: string | undefined
  /** Find the district by geometry and not by what the file says. */
  districtFromGeometry?: boolean
}>

/** A row that was left out; values of people are covered. */
export type Rejection = Readonly<{ line: number; field: string; value: Cell; why: string; why_en: string }>

/** Something put right, with how often and where first. */
export type Mended = { why: string; why_en: string; count: number; lines: number[] }

/** Answer of `komsu import`. read = loaded + updated + unchanged + skipped + rejected. */
export type ImportAnswer = Readonly<{
  kind: ImportKind
  read: number
  loaded: number
  updated: number
  unchanged: number
  /** Rows of other provinces. */
  skipped: number
  rejected: readonly Rejection[]
  mended: readonly Mended[]
  notes: readonly string[]
  encoding: string | null
  srid: number | null
  province: number
  /** Boundary vintage opened, when one was. */
  vintage: Readonly<{
    valid_from: string
    reason: VintageReason
    areas: number
    carried_over: number
    closed: number
  }> | null
  dry_run: boolean
  seconds: number
}>
