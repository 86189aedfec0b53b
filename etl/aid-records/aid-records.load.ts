import { createHash } from 'node:crypto'
import { fieldedRows } from '../loading/fielded-rows.ts'
import type { Importer } from '../loading/importer.ts'
import { mergeStaged } from '../loading/merge-staged.ts'
import { type ImportSession, stage } from '../loading/session.ts'
import { repeated } from '../loading/tally.ts'
import { fault } from '../reading/reading.contract.ts'
import { type AidRecord, aidFields } from './aid-records.contract.ts'
import { readAid } from './aid-records.read.ts'

const BATCH = 2000
const LIKE = {
  household_id: 'bigint',
  aid_type_code: 'text',
  amount_kurus: 'bigint',
  given_on: 'date',
  giver: 'text',
  external_ref: 'text',
}

export const importer: Importer = { fields: aidFields, isPersonal: true, isDrawn: false, load: loadAid }

/** Writes the aid given; giver and external_ref are its natural key, made from the aid itself where the file has none. */
async function loadAid(session: ImportSession): Promise<void> {
  const types = (await session.client.query('select code, name_tr, name_en from komsu.aid_type order by code')).rows
  const seen = new Map<string, number>()
  let batch: AidRecord[] = []
  for await (const row of fieldedRows(session, { fields: aidFields, geometry: null, personal: true })) {
    const record = readAid(row, types)
    if ('why' in record) session.tally.reject(row.line, record)
    else batch.push(record)
    if (batch.length < BATCH) continue
    await flush(session, batch, seen)
    batch = []
  }
  await flush(session, batch, seen)
}

async function flush(session: ImportSession, batch: readonly AidRecord[], seen: Map<string, number>): Promise<void> {
  if (batch.length === 0) return
  const households = await findHouseholds(session, batch)
  const rows: (string | number | null)[][] = []
  for (const one of batch) {
    const household =
      (one.fileNo !== null ? households.get(`file ${one.fileNo}`) : undefined) ??
      (one.nationalId !== null ? households.get(`person ${one.nationalId}`) : undefined)
    if (household === undefined) reject(session, one)
    else {
      const ref = one.externalRef ?? madeRef(one, household, seen)
      const key = `${one.giver} ${ref}`
      const before = seen.get(key)
      seen.set(key, one.line)
      if (before !== undefined) session.tally.reject(one.line, repeated(one.theirs('external_ref'), ref, before))
      else rows.push([household, one.aidTypeCode, one.amountKurus, one.givenOn, one.giver, ref])
    }
  }
  await stage(session, { name: 'aid_in', like: LIKE }, rows)
  await mergeStaged(session, {
    table: 'komsu.aid',
    staged: 'aid_in',
    key: ['giver', 'external_ref'],
    columns: Object.keys(LIKE),
  })
}

async function findHouseholds({ client }: ImportSession, batch: readonly AidRecord[]): Promise<Map<string, number>> {
  const found = await client.query(
    `select 'file ' || file_no as key, id from komsu.household where file_no = any ($1)
     union all select 'person ' || national_id, household_id from komsu.person where national_id = any ($2)`,
    [batch.map(one => one.fileNo), batch.map(one => one.nationalId)],
  )
  return new Map(found.rows.map(row => [row.key, Number(row.id)]))
}

function reject({ tally }: ImportSession, one: AidRecord): void {
  const [field, value] = one.fileNo !== null ? ['file_no', one.fileNo] : ['national_id', one.nationalId]
  tally.reject(
    one.line,
    fault(one.theirs(field ?? ''), value ?? null, [
      'Bu hane kayıtlı değil; önce haneleri içe aktarın.',
      'This household is not known; import households first.',
    ]),
  )
}

/** The same aid twice on one day is two aids: the n-th of its like has the n-th reference. */
function madeRef(one: AidRecord, household: number, seen: Map<string, number>): string {
  const hash = createHash('sha256')
    .update([household, one.aidTypeCode, one.givenOn, one.amountKurus ?? '', one.giver].join('|'))
    .digest('hex')
    .slice(0, 24)
  for (let nth = 1; ; nth++) if (!seen.has(`${one.giver} ${hash}-${nth}`)) return `${hash}-${nth}`
}
