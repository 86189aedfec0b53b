import { InputError, UsageError } from '../../api/platform/command.ts'
import { lowerTurkish } from '../../api/platform/turkish.ts'
import type { Cell } from './reading.contract.ts'

/** For each of our fields, the names files give it (folded by `columnKey`), the surest first. */
export type FieldNames = Readonly<Record<string, readonly string[]>>

/** Which column of a file says what. */
export type Columns = Readonly<{
  /** Our field → their column. */
  theirs: ReadonlyMap<string, string>
  /** Columns that say nothing we know. */
  unused: readonly string[]
}>

const FOLD: Record<string, string> = { ı: 'i', ş: 's', ğ: 'g', ç: 'c', ö: 'o', ü: 'u', â: 'a', î: 'i', û: 'u' }

/** "MAHALLE_ADI", "Mahalle Adı" and "mahalleadi" are one column name. */
export function columnKey(name: string): string {
  return lowerTurkish(name)
    .replace(/[ışğçöüâîû]/g, letter => FOLD[letter] ?? letter)
    .replace(/i̇/g, 'i')
    .replace(/[^a-z0-9@]/g, '')
}

/**
 * Matches the columns of a file to our fields: first as asked (`their=ours`, also given the other way round), then by
 * the names files usually give them.
 * @throws UsageError for a field that is not ours, InputError for a column the file does not have
 */
export function chooseColumns(
  columns: readonly string[],
  names: FieldNames,
  asked: readonly (readonly [string, string])[],
): Columns {
  const theirs = new Map<string, string>()
  for (const pair of asked) {
    const [column, field] = oriented(pair, columns, names)
    theirs.set(field, column)
  }
  const taken = new Set(theirs.values())
  for (const [field, aliases] of Object.entries(names)) {
    if (theirs.has(field)) continue
    const column = aliases
      .map(alias => columns.find(one => !taken.has(one) && columnKey(one) === alias))
      .find(one => one !== undefined)
    if (column === undefined) continue
    theirs.set(field, column)
    taken.add(column)
  }
  return { theirs, unused: columns.filter(column => !taken.has(column)) }
}

function oriented(
  [left, right]: readonly [string, string],
  columns: readonly string[],
  names: FieldNames,
): [string, string] {
  const find = (name: string) =>
    columns.find(one => one === name) ?? columns.find(one => columnKey(one) === columnKey(name))
  const isOurs = (name: string) => name in names || /^population_\d{4}$/.test(name)
  const isMisspelt = !isOurs(right) && (!isOurs(left) || (find(left) !== undefined && find(right) === undefined))
  if (isMisspelt)
    throw new UsageError(
      `--map ${left}=${right}: "${right}" diye bir alan yok. Alanlar: ${Object.keys(names).join(', ')}. / There is no such field.`,
    )
  const column = isOurs(right) ? find(left) : undefined
  if (column) return [column, right]
  const reversed = isOurs(left) ? find(right) : undefined
  if (reversed) return [reversed, left]
  throw new InputError(
    `Dosyada "${isOurs(right) ? left : right}" sütunu yok. Sütunlar: ${columns.join(', ')}. / The file has no such column.`,
  )
}

/** Columns holding residents of a year: population_2023, nufus2025, "NÜFUS 2024". */
export function populationColumns(columns: readonly string[]): { column: string; year: number }[] {
  return columns.flatMap(column => {
    const year =
      /^(?:population|nufus|toplamnufus|pop)(\d{4})$/.exec(columnKey(column))?.[1] ??
      /^(\d{4})(?:population|nufus|nufusu)$/.exec(columnKey(column))?.[1]
    return year ? [{ column, year: Number(year) }] : []
  })
}

/** Cells under our names. */
export function pickCells(cells: Readonly<Record<string, Cell>>, columns: Columns): Record<string, Cell> {
  const picked: Record<string, Cell> = {}
  for (const [field, column] of columns.theirs) picked[field] = cells[column] ?? null
  return picked
}
