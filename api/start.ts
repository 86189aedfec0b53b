/** What `npm start` does: builds what is missing, opens the database, serves everything on one address. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { listOutdatedMonths } from './need-map/release.queries.ts'
import { DEMO_PASSWORD, ensureDemoOfficers, tellAccounts } from './officers/ensure-demo-officers.ts'
import { listDemoUsernames } from './officers/officer.queries.ts'
import { progressOn } from './platform/command.ts'
import { type Config, readConfig } from './platform/config.ts'
import type { Database } from './platform/database.ts'
import { buildApp } from './platform/http/app.ts'
import type { App } from './platform/http/slice.ts'
import { asService } from './platform/officer.ts'
import { assertPortFree } from './platform/start/free-port.ts'
import { hasPlaces, openEmbeddedReady, openNativeReady } from './platform/start/open-ready.ts'
import { StartError } from './platform/start/start-error.ts'
import { stopOnSignals } from './platform/start/stop-on-signals.ts'
import { buildWeb, isWebStale } from './platform/web-build.ts'
import { ROUTES } from './routes.ts'

const ROOT = resolve(import.meta.dirname, '..')
const DEMO = { seed: 35, months: 24 }

async function start(): Promise<void> {
  const config = readConfig()
  await assertPortFree(config)
  const [db] = await Promise.all([openReady(config), buildScreens(config)])
  const app = await buildApp({ db, config }, { slices: ROUTES })
  stopOnSignals(app, db.close)
  await app.listen({ host: config.host, port: config.port })
  await announce(app, { db, config })
}

async function openReady(config: Config): Promise<Database> {
  if (config.databaseUrl) return openNativeReady(config, note)
  const { db, died } = await openEmbeddedReady(config, { makeCity: empty => makeCity(empty, config), note })
  void died.then(code => {
    note(`Gömülü veritabanı beklenmedik biçimde kapandı (çıkış ${code}). Yeniden başlatın: npm start
The embedded database ended unexpectedly. Start again: npm start`)
    process.exit(1)
  })
  if (!config.isProduction) await ensureDemoOfficers(db, config)
  await renewFigures(db)
  return db
}

/** After a version with other rules the figures of the former one are hidden; the demo city gets new ones by itself. */
async function renewFigures(db: Database): Promise<void> {
  const { renewOutdatedMonths } = await import('./need-map/publish-need-map.ts')
  await renewOutdatedMonths(db, progressOn(process.stderr))
}

async function makeCity(db: Database, config: Config): Promise<void> {
  note('Demo kenti bir kez kuruluyor · making the demo city, once')
  const progress = progressOn(process.stderr)
  // Loaded here, once in a city's life: later starts do without the generator.
  const { synthesiseCity } = await import('../etl/synthetic-city/synthesise.ts')
  const { publishNeedMap } = await import('./need-map/publish-need-map.ts')
  const { assignOpenApplications } = await import('../etl/synthetic-city/assign-open-applications.ts')
  await synthesiseCity(db, { households: config.demoHouseholds, seed: DEMO.seed }, progress)
  await ensureDemoOfficers(db, config) // accounts need districts, open files need inspectors
  await assignOpenApplications(db.pool)
  const { ensureDemoDuplicates } = await import('./duplicates/ensure-demo-duplicates.ts')
  await ensureDemoDuplicates(db)
  await publishNeedMap(db, { months: DEMO.months }, progress)
}

/** In production the screens come with the image; elsewhere they are built when absent or older than their sources. */
async function buildScreens({ isProduction }: Config): Promise<void> {
  const isThere = existsSync(join(ROOT, 'web/dist/index.html'))
  if (isProduction && !isThere) return note('web/dist yok, yalnız API sunulacak · no screens: npm run build')
  if (isProduction || !isWebStale(ROOT)) return
  note('Ekranlar derleniyor · building the screens')
  await buildWeb(ROOT)
}

async function announce(app: App, { db, config }: { db: Database; config: Config }): Promise<void> {
  const address = app.listeningOrigin
  app.log.info({ address, database: db.kind }, 'ready')
  process.stdout.write(`\nKomşu hazır · ready: ${address}\n`)
  const accounts = config.isProduction ? [] : await asService(db, 'gate', listDemoUsernames)
  if (accounts.length > 0)
    process.stdout.write(
      `Demo hesapları · demo accounts: ${tellAccounts(accounts)} (parola · password: ${DEMO_PASSWORD})\n`,
    )
  const hidden = db.kind === 'native' ? await asService(db, 'publisher', listOutdatedMonths) : []
  if (hidden.length > 0)
    process.stdout.write(
      `Kurallar değişti: ${hidden.length} ay yeniden yayımlanana dek gösterilmez · ${hidden.length} months follow former rules and are hidden until: npm run komsu -- publish\n`,
    )
  if (db.kind === 'native' && !(await asService(db, 'map', hasPlaces)))
    process.stdout.write(`Veritabanı boş. Kendi verileriniz: npm run komsu -- import --help · demo kenti: npm run komsu -- synthesise
The database is empty. Import your own records, or make the demo city.\n`)
}

function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

try {
  await start()
} catch (error) {
  note(
    error instanceof StartError
      ? error.message
      : `Komşu başlayamadı · could not start: ${String(error instanceof Error ? error.stack : error)}`,
  )
  process.exit(1)
}
