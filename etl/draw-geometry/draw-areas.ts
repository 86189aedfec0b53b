import { copyLine } from '../../api/platform/bulk-load.ts'
import { type AreaEntry, boxOf, writeEntries } from './area-entries.ts'
import type { Drawing } from './draw-context.ts'
import { type Coverage, coverageOf } from './generalise-coverage.ts'
import { inHilbertOrder } from './hilbert.ts'
import { labelOf } from './label-point.ts'
import type { Position } from './mercator.ts'
import { replaceTable, ZOOMS } from './next-table.ts'
import { type DrawnArea, readAreas, readProvinces, readWater, type Water } from './read-record.ts'
import { multiPolygonHex, type Polygon } from './wkb.ts'

type Level = 'district' | 'neighbourhood'
type Sheet = Readonly<{ areas: DrawnArea[]; water: Water[]; coverage: Coverage }>

const MARK_OF_WATER: Record<string, string> = { sea: 's', lake: 'l', river: 'r' }

// Outlines simplified border by border may cross themselves by less than a pixel; clipping wants them valid.
const mendOf = (table: string) => `update tile.${table}_next
  set geom = ST_Multi(ST_CollectionExtract(ST_MakeValid(geom), 3)) where not ST_IsValid(geom)`

/** Draws districts, and water with the same shores. @returns districts drawn */
export async function drawDistricts(drawing: Drawing): Promise<number> {
  const sheets = await readSheets(drawing, 'district')
  await replaceTable(drawing, 'district', {
    columns: AREA_COLUMNS,
    lines: areaLines(sheets, 'district'),
    mend: mendOf('district'),
  })
  await replaceTable(drawing, 'water', {
    columns: ['zoom', 'name', 'mark', 'geom'],
    lines: waterLines(sheets),
    mend: `${mendOf('water')}; ${CUT_WATER}`,
  })
  return writeEntries(
    drawing,
    'district',
    sheets.flatMap(sheet => entriesOf(sheet, 'district')),
  )
}

/** Draws neighbourhoods. @returns neighbourhoods drawn */
export async function drawNeighbourhoods(drawing: Drawing): Promise<number> {
  const sheets = await readSheets(drawing, 'neighbourhood')
  const content = { columns: AREA_COLUMNS, lines: areaLines(sheets, 'neighbourhood'), mend: mendOf('neighbourhood') }
  await replaceTable(drawing, 'neighbourhood', content)
  return writeEntries(
    drawing,
    'neighbourhood',
    sheets.flatMap(sheet => entriesOf(sheet, 'neighbourhood')),
  )
}

const AREA_COLUMNS = ['zoom', 'id', 'name', 'mark', 'geom']

// A sea is one outline of many thousand vertices; a tile should read only the piece it shows.
const CUT_WATER = `create temporary table water_piece on commit drop as
    select zoom, name, mark, ST_Multi(ST_Subdivide(geom, 128)) as geom from tile.water_next;
  truncate tile.water_next;
  insert into tile.water_next (zoom, name, mark, geom) select zoom, name, mark, geom from water_piece where ST_Dimension(geom) = 2;
  drop table water_piece`

async function readSheets(drawing: Drawing, level: Level): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  const provinces = await readProvinces(drawing)
  for (const [i, province] of provinces.entries()) {
    const areas = inHilbertOrder(await readAreas(drawing, level, province.id), area => middleOf(area.polygons))
    const water = level === 'district' ? await readWater(drawing, province.id) : []
    if (areas.length + water.length > 0)
      sheets.push({ areas, water, coverage: coverageOf([...areas, ...water].map(one => one.polygons)) })
    drawing.progress(level, i + 1, provinces.length)
  }
  return sheets
}

function* areaLines(sheets: readonly Sheet[], level: Level): Generator<string> {
  for (const zoom of ZOOMS[level]) {
    for (const { areas, coverage } of sheets) {
      const outlines = coverage.at(zoom)
      for (const [i, area] of areas.entries()) {
        const polygons = outlines[i] ?? []
        const mark = area.isApproximate ? 'a' : 's'
        if (polygons.length > 0) yield copyLine([zoom, area.id, area.name, mark, multiPolygonHex(polygons)])
      }
    }
  }
}

function* waterLines(sheets: readonly Sheet[]): Generator<string> {
  for (const zoom of ZOOMS.water) {
    for (const { areas, water, coverage } of sheets) {
      const outlines = coverage.at(zoom)
      for (const [i, { kind, name }] of water.entries()) {
        const polygons = outlines[areas.length + i] ?? []
        if (polygons.length > 0) yield copyLine([zoom, name, MARK_OF_WATER[kind] ?? 's', multiPolygonHex(polygons)])
      }
    }
  }
}

function entriesOf({ areas, coverage }: Sheet, level: Level): AreaEntry[] {
  const zooms = ZOOMS[level]
  const last = zooms[zooms.length - 1] ?? 14
  const finest = coverage.at(last)
  return areas.map((area, i) => ({
    ...area,
    box: boxOf(area.polygons.flat(2)),
    label: labelOf(finest[i] ?? [], area.name, [zooms[0], last]),
    neighbours: (coverage.neighbours[i] ?? []).flatMap(other => areas[other]?.id ?? []),
  }))
}

function middleOf(polygons: readonly Polygon[]): Position {
  const points = polygons.flat(2)
  const [x, y] = points.reduce(([sx, sy], [px, py]) => [sx + px, sy + py], [0, 0])
  return [x / points.length, y / points.length]
}
