import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { InputError, type Progress } from '../../api/platform/command.ts'
import { inspectFile } from './encoding.ts'
import { readCsv } from './read-csv.ts'
import { readGeojson } from './read-geojson.ts'
import { readGeopackage } from './read-geopackage.ts'
import { readOsmPbf } from './read-osm-pbf.ts'
import { readShapefile } from './read-shapefile.ts'
import { readXlsx } from './read-xlsx.ts'
import type { Source } from './reading.contract.ts'

export type OpenedFile = Source & Readonly<{ name: string; sha256: string }>

/**
 * Opens a file by its extension: .geojson .json .geojsonl .ndjson .gpkg .shp .zip .csv .tsv .txt .xlsx .osm.pbf .pbf
 * @param layer layer, sheet or shapefile to read where the file has several
 * @throws InputError when the file is absent, empty, of an unknown kind, broken or cut
 */
export async function openFile(path: string, layer?: string, progress: Progress = () => {}): Promise<OpenedFile> {
  if (!existsSync(path)) throw new InputError(`Dosya yok: ${path} / There is no such file.`)
  const { sha256, size, encoding } = await inspectFile(path)
  if (size === 0) throw new InputError(`Dosya boş: ${basename(path)} / The file is empty.`)
  const seen = (bytes: number) => progress('okunuyor / reading', bytes, size)
  const source = await open(path, { encoding, layer, seen })
  return { ...source, name: basename(path), sha256 }
}

type How = Readonly<{
  encoding: Awaited<ReturnType<typeof inspectFile>>['encoding']
  layer: string | undefined
  seen: (bytes: number) => void
}>

function open(path: string, { encoding, layer, seen }: How): Promise<Source> {
  const name = path.toLowerCase()
  if (/\.(geojson|json|geojsonl|ndjson|geojsons|jsonl)$/.test(name)) return readGeojson(path, { encoding, seen })
  if (name.endsWith('.gpkg')) return readGeopackage(path, layer)
  if (/\.(shp|zip)$/.test(name)) return readShapefile(path, layer)
  if (/\.(csv|tsv|txt)$/.test(name)) return readCsv(path, { encoding, seen })
  if (name.endsWith('.xlsx')) return readXlsx(path, layer)
  if (name.endsWith('.pbf')) return readOsmPbf(path)
  const known = '.geojson .json .gpkg .shp .zip .csv .xlsx .osm.pbf'
  throw new InputError(
    `Bu uzantı okunmuyor: ${basename(path)}. Okunanlar: ${known}. / This extension is not read; save the file as one of these.`,
  )
}
