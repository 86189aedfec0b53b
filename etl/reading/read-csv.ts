import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { InputError } from '../../api/platform/command.ts'
import { decodedChunks, type TextHow } from './encoding.ts'
import { type Cell, fault, type Row, type Source } from './reading.contract.ts'

const DELIMITERS = [';', '\t', ',', '|'] as const

/**
 * Reads a delimited text table whose first line names the columns. The delimiter is the one that cuts the header into
 * most columns. A row with too many or too few columns is a fault of that row; an unclosed quote breaks the file.
 * @throws InputError when the file is empty or a quote never closes
 */
export async function readCsv(path: string, how: TextHow): Promise<Source> {
  const delimiter = sniffDelimiter(await firstLine(path, { ...how, seen: () => {} }))
  return {
    format: 'csv',
    encoding: how.encoding,
    crs: null,
    layer: null,
    notes: [],
    rows: readRows(path, how, delimiter),
  }
}

async function* readRows(path: string, how: TextHow, delimiter: string): AsyncGenerator<Row> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  })
  const text = Readable.from(withPlainBreaks(decodedChunks(path, how)))
  text.on('error', error => parser.destroy(error))
  let header: string[] | undefined
  try {
    for await (const { record, info } of text.pipe(parser)) {
      if (!header) header = columnNames(record)
      else yield toRow(header, record, info.lines)
    }
  } catch (error) {
    // The library's message may quote a value of a person; its code and line may not.
    if (error instanceof CsvError)
      throw new InputError(
        `CSV bozuk ya da yarıda kesilmiş (${error.code}, satır ${String(error.lines ?? '?')}). / The CSV is broken or cut.`,
      )
    throw error
  }
  if (!header) throw new InputError('Dosya boş: başlık satırı yok. / The file is empty: no header line.')
}

/** Line breaks as \n: the parser counts a \r\n inside quotes as two lines. */
async function* withPlainBreaks(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const chunk of chunks) {
    const text = held + chunk
    held = text.endsWith('\r') ? '\r' : ''
    yield (held ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n')
  }
  if (held) yield '\n'
}

function toRow(header: readonly string[], record: readonly string[], line: number): Row {
  const cells: Record<string, Cell> = {}
  header.forEach((name, i) => {
    const text = record[i] ?? ''
    cells[name] = text === '' ? null : text
  })
  const row = { line, cells, geometry: null }
  return fits(header, record) ? row : { ...row, fault: badCount(header.length, record.length) }
}

// Spreadsheets often leave empty columns at the end of a line, and leave out empty last columns.
function fits(header: readonly string[], record: readonly string[]): boolean {
  return (
    record.length === header.length ||
    (record.length > header.length && record.slice(header.length).every(cell => cell === ''))
  )
}

function badCount(wanted: number, found: number) {
  return fault('line', found, [
    `Satırda ${wanted} yerine ${found} sütun var; ayraç veya tırnak eksik olabilir.`,
    `The line has ${found} columns instead of ${wanted}; a delimiter or quote may be missing.`,
  ])
}

/** Column names made unique; unnamed ones become "column 3". */
export function columnNames(cells: readonly unknown[]): string[] {
  const seen = new Map<string, number>()
  return Array.from(cells, (cell, i) => {
    const name = String(cell ?? '').trim() || `column ${i + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} ${count}`
  })
}

async function firstLine(path: string, how: TextHow): Promise<string> {
  let text = ''
  for await (const chunk of decodedChunks(path, how)) {
    text += chunk
    if (/[\r\n]/.test(text.trimStart())) break
  }
  return text.trimStart().split(/\r|\n/, 1)[0] ?? ''
}

function sniffDelimiter(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map(delimiter => ({ delimiter, count: bare.split(delimiter).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
