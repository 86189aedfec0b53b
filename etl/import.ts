import { parseArgs } from 'node:util'
import { UsageError, type Verb } from '../api/platform/command.ts'
import { openDatabase } from '../api/platform/database.ts'
import {
  IMPORT_KINDS,
  type ImportKind,
  type ImportOptions,
  VINTAGE_REASONS,
  type VintageReason,
} from './import.contract.ts'
import { importFile } from './import-file.ts'
import { POINT_KINDS } from './points/points.contract.ts'
import { parseDay } from './reading/values.ts'

export const verb: Verb = {
  summary: 'bring boundaries, streets, points, addresses, households or aid records in from a file',
  help: `komsu import <kind> <file> [options]

kinds   ${IMPORT_KINDS.join(' · ')}
files   .geojson .json .geojsonl .gpkg .shp .zip .csv .tsv .xlsx, and .osm.pbf for streets

  --map their=ours     their column is our field (repeatable); usual names are recognised by themselves
  --name-field F       column with the name
  --id-field F         column with the code
  --srid N             EPSG code of the coordinates, where the file does not say or is wrong
  --province N         plate code (default: the only one there is, else 35)
  --date YYYY-MM-DD    first day the boundaries hold (default today)
  --reason CODE        ${VINTAGE_REASONS.join(' | ')}
  --layer NAME         layer, sheet or shapefile where the file has several
  --point-kind KIND    ${POINT_KINDS.join(' | ')}
  --district-from-geometry   find the district by where the shape lies
  --dry-run            do everything, keep nothing

Order: districts, neighbourhoods, streets, addresses, then the rest. The same file twice changes nothing.
Answer: { kind, read, loaded, updated, unchanged, skipped, rejected: [{ line, field, value, why, why_en }], mended, … , seconds }
line: of the file in tables (header = 1), otherwise the number of the feature from 1.`,
  async run(args, { config, note, progress }) {
    const { kind, path, options } = parseImport(args)
    const db = await openDatabase(config, 'owner')
    try {
      return await importFile(db, { kind, path, options }, { note, progress })
    } finally {
      await db.close()
    }
  },
}

/** @throws UsageError when the command line does not make sense */
export function parseImport(args: string[]): { kind: ImportKind; path: string; options: ImportOptions } {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  const [kind, path, ...more] = positionals
  if (!kind || !isKind(kind)) throw new UsageError(`Tür gerekli: ${IMPORT_KINDS.join(', ')}. / Say what to import.`)
  if (!path || more.length > 0) throw new UsageError('Bir dosya gerekli. / Give one file.')
  return {
    kind,
    path,
    options: {
      map: (values.map ?? []).map(pairOf),
      srid: wholeNumber('--srid', values.srid),
      province: wholeNumber('--province', values.province),
      nameField: values['name-field'],
      idField: values['id-field'],
      layer: values.layer,
      date: dayOf(values.date),
      reason: reasonOf(values.reason),
      pointKind: pointKindOf(values['point-kind']),
      dryRun: values['dry-run'] ?? false,
      districtFromGeometry: values['district-from-geometry'] ?? false,
    },
  }
}

const OPTIONS = {
  map: { type: 'string', multiple: true },
  srid: { type: 'string' },
  province: { type: 'string' },
  'name-field': { type: 'string' },
  'id-field': { type: 'string' },
  layer: { type: 'string' },
  date: { type: 'string' },
  reason: { type: 'string' },
  'point-kind': { type: 'string' },
  'dry-run': { type: 'boolean' },
  'district-from-geometry': { type: 'boolean' },
} as const

function isKind(text: string): text is ImportKind {
  return (IMPORT_KINDS as readonly string[]).includes(text)
}

function pairOf(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=')
  if (at <= 0 || at === text.length - 1)
    throw new UsageError(`--map ${text}: "onların=bizim" biçiminde olmalı. / Must be their=ours.`)
  return [text.slice(0, at), text.slice(at + 1)]
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const digits = text.replace(/^EPSG:/i, '')
  if (!/^\d+$/.test(digits)) throw new UsageError(`${option} ${text}: tam sayı olmalı. / Must be a whole number.`)
  return Number(digits)
}

function dayOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const day = parseDay(text)
  if (!day) throw new UsageError(`--date ${text}: YYYY-AA-GG biçiminde bir gün olmalı. / Must be a day, YYYY-MM-DD.`)
  return day
}

function reasonOf(text: string | undefined): VintageReason | undefined {
  const found = VINTAGE_REASONS.find(reason => reason === text)
  if (text !== undefined && !found)
    throw new UsageError(
      `--reason ${text}: şunlardan biri olmalı: ${VINTAGE_REASONS.join(', ')}. / Must be one of these.`,
    )
  return found
}

function pointKindOf(text: string | undefined): string | undefined {
  if (text !== undefined && !(POINT_KINDS as readonly string[]).includes(text))
    throw new UsageError(
      `--point-kind ${text}: şunlardan biri olmalı: ${POINT_KINDS.join(', ')}. / Must be one of these.`,
    )
  return text
}
