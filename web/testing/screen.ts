import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { publishNeedMap } from '../../api/need-map/publish-need-map.ts'
import { ensureDemoOfficers } from '../../api/officers/ensure-demo-officers.ts'
import { readConfig } from '../../api/platform/config.ts'
import type { Database } from '../../api/platform/database.ts'
import { buildApp } from '../../api/platform/http/app.ts'
import { ROUTES } from '../../api/routes.ts'
import { synthesiseCity } from '../../etl/synthetic-city/synthesise.ts'
import { builtScreens } from './built-screens.ts'

/** HOUSE.md §4: WebGL without a graphics card, and a browser that calls nobody by itself. */
export const FLAGS = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export const CHROMIUM = process.env.KOMSU_CHROMIUM ?? '/usr/bin/chromium'

/** Two districts of the schematic city with a year of months: small enough to make in seconds. */
const CITY = { households: 4000, seed: 35, districts: ['Karşıyaka', 'Bayraklı'] }

/** The real screens, built in this run, on the real server with a small synthetic city. */
export async function openHouse(db: Database) {
  const config = { ...readConfig(), port: 0, logLevel: 'warn', requestsPerMinute: 0 }
  await synthesiseCity(db, CITY, () => undefined)
  await publishNeedMap(db, { months: 3 }, () => undefined)
  await ensureDemoOfficers(db, config)
  const webFolder = await builtScreens()
  const app = await buildApp({ db, config }, { slices: ROUTES, webFolder })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  return {
    address,
    /** A browser of its own with an empty cache. */
    open: (options: BrowserContextOptions = {}) =>
      openScreen(browser.newContext({ locale: 'tr-TR', viewport: { width: 1280, height: 800 }, ...options }), address),
    async close() {
      await browser.close()
      await app.close()
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

async function openScreen(opening: Promise<BrowserContext>, address: string) {
  const context = await opening
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', request => requests.push(request.url()))
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  return {
    page,
    /** Every address asked for, in order. */
    requests,
    /** Errors and warnings of the console, among them every breach of the Content-Security-Policy. */
    complaints,
    /** Opens a path and waits until the map has come to rest. */
    async go(path: string) {
      await page.goto(address + path)
      await atRest(page)
    },
    close: () => context.close(),
  }
}

/** Waits until everything on the map is drawn. */
export async function atRest(page: Page): Promise<void> {
  await page.locator('.map:not([data-idle="0"]):not(.is-waiting)').waitFor({ timeout: 60_000 })
}

/** Waits until the address says so: what is shown is in the URL. */
export async function addressSays(page: Page, pattern: RegExp): Promise<void> {
  await page.waitForURL(pattern, { timeout: 30_000 })
}
