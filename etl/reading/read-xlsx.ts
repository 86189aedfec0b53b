import ExcelJS from 'exceljs'
import { InputError } from '../../api/platform/command.ts'
import { columnNames } from './read-csv.ts'
import type { Cell, Row, Source } from './reading.contract.ts'

/**
 * Reads a sheet of an Excel workbook (.xlsx): the one named, or the first with a header and a row under it.
 * The header is the first row with at least two filled cells.
 * @throws InputError when the workbook cannot be opened or holds no table
 */
export async function readXlsx(path: string, sheetName?: string): Promise<Source> {
  const book = await open(path)
  const sheet = choose(book, sheetName)
  const others = book.worksheets.filter(one => one !== sheet).map(one => one.name)
  const notes =
    others.length > 0
      ? [`Sayfa "${sheet.name}" okunuyor; ötekiler: ${others.join(', ')}. / Reading sheet "${sheet.name}".`]
      : []
  return { format: 'xlsx', encoding: null, crs: null, layer: sheet.name, notes, rows: readRows(sheet) }
}

async function open(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.readFile(path)
    return book
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(
      `Excel dosyası açılamadı (${why}). .xlsx olarak yeniden kaydedin. / The workbook cannot be opened; save it again as .xlsx.`,
    )
  }
}

function choose(book: ExcelJS.Workbook, name?: string): ExcelJS.Worksheet {
  const names = book.worksheets.map(one => one.name).join(', ')
  const sheet = name ? book.getWorksheet(name) : book.worksheets.find(one => one.actualRowCount > 1)
  if (!sheet)
    throw new InputError(
      `${name ? `"${name}" adlı sayfa yok` : 'Dolu sayfa yok'}. Sayfalar: ${names}. / No such sheet with rows.`,
    )
  return sheet
}

async function* readRows(sheet: ExcelJS.Worksheet): AsyncGenerator<Row> {
  let header: string[] | undefined
  for (let line = 1; line <= sheet.rowCount; line++) {
    const values = valuesOf(sheet.getRow(line))
    const filled = values.filter(value => value !== null).length
    if (!header && filled >= 2) header = columnNames(values)
    else if (header && filled > 0) yield { line, geometry: null, cells: toCells(header, values) }
  }
}

function toCells(header: readonly string[], values: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(header.map((name, i) => [name, values[i] ?? null]))
}

function valuesOf(row: ExcelJS.Row): Cell[] {
  const values: Cell[] = []
  for (let column = 1; column <= row.cellCount; column++) values.push(toCell(row.getCell(column).value))
  return values
}

function toCell(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (typeof value !== 'object') return value
  if ('richText' in value)
    return value.richText
      .map(part => part.text)
      .join('')
      .trim()
  if ('result' in value || 'formula' in value || 'sharedFormula' in value)
    return toCell((value.result ?? null) as ExcelJS.CellValue)
  if ('text' in value) return toCell(value.text as ExcelJS.CellValue)
  return null // an error value such as #N/A says nothing
}
