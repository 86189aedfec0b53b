import { rmSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { migrate, pending } from '../../../sql/migrate.ts'
import type { DB } from '../../../sql/schema.generated.ts'
import type { Config } from '../config.ts'
import { type Database, openDatabase, openOnEmbedded } from '../database.ts'
import { type Embedded, hasEmbedded, isInUse, openEmbedded } from '../embedded/open-embedded.ts'
import { demoState, markDemo } from './demo-marker.ts'
import { StartError } from './start-error.ts'

type Note = (text: string) => void

export type Preparing = Readonly<{
  /** Fills an empty database with the demo city. */
  makeCity: (db: Database) => Promise<void>
  note: Note
  /** Seconds to wait for another process to leave the data folder: one just stopped may still be writing. */
  patience?: number
}>

/**
 * Opens a native database at this version.
 * @throws StartError when it is out of reach, or behind this version and KOMSU_MIGRATE is not set
 */
export async function openNativeReady(config: Config, note: Note): Promise<Database> {
  const db = await openDatabase(config, 'app')
  try {
    const waiting = await pendingOf(db)
    if (waiting.length === 0) return db
    if (!config.migrateAtStart)
      throw new StartError(`Veritabanı bu sürümde değil (${waiting.length} değişiklik bekliyor). Önce: npm run komsu -- migrate
The database is not at this version (${waiting.length} changes wait). First: npm run komsu -- migrate
(KOMSU_MIGRATE=true: at every start)`)
    note('Veritabanı bu sürüme getiriliyor · migrating')
    await migrateAsOwner(config)
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

async function pendingOf(db: Database): Promise<string[]> {
  try {
    const { migrations, definitions } = await pending(db.pool)
    return [...migrations, ...definitions]
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === '42501') return ['public.komsu_migration'] // never migrated to a version that lets the server look
    const why = error instanceof Error && error.message ? error.message : code
    throw new StartError(`Veritabanına ulaşılamıyor · the database is out of reach: ${why}
npm run komsu -- doctor`)
  }
}

async function migrateAsOwner(config: Config): Promise<void> {
  const owner = await openDatabase(config, 'owner')
  try {
    await migrate(owner.pool, { appPassword: config.appPassword })
  } finally {
    await owner.close()
  }
}

/**
 * Opens the embedded database of the data folder at this version; made, and filled with the demo city, when it is new.
 * A demo city whose making was interrupted is thrown away with its database and made anew.
 * @throws StartError when another process has it open, or it cannot be opened
 */
export async function openEmbeddedReady(config: Config, { makeCity, note, patience = 20 }: Preparing) {
  const folder = `${config.dataFolder}/pg`
  await untilFree(folder, note, patience)
  if (demoState(config.dataFolder) === 'building') {
    note('Yarım kalmış demo kenti siliniyor, baştan kurulacak · an unfinished demo city is made anew')
    rmSync(folder, { recursive: true, force: true })
  }
  const isNew = !hasEmbedded(folder)
  if (isNew) markDemo(config.dataFolder, 'building')
  note(
    isNew
      ? 'Gömülü PostGIS ilk kez kuruluyor (yaklaşık 20 sn) · making the embedded PostGIS'
      : 'Gömülü PostGIS açılıyor',
  )
  const embedded = await openOrExplain(folder)
  const db = openOnEmbedded(embedded)
  await migrate(db.pool)
  if (isNew || !(await hasPlaces(db.kysely))) {
    markDemo(config.dataFolder, 'building')
    await makeCity(db)
    markDemo(config.dataFolder, 'ready')
  }
  return { db, died: embedded.died }
}

/** Whether the database knows any province: something was imported or made. */
export async function hasPlaces(trx: Kysely<DB>): Promise<boolean> {
  return (await trx.selectFrom('province').select('id').limit(1).executeTakeFirst()) !== undefined
}

async function untilFree(folder: string, note: Note, patience: number): Promise<void> {
  for (let waited = 0; await isInUse(folder); waited++) {
    if (waited === 0) note('Bu veri klasörü kullanımda, boşalması bekleniyor · waiting for the data folder')
    if (waited >= patience)
      throw new StartError(`Bu veri klasörünü başka bir Komşu kullanıyor (npm start ya da npm run komsu): ${folder}
Another Komşu has this data folder open. Stop it, or set KOMSU_DATA to another folder.`)
    await new Promise(done => setTimeout(done, 1000))
  }
}

async function openOrExplain(folder: string): Promise<Embedded> {
  try {
    return await openEmbedded(folder)
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}
Gömülü veritabanı açılamadı. Yedeğiniz varsa geri koyun; yoksa klasörü silip npm start ile yeniden kurun: ${folder}
The embedded database did not open. Restore your copy, or delete the folder and npm start again.`)
  }
}
