import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { openShp } from 'shapefile'
import { InputError } from '../../api/platform/command.ts'
import { readDbf } from './read-dbf.ts'
import type { Cell, Row, Source } from './reading.contract.ts'
import { unzip } from './unzip.ts'

/** The files of one shapefile, in memory. */
type Parts = Readonly<{ name: string; shp: Buffer; dbf: Buffer | null; prj: string | null; cpg: string | null }>

/**
 * Reads a shapefile: `.shp` with its `.dbf`, `.prj`, `.cpg` beside it, or a `.zip` of them.
 * @throws InputError when a part is cut, or the zip holds no .shp
 */
export async function readShapefile(path: string, layer?: string): Promise<Source> {
  const parts = /\.zip$/i.test(path) ? await fromZip(path, layer) : fromFolder(path)
  checkLength(parts.shp)
  const table = parts.dbf ? readDbf(parts.dbf, parts.cpg) : null
  const notes = [
    ...(parts.dbf ? [] : ['.dbf yok: geometriler adsız okunuyor. / No .dbf: geometry without attributes.']),
    ...(parts.prj
      ? []
      : ['.prj yok: koordinat sistemi tahmin edilecek. / No .prj: the coordinate system will be guessed.']),
  ]
  const crs = parts.prj ? { srid: sridOf(parts.prj), definition: parts.prj } : null
  return {
    format: 'shapefile',
    encoding: table?.encoding ?? null,
    crs,
    layer: parts.name,
    notes,
    rows: readRows(parts.shp, table?.records),
  }
}

async function* readRows(shp: Buffer, records: (Record<string, Cell> | null)[] | undefined): AsyncGenerator<Row> {
  const source = await openShp(shp)
  for (let line = 1; ; line++) {
    const { done, value } = await source.read()
    if (done) return
    const cells = records ? records[line - 1] : {}
    if (cells) yield { line, cells, geometry: value }
  }
}

// The shapefile package ends quietly at a cut; the header knows the true length (in 16-bit words).
function checkLength(shp: Buffer): void {
  if (shp.length < 100 || shp.readUInt32BE(0) !== 9994)
    throw new InputError('.shp dosyası bir shapefile değil. / Not a shapefile.')
  if (shp.readUInt32BE(24) * 2 > shp.length)
    throw new InputError('.shp dosyası yarıda kesilmiş; yeniden alın. / The .shp file is cut.')
}

function fromFolder(path: string): Parts {
  const stem = basename(path).replace(/\.shp$/i, '')
  const files = readdirSync(dirname(path))
  const find = (extension: string) => {
    const name = files.find(file => file.toLowerCase() === `${stem}.${extension}`.toLowerCase())
    return name && existsSync(join(dirname(path), name)) ? readFileSync(join(dirname(path), name)) : null
  }
  const text = (extension: string) => find(extension)?.toString('utf8') ?? null
  return { name: stem, shp: readFileSync(path), dbf: find('dbf'), prj: text('prj'), cpg: text('cpg') }
}

async function fromZip(path: string, layer?: string): Promise<Parts> {
  const entries = await unzip(path, name => /\.(shp|dbf|prj|cpg)$/i.test(name))
  const names = [...entries.keys()].filter(name => /\.shp$/i.test(name))
  const chosen = layer ? names.find(name => basename(name).replace(/\.shp$/i, '') === layer) : names[0]
  if (!chosen || (names.length > 1 && !layer)) {
    const list = names.map(name => basename(name).replace(/\.shp$/i, '')).join(', ')
    throw new InputError(
      names.length === 0
        ? 'Zip içinde .shp yok. / The zip holds no .shp.'
        : `Zip içinde birden çok katman var: ${list}; --layer ile seçin. / Choose one with --layer.`,
    )
  }
  const stem = chosen.replace(/\.shp$/i, '').toLowerCase()
  const find = (extension: string) =>
    [...entries].find(([name]) => name.toLowerCase() === `${stem}.${extension}`)?.[1] ?? null
  const text = (extension: string) => find(extension)?.toString('utf8') ?? null
  const shp = entries.get(chosen) ?? Buffer.alloc(0)
  return { name: basename(chosen), shp, dbf: find('dbf'), prj: text('prj'), cpg: text('cpg') }
}

/** EPSG code a WKT names for itself: its last AUTHORITY or ID. */
function sridOf(wkt: string): number | null {
  const code = /(?:AUTHORITY|ID)\["EPSG",\s*"?(\d+)"?\]\s*\]\s*$/i.exec(wkt.trim())?.[1]
  return code ? Number(code) : null
}
