import { copyLine } from '../../api/platform/bulk-load.ts'
import { type AreaEntry, boxOf, writeEntries } from './area-entries.ts'
import type { Drawing } from './draw-context.ts'
import { type DrawnStreet, rankStreets, streetsOfBand } from './generalise-streets.ts'
import { replaceTable, ZOOMS } from './next-table.ts'
import { readProvinces, readStreets, type StreetLine } from './read-record.ts'
import { multiLineHex } from './wkb.ts'

/** Draws the streets that have a line. @returns streets drawn */
export async function drawStreets(drawing: Drawing): Promise<number> {
  const drawn: DrawnStreet[] = []
  const entries: AreaEntry[] = []
  const provinces = await readProvinces(drawing)
  for (const [i, province] of provinces.entries()) {
    const lines: StreetLine[] = []
    for await (const page of readStreets(drawing, province.id)) lines.push(...page)
    for (const street of rankStreets(lines)) drawn.push(street)
    for (const { lines: line, ...street } of lines) entries.push({ ...street, box: boxOf(line.flat()) })
    drawing.progress('street', i + 1, provinces.length)
  }
  const columns = ['zoom', 'from_zoom', 'id', 'name', 'mark', 'geom']
  await replaceTable(drawing, 'street', { columns, lines: streetLines(drawn) })
  return writeEntries(drawing, 'street', entries)
}

function* streetLines(streets: readonly DrawnStreet[]): Generator<string> {
  for (const zoom of ZOOMS.street) {
    for (const { id, name, mark, fromZoom, lines } of streetsOfBand(streets, zoom)) {
      yield copyLine([zoom, fromZoom, id, name, mark, multiLineHex(lines)])
    }
  }
}
