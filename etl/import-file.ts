import { InputError, type Progress } from '../api/platform/command.ts'
import type { Database } from '../api/platform/database.ts'
import { turkishKey } from '../api/platform/turkish.ts'
import { extentAround, provinceFacts } from './geometry/province.ts'
import type { ImportAnswer, ImportKind, ImportOptions } from './import.contract.ts'
import type { Importer } from './loading/importer.ts'
import type { ImportSession } from './loading/session.ts'
import { Tally } from './loading/tally.ts'
import { type OpenedFile, openFile } from './reading/read-file.ts'

const IMPORTERS: Record<ImportKind, () => Promise<{ importer: Importer }>> = {
  districts: () => import('./districts/districts.load.ts'),
  neighbourhoods: () => import('./neighbourhoods/neighbourhoods.load.ts'),
  streets: () => import('./streets/streets.load.ts'),
  addresses: () => import('./addresses/addresses.load.ts'),
  points: () => import('./points/points.load.ts'),
  households: () => import('./households/households.load.ts'),
  'aid-records': () => import('./aid-records/aid-records.load.ts'),
}

type Hooks = Readonly<{ note: (text: string) => void; progress: Progress }>
const SILENT: Hooks = { note: () => {}, progress: () => {} }
const LOCK = 7_203_543 // advisory lock: one import at a time

/**
 * Imports one file in one transaction: all of what is good in it, or nothing when the file is broken or the import is
 * killed. A dry run does everything and rolls back. Afterwards drawn geometry is renewed.
 * @param db opened as the owner
 * @throws InputError when the file is absent, broken, cut, or an option does not fit it
 */
export async function importFile(
  db: Database,
  what: Readonly<{ kind: ImportKind; path: string; options?: ImportOptions }>,
  hooks: Hooks = SILENT,
): Promise<ImportAnswer> {
  const started = performance.now()
  const { importer } = await IMPORTERS[what.kind]()
  const options = what.options ?? {}
  const file = await openFile(what.path, options.layer, hooks.progress)
  for (const note of file.notes) hooks.note(note)
  const session = await inTransaction(db, options, client =>
    work({ db, client, kind: what.kind, file, options, importer, ...hooks }),
  )
  const counts = session.tally.counts()
  const isChanged = counts.loaded + counts.updated > 0
  if (importer.isDrawn && isChanged && !options.dryRun) await redraw(db, hooks)
  const seconds = Math.round(performance.now() - started) / 1000
  const answer = {
    kind: what.kind,
    ...counts,
    encoding: file.encoding,
    province: session.province.id,
    dry_run: options.dryRun ?? false,
    seconds,
  }
  return answer
}

type Job = Readonly<{
  db: Database
  client: ImportSession['client']
  kind: ImportKind
  file: OpenedFile
  options: ImportOptions
  importer: Importer
}> &
  Hooks

async function inTransaction<T>(
  db: Database,
  options: ImportOptions,
  run: (client: ImportSession['client']) => Promise<T>,
): Promise<T> {
  const client = await db.pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    const result = await run(client)
    await client.query(options.dryRun ? 'rollback' : 'commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

async function work({ importer, ...job }: Job): Promise<ImportSession> {
  const province = await ensureProvince(job)
  const date = job.options.date ?? today()
  const session: ImportSession = { ...job, province, date, tally: new Tally(importer.isPersonal) }
  for (const note of job.file.notes) session.tally.note(note)
  await importer.load(session)
  const counts = session.tally.counts()
  // Values of rejected rows may be people's: the record keeps where and why, not what.
  const rejected = counts.rejected.slice(0, 1000).map(({ line, field, why }) => ({ line, field, why }))
  const result = { ...counts, rejected_rows: counts.rejected.length, rejected }
  await job.client.query(
    'insert into komsu.import_batch (kind, file_name, file_sha256, result) values ($1, $2, $3, $4)',
    [job.kind, job.file.name, job.file.sha256, result],
  )
  return session
}

async function ensureProvince({ client, options, note }: Omit<Job, 'importer'>): Promise<ImportSession['province']> {
  const there = (await client.query('select id from komsu.province order by id')).rows.map(row => Number(row.id))
  const id = options.province ?? (there.length === 1 ? there[0] : 35)
  const fact = provinceFacts().find(one => one.id === id)
  if (!fact) throw new InputError(`Plaka kodu ${id} olan il yok (1–81). / There is no province with plate code ${id}.`)
  if (options.province === undefined && there.length > 1)
    note(`İl söylenmedi: ${fact.name} varsayıldı (--province). / Province taken as ${fact.name}.`)
  if (!there.includes(fact.id))
    await client.query('insert into komsu.province (id, name, name_key) values ($1, $2, $3)', [
      fact.id,
      fact.name,
      turkishKey(fact.name),
    ])
  return { id: fact.id, name: fact.name, extent: extentAround(fact) }
}

async function redraw(db: Database, { progress }: Hooks): Promise<void> {
  const { drawGeometry } = await import('./draw-geometry/draw-geometry.ts')
  await drawGeometry(db, progress)
}

/** Today in Turkey, ISO. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Istanbul' }).format(new Date())
}
