import { addressKey } from '../addresses/addresses.contract.ts'
import { type ImportSession, stage, touched } from '../loading/session.ts'
import type { Outcome } from '../loading/tally.ts'
import { fault } from '../reading/reading.contract.ts'
import type { Batch, Filed } from './households.load.ts'

type Known = Readonly<{ id: number; address_id: number; flat_no: string | null; formed_on: string }>

const LIKE = { file_no: 'text', address_id: 'bigint', flat_no: 'text', formed_on: 'date' }

/**
 * Finds or writes the households of a batch by file number. Rows of a new household that gives no address are rejected and
 * leave the batch.
 * @returns household id by file number
 */
export async function saveHouseholds(session: ImportSession, batch: Batch): Promise<Map<string, number>> {
  const before = await findHouseholds(session, batch.rows)
  const merged = mergedByFile(batch.rows)
  const staged: (string | number | null)[][] = []
  for (const [fileNo, one] of merged) {
    const known = before.get(fileNo)
    const addressId = one.address
      ? (batch.addressIds.get(addressKey(one.address)) ?? null)
      : (known?.address_id ?? null)
    if (addressId === null) drop(session, batch, fileNo)
    else {
      mark(batch, fileNo, outcomeOf(known, { ...one, addressId }))
      staged.push([
        fileNo,
        addressId,
        one.flatNo ?? known?.flat_no ?? null,
        one.formedOn ?? known?.formed_on ?? session.date,
      ])
    }
  }
  await stage(session, { name: 'household_in', like: LIKE }, staged)
  await write(session)
  return new Map([...(await findHouseholds(session, batch.rows))].map(([fileNo, { id }]) => [fileNo, id]))
}

async function findHouseholds({ client }: ImportSession, rows: readonly Filed[]): Promise<Map<string, Known>> {
  const found = await client.query(
    'select file_no, id, address_id, flat_no, formed_on from komsu.household where file_no = any ($1)',
    [rows.map(row => row.fileNo)],
  )
  return new Map(found.rows.map(row => [row.file_no, row]))
}

/** What the rows of each household say together; the first row that says something is heard. */
function mergedByFile(rows: readonly Filed[]): Map<string, Pick<Filed, 'address' | 'flatNo' | 'formedOn'>> {
  const merged = new Map<string, Pick<Filed, 'address' | 'flatNo' | 'formedOn'>>()
  for (const { fileNo, address, flatNo, formedOn } of rows) {
    const one = merged.get(fileNo)
    merged.set(fileNo, {
      address: one?.address ?? address,
      flatNo: one?.flatNo ?? flatNo,
      formedOn: one?.formedOn ?? formedOn,
    })
  }
  return merged
}

function outcomeOf(
  known: Known | undefined,
  one: { addressId: number; flatNo: string | null; formedOn: string | null },
): Outcome {
  if (!known) return 'loaded'
  const isMoved = known.address_id !== one.addressId || (one.flatNo !== null && one.flatNo !== known.flat_no)
  return isMoved || (one.formedOn !== null && one.formedOn !== known.formed_on) ? 'updated' : 'unchanged'
}

/** A new household counts for each of its rows, a changed one for the first. */
function mark({ rows, outcomes }: Batch, fileNo: string, outcome: Outcome): void {
  const own = rows.filter(row => row.fileNo === fileNo)
  for (const row of outcome === 'loaded' ? own : own.slice(0, 1)) outcomes.get(row.line)?.push(outcome)
}

function drop({ tally }: ImportSession, { rows }: Batch, fileNo: string): void {
  for (const row of rows.filter(one => one.fileNo === fileNo))
    tally.reject(
      row.line,
      fault(row.theirs('neighbourhood_name'), null, [
        'Yeni hanenin adresi yok: en az mahalle gerekir.',
        'A new household needs an address: at least its neighbourhood.',
      ]),
    )
  rows.splice(0, rows.length, ...rows.filter(one => one.fileNo !== fileNo))
}

async function write(session: ImportSession): Promise<void> {
  await touched(
    session,
    `update komsu.household h set address_id = a.id, district_id = a.district_id, neighbourhood_id = a.neighbourhood_id, street_id = a.street_id, flat_no = s.flat_no, formed_on = s.formed_on
     from pg_temp.household_in s join komsu.address a on a.id = s.address_id
     where h.file_no = s.file_no and row(h.address_id, h.flat_no, h.formed_on) is distinct from row(s.address_id, s.flat_no, s.formed_on)`,
  )
  await touched(
    session,
    `insert into komsu.household (file_no, address_id, district_id, neighbourhood_id, street_id, flat_no, formed_on, source)
     select s.file_no, a.id, a.district_id, a.neighbourhood_id, a.street_id, s.flat_no, s.formed_on, $1 from pg_temp.household_in s
     join komsu.address a on a.id = s.address_id where not exists (select from komsu.household h where h.file_no = s.file_no)`,
    [`import:${session.file.name}`],
  )
}
