import { type AddressRecord, addressKey } from '../addresses/addresses.contract.ts'
import { openGazetteer } from '../addresses/addresses.load.ts'
import { saveAddresses } from '../addresses/save-addresses.ts'
import { fieldedRows } from '../loading/fielded-rows.ts'
import type { Importer } from '../loading/importer.ts'
import type { ImportSession } from '../loading/session.ts'
import type { Outcome } from '../loading/tally.ts'
import { type HouseholdRecord, householdFields } from './households.contract.ts'
import { readHousehold } from './households.read.ts'
import { saveFacts } from './save-facts.ts'
import { saveHouseholds } from './save-households.ts'
import { savePeople } from './save-people.ts'

const BATCH = 1000 // rows; a batch ends only between two households

const ODD_PHONE = [
  'Telefon anlaşılmadı ve alınmadı; satırın geri kalanı alındı.',
  'The phone is not understood and was left out; the rest of the row was taken.',
] as const

/** A row with the household it belongs to. */
export type Filed = HouseholdRecord & Readonly<{ fileNo: string }>
/** Rows still good, with what happened to each so far. */
export type Batch = Readonly<{
  rows: Filed[]
  outcomes: Map<number, Outcome[]>
  addressIds: ReadonlyMap<string, number>
}>

export const importer: Importer = { fields: householdFields, isPersonal: true, isDrawn: false, load: loadHouseholds }

/** Writes households, their people and dated facts, a batch of whole households at a time. */
async function loadHouseholds(session: ImportSession): Promise<void> {
  const where = await openGazetteer(session)
  let rows: HouseholdRecord[] = []
  for await (const row of fieldedRows(session, { fields: householdFields, geometry: 'point', personal: true })) {
    const record = readHousehold(row, where)
    if ('why' in record) {
      session.tally.reject(row.line, record)
      continue
    }
    if (record.hasOddPhone) session.tally.mend(row.line, ODD_PHONE)
    if (rows.length >= BATCH && (record.fileNo === null || record.fileNo !== rows.at(-1)?.fileNo)) {
      await flush(session, rows)
      rows = []
    }
    rows.push(record)
  }
  await flush(session, rows)
}

async function flush(session: ImportSession, records: readonly HouseholdRecord[]): Promise<void> {
  if (records.length === 0) return
  const filed = await fileNumbers(session, records)
  const addresses = await saveAddresses(
    session,
    filed.flatMap(row => (row.address ? [row.address] : [])),
  )
  const outcomes = new Map(filed.map(row => [row.line, [outcomeOf(row.address, addresses)]]))
  const addressIds = new Map([...addresses].map(([key, { id }]) => [key, id]))
  const batch: Batch = { rows: filed, outcomes, addressIds }
  const households = await saveHouseholds(session, batch)
  const people = await savePeople(session, batch, households)
  await saveFacts(session, batch, { households, people })
  for (const { line } of batch.rows) session.tally.count(worst(outcomes.get(line) ?? []))
}

/** An address newly written matters to the row's count only when it is an existing household's new address. */
function outcomeOf(address: AddressRecord | null, saved: Awaited<ReturnType<typeof saveAddresses>>): Outcome {
  const outcome = address ? saved.get(addressKey(address))?.outcome : undefined
  return outcome === 'updated' ? 'updated' : 'unchanged'
}

function worst(outcomes: readonly Outcome[]): Outcome {
  return outcomes.find(one => one === 'loaded') ?? outcomes.find(one => one === 'updated') ?? 'unchanged'
}

/** Rows without a file number belong to the household of their person, or to a new one numbered after them. */
async function fileNumbers({ client }: ImportSession, records: readonly HouseholdRecord[]): Promise<Filed[]> {
  const unfiled = records.flatMap(one => (one.fileNo === null && one.person ? [one.person.nationalId] : []))
  const known = await client.query(
    'select p.national_id, h.file_no from komsu.person p join komsu.household h on h.id = p.household_id where p.national_id = any ($1)',
    [unfiled],
  )
  const byPerson = new Map<string, string>(known.rows.map(row => [row.national_id, row.file_no]))
  const {
    rows: [counter],
  } = await client.query(
    `select coalesce(max(substr(file_no, 4)::bigint), 0) as last from komsu.household where file_no ~ '^AK-[0-9]{1,15}$'`,
  )
  let last = Number(counter.last)
  const numbered = new Map<string, string>()
  return records.map(one => {
    const id = one.person?.nationalId ?? ''
    const fileNo = one.fileNo ?? byPerson.get(id) ?? numbered.get(id) ?? `AK-${String(++last).padStart(6, '0')}`
    numbered.set(id, fileNo)
    return { ...one, fileNo }
  })
}
