import { fieldedRows } from '../loading/fielded-rows.ts'
import type { Importer } from '../loading/importer.ts'
import { indexBoundaries } from '../loading/read-boundaries.ts'
import { loadRegistry } from '../loading/registry.ts'
import type { ImportSession } from '../loading/session.ts'
import { repeated } from '../loading/tally.ts'
import { readStreets, StreetBook } from '../streets/street-book.ts'
import { type AddressRecord, addressFields, addressKey } from './addresses.contract.ts'
import { type Gazetteer, readAddress } from './addresses.read.ts'
import { saveAddresses } from './save-addresses.ts'

const BATCH = 2000
const fields = { ...addressFields, quality: ['quality', 'kalite'] }

export const importer: Importer = { fields, isPersonal: false, isDrawn: false, load: loadAddresses }

/** Everything needed to place addresses in a province, in memory. */
export async function openGazetteer(session: ImportSession): Promise<Gazetteer> {
  const { client, province } = session
  return {
    registry: await loadRegistry(client, province.id),
    streets: new StreetBook(session, await readStreets(client, province.id)),
    neighbourhoods: await indexBoundaries(client, 'neighbourhood', province.id),
  }
}

/** Writes the addresses of a file, a batch at a time. */
async function loadAddresses(session: ImportSession): Promise<void> {
  const where = await openGazetteer(session)
  const seen = new Map<string, number>()
  let batch: AddressRecord[] = []
  for await (const row of fieldedRows(session, { fields, geometry: 'point' })) {
    const record = readAddress(row, where)
    const before = 'why' in record ? undefined : seen.get(addressKey(record))
    if ('why' in record) session.tally.reject(row.line, record)
    else if (before !== undefined)
      session.tally.reject(
        row.line,
        repeated(
          row.theirs(record.uavtCode === null ? 'door_no' : 'uavt_code'),
          record.uavtCode ?? record.doorNo ?? '',
          before,
        ),
      )
    else {
      seen.set(addressKey(record), row.line)
      batch.push(record)
    }
    if (batch.length < BATCH) continue
    await flush(session, batch)
    batch = []
  }
  await flush(session, batch)
}

async function flush(session: ImportSession, batch: readonly AddressRecord[]): Promise<void> {
  for (const { outcome } of (await saveAddresses(session, batch)).values()) session.tally.count(outcome)
}
