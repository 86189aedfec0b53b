import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../api/platform/database.ts'
import type { ImportAnswer, ImportKind, ImportOptions } from '../import.contract.ts'
import { importFile } from '../import-file.ts'

/** Imports a file made of text or bytes. */
export async function importText(
  db: Database,
  what: Readonly<{ kind: ImportKind; name: string; content: string | Uint8Array; options?: ImportOptions }>,
): Promise<ImportAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'komsu-import-'))
  const path = join(folder, what.name)
  writeFileSync(path, what.content)
  try {
    return await importFile(db, { kind: what.kind, path, options: what.options ?? {} })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A square of a hundredth of a degree, south-west corner at 27°E 38°N plus (x, y) hundredths. */
export function square(x: number, y: number, size = 1): number[][][] {
  const at = (dx: number, dy: number) => [27 + (x + dx * size) / 100, 38 + (y + dy * size) / 100]
  return [[at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)]]
}

type Feature = Readonly<{ properties: Record<string, unknown>; type?: string; coordinates: unknown }>

/** A FeatureCollection as text; polygons unless the feature says otherwise. */
export function collection(...features: readonly Feature[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ properties, type = 'Polygon', coordinates }) => ({
      type: 'Feature',
      properties,
      geometry: { type, coordinates },
    })),
  })
}

/** Districts Konak (1) and Buca (2) side by side, with neighbourhoods of two hundredths of a degree in each. */
export async function plantCity(db: Database): Promise<void> {
  const districts = collection(
    { properties: { ilce_id: 1001, ilce_adi: 'KONAK' }, coordinates: square(0, 0, 4) },
    { properties: { ilce_id: 1002, ilce_adi: 'BUCA' }, coordinates: square(4, 0, 4) },
  )
  await importText(db, { kind: 'districts', name: 'ilceler.geojson', content: districts })
  const neighbourhoods = collection(
    { properties: { mahalle_id: 11, mahalle_adi: 'Alsancak', ilce: 'Konak' }, coordinates: square(0, 0, 2) },
    { properties: { mahalle_id: 12, mahalle_adi: 'Göztepe', ilce: 'Konak' }, coordinates: square(2, 0, 2) },
    { properties: { mahalle_id: 21, mahalle_adi: 'Şirinyer', ilce: 'Buca' }, coordinates: square(4, 0, 2) },
  )
  await importText(db, {
    kind: 'neighbourhoods',
    name: 'mahalleler.geojson',
    content: neighbourhoods,
    options: { date: '2024-01-01' },
  })
  await importText(db, {
    kind: 'streets',
    name: 'sokaklar.csv',
    content: 'sokak_id,mahalle_id,tur,ad\n901,11,Sokak,1456\n902,12,Cadde,İNÖNÜ\n',
  })
}
