/**
 * Measures the screens of a running server: `npx tsx web/testing/measure-screen.ts http://127.0.0.1:8080`. One JSON object
 * per line on stdout: bytes and seconds from an empty cache until the map with its figures is wholly drawn, tiles of the first view, milliseconds from choosing an indicator until its colours are on the map.
 */
import { chromium, type Page } from 'playwright-core'
import { atRest, CHROMIUM, FLAGS } from './screen.ts'

const RUNS = 5

const address = process.argv[2]
if (!address) {
  console.error('Which server? npx tsx web/testing/measure-screen.ts http://127.0.0.1:8080')
  process.exit(2)
}
await measure(address)

async function measure(at: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  const first: number[] = []
  const changes: number[] = []
  let bytes = 0
  let tiles = 0
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    const sizes: Promise<number>[] = []
    tiles = 0
    page.on('response', response => {
      const { pathname } = new URL(response.url())
      if (/\.m?js$/.test(pathname)) sizes.push(response.headerValue('content-length').then(Number))
      if (pathname.endsWith('.mvt')) tiles += 1
    })
    const started = performance.now()
    await page.goto(at)
    await atRest(page)
    first.push((performance.now() - started) / 1000)
    bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    changes.push(...(await changeIndicators(page)))
    await context.close()
  }
  await browser.close()
  say('script and worker before the map', bytes, 'bytes')
  say('tiles of the first view', tiles, 'tiles')
  say('cold start until everything is drawn', median(first), 's')
  say('indicator change until drawn', median(changes), 'ms')
}

/** Milliseconds each: the list is opened, an indicator chosen, and the frame with its figures waited for. */
async function changeIndicators(page: Page): Promise<number[]> {
  const taken: number[] = []
  for (const nth of [1, 3, 2]) {
    await page.locator('.indicator-picker .popover-button').click()
    const choice = page.locator('.indicator-choice').nth(nth)
    await choice.waitFor()
    taken.push(await page.evaluate(chooseAndWait, nth))
    await atRest(page)
  }
  return taken
}

/** In the page, so that the measuring costs nothing: press, then wait for the mark of the drawn frame to change. */
function chooseAndWait(nth: number): Promise<number> {
  return new Promise(done => {
    const map = document.querySelector<HTMLElement>('.map')
    const choice = document.querySelectorAll<HTMLElement>('.indicator-choice')[nth]
    if (!map || !choice) throw new Error('nothing to choose')
    const before = map.dataset.painted
    const started = performance.now()
    new MutationObserver(() => {
      if (map.dataset.painted !== before) done(performance.now() - started)
    }).observe(map, { attributes: true })
    choice.click()
  })
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function say(what: string, value: number, unit: string): void {
  console.log(JSON.stringify({ bench: 'screen', case: what, value: Math.round(value * 100) / 100, unit, runs: RUNS }))
}
