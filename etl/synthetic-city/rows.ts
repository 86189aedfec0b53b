import type { Day } from './calendar.ts'
import type { Writer } from './case-rows.ts'
import type { Household } from './household.ts'
import { writeHousehold } from './household-rows.ts'
import { randomOf } from './random.ts'
import { NUMBERED, TABLE_NAMES, type TableName } from './tables.ts'
import type { TwinKind } from './twins.ts'

export type Dwelt = Readonly<{ address: number; district: number; neighbourhood: number; street: number; flat: number }>

/** COPY text of each table, in pieces. */
export type Rows = Readonly<Record<TableName, readonly Buffer[]>>

/** Collects rows as COPY text, numbering each table from 1 (addresses from where the database stands). */
export type RowWriter = Readonly<{
  address: (place: Omit<Dwelt, 'address' | 'flat'>, door: number, point: string) => number
  /** @returns its id */
  household: (household: Household, at: Dwelt) => number
  /** Keeps the truth that two files are of one family. */
  planted: (first: number, second: number, kind: TwinKind) => void
  /** What was written since the last call. */
  flush: () => Rows
  counts: () => Record<TableName, number>
}>

/** @param from highest address id already taken */
export function rowWriter(of: { seed: number; until: Day; addressesFrom: number; minimumScore: number }): RowWriter {
  const last = Object.fromEntries(TABLE_NAMES.map(name => [name, 0])) as Record<TableName, number>
  let pages = emptyPages()
  const add = (table: TableName, rest: string): number => {
    const id = ++last[table]
    const page = pages[table]
    const key = table === 'address' ? `${id + of.addressesFrom}\t` : NUMBERED.includes(table) ? `${id}\t` : ''
    page.text += `${key}${rest}\n`
    if (page.text.length > PAGE) turn(page)
    return id
  }
  const write: Writer = {
    add,
    peek: table => last[table] + 1,
    uuid: (kind, id) => uuidOf(of.seed, kind, id),
    until: of.until,
    minimumScore: of.minimumScore,
    birthdays: randomOf(of.seed, 'birthdays'),
    extras: randomOf(of.seed, 'extras'),
  }
  return {
    address: (place, door, point) =>
      add(
        'address',
        `${place.district}\t${place.neighbourhood}\t${place.street}\t${door}\tdoor\tSRID=4326;POINT(${point})`,
      ) + of.addressesFrom,
    household: (household, at) => writeHousehold(write, household, at),
    planted: (first, second, kind) => void add('planted_duplicate', `${first}\t${second}\t${kind}`),
    flush: () => {
      const written = pages
      pages = emptyPages()
      for (const name of TABLE_NAMES) turn(written[name])
      return Object.fromEntries(TABLE_NAMES.map(name => [name, written[name].done])) as unknown as Rows
    },
    counts: () => ({ ...last }),
  }
}

type Page = { text: string; done: Buffer[] }
const PAGE = 1 << 15

// Bytes leave the garbage-collected heap page by page: one long growing string per table cost more than all the drawing of lots.
function turn(page: Page): void {
  if (page.text === '') return
  page.done.push(Buffer.from(page.text))
  page.text = ''
}

function emptyPages(): Record<TableName, Page> {
  return Object.fromEntries(TABLE_NAMES.map(name => [name, { text: '', done: [] }])) as unknown as Record<
    TableName,
    Page
  >
}

// The client-made id of a deed must repeat with the seed too, so it is counted, not drawn (version 8: of one's own making).
function uuidOf(seed: number, kind: number, id: number): string {
  const head = (seed >>> 0).toString(16).padStart(8, '0')
  return `${head}-${kind.toString(16).padStart(4, '0')}-8000-8000-${id.toString(16).padStart(12, '0')}`
}
