import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { addressSays, atRest, CHROMIUM, type House, openHouse } from './screen.ts'

const isTile = (address: string) => address.includes('.mvt')
const isValues = (address: string) => address.includes('/api/need-map/values')

const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`LEFT OUT: browser tests (no Chromium at ${CHROMIUM}; set KOMSU_CHROMIUM)`)

describe.runIf(hasChromium)('the map in a browser', () => {
  onFreshDatabase('on a small city', (db, kind) => {
    if (kind === 'embedded' && inject('nativeUrl')) {
      test.skip('looked at once, on native PostGIS', () => undefined)
      return
    }
    let house: House
    beforeAll(async () => {
      house = await openHouse(db())
    })
    afterAll(() => house?.close())

    test('arrives within its budget, from this host alone, without a complaint', async () => {
      const screen = await house.open()
      const sizes: Promise<number>[] = []
      let drawn = 0
      screen.page.on('response', response => {
        if (/\.(js|mjs)$/.test(new URL(response.url()).pathname))
          sizes.push(response.headerValue('content-length').then(Number))
        if (isTile(response.url()) && response.status() === 200) drawn += 1
      })
      await screen.go('/')
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
      expect(bytes).toBeGreaterThan(100_000)
      expect(bytes).toBeLessThan(450_000)
      expect(drawn).toBeGreaterThan(0)
      expect(screen.requests.filter(isTile).length).toBeLessThanOrEqual(12)
      expect(screen.requests.filter(address => !address.startsWith(house.address))).toEqual([])
      expect(screen.complaints).toEqual([])
      await screen.close()
    })

    test('another indicator or month asks for figures only, never for geometry', async () => {
      const screen = await house.open()
      await screen.go('/')
      const before = screen.requests.length
      await screen.page.locator('.indicator-picker .popover-button').click()
      await screen.page.locator('.indicator-choice').nth(4).click()
      await addressSays(screen.page, /indicator=/)
      await screen.page.locator('.time-scale input').press('ArrowLeft')
      await addressSays(screen.page, /month=/)
      await atRest(screen.page)
      const since = screen.requests.slice(before)
      expect(since.filter(isTile)).toEqual([])
      expect(since.filter(isValues).length).toBeGreaterThanOrEqual(2)
      await screen.close()
    })

    test('leads from a district down to a street and up again', async () => {
      const screen = await house.open()
      const { page } = screen
      await screen.go('/?level=district')
      await clickMiddle(page)
      await addressSays(page, /area=district/)
      const district = await page.locator('.area-head h2').innerText()
      const links = page.locator('.area-page section', { has: page.getByRole('heading', { name: /^Mahalleleri/ }) })
      await links.getByRole('button').first().click()
      await addressSays(page, /area=neighbourhood/)
      await page.locator('.path', { hasText: district }).waitFor()
      expect(page.url()).not.toContain('level=district')
      const streets = page.locator('.area-page section', { has: page.getByRole('heading', { name: /^Sokakları/ }) })
      await streets.getByRole('button').first().click()
      await addressSays(page, /area=street/)
      await page.locator('.path button', { hasText: district }).click()
      await addressSays(page, /area=district/)
      await page.locator('.trend canvas').waitFor()
      expect(screen.complaints).toEqual([])
      await screen.close()
    })

    test('the table says what the map says', async () => {
      const screen = await house.open()
      const { page } = screen
      await screen.go('/?room=table&level=neighbourhood')
      await page.locator('.map-sentence', { hasText: /en yüksek [\d.,]+ \([^…]/ }).waitFor()
      const sentence = await page.locator('.map-sentence').innerText()
      const first = page.locator('.table-row').first()
      await first.waitFor()
      expect(sentence).toContain(`en yüksek ${await first.locator('.column-value').innerText()}`)
      await page.getByRole('button', { name: 'Değer', exact: true }).click()
      expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain('Değer')
      expect(sentence).toContain(`en düşük ${await first.locator('.column-value').innerText()}`)
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'CSV indir' }).click()
      expect((await download).suggestedFilename()).toMatch(/^\w+-neighbourhood-\d{4}-\d{2}\.csv$/)
      await first.getByRole('button').click()
      await addressSays(page, /area=neighbourhood/)
      await screen.close()
    })

    test('a link shows the same to someone else, and back goes back', async () => {
      const mine = await house.open()
      await mine.go('/?level=neighbourhood')
      await mine.page.locator('.indicator-picker .popover-button').click()
      await mine.page.locator('.indicator-choice').nth(2).click()
      await clickMiddle(mine.page)
      await addressSays(mine.page, /area=neighbourhood/)
      await mine.page.locator('.area-head h2').waitFor()
      await atRest(mine.page)
      const link = mine.page.url().replace(house.address, '')
      const theirs = await house.open()
      await theirs.go(link)
      for (const seen of ['.area-head h2', '.indicator-title', '.big-figure']) {
        await theirs.page.locator(seen).waitFor()
        expect(await theirs.page.locator(seen).innerText()).toBe(await mine.page.locator(seen).innerText())
      }
      await mine.page.goBack()
      await mine.page.locator('.area-page').waitFor({ state: 'detached' })
      await mine.page.goForward()
      await mine.page.locator('.area-head h2').waitFor()
      await mine.close()
      await theirs.close()
    })

    test('everything is reached by keyboard', async () => {
      const screen = await house.open()
      const { page } = screen
      await screen.go('/')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('BOSTANLI')
      await page.locator('[role="option"]').first().waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.area-head h2', { hasText: 'Bostanlı' }).waitFor()
      await page.locator('.side-panel').press('Escape')
      await page.locator('.side-panel').waitFor({ state: 'detached' })
      await atRest(page)
      await page.locator('.maplibregl-canvas').focus()
      await page.keyboard.press('n')
      await page.locator('p[role="status"]', { hasText: /^[^:]+: / }).waitFor({ state: 'attached' })
      await page.keyboard.press('Enter')
      await page.locator('.area-head h2').waitFor()
      await screen.close()
    })

    test('a class of the legend is brought forward and let go', async () => {
      const screen = await house.open()
      const { page } = screen
      await screen.go('/?level=neighbourhood')
      const top = page.locator('.legend-class').first()
      await top.click()
      expect(await top.getAttribute('aria-pressed')).toBe('true')
      await page.getByRole('button', { name: 'Tümünü göster' }).click()
      expect(await top.getAttribute('aria-pressed')).toBe('false')
      await page.locator('.legend-settings summary').click()
      await page.locator('.legend-settings select').first().selectOption('jenks')
      await addressSays(page, /method=jenks/)
      await screen.close()
    })

    test('officers sign in and out', async () => {
      const screen = await house.open()
      const { page } = screen
      await screen.go('/')
      await page.getByRole('button', { name: 'Oturum aç' }).click()
      await page.locator('.sign-in button[type="submit"]').click()
      await page.locator('.error-summary').waitFor()
      await page.locator('.demo-account', { hasText: 'inspector' }).click()
      await page.locator('.sign-in button[type="submit"]').click()
      await page.locator('.officer-menu .popover-button').click()
      await page.locator('.officer-card', { hasText: 'sosyal incelemeci' }).waitFor()
      await page.getByRole('button', { name: 'Oturumu kapat' }).click()
      await page.getByRole('button', { name: 'Oturum aç' }).waitFor()
      await screen.close()
    })
  })
})

/** Presses the middle of what is free of the legend: some area of the city lies there. */
async function clickMiddle(page: Page): Promise<void> {
  const box = await page.locator('.maplibregl-canvas').boundingBox()
  if (!box) throw new Error('there is no map')
  for (const [x, y] of GRID) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y)
    const isOver = await page.evaluate(() => document.querySelector<HTMLElement>('.maplibregl-canvas')?.style.cursor)
    if (isOver === 'pointer') return page.mouse.click(box.x + box.width * x, box.y + box.height * y)
  }
  throw new Error('no area under any of the points tried')
}

const GRID = [0.5, 0.42, 0.58, 0.35, 0.65].flatMap(y => [0.55, 0.5, 0.6, 0.45, 0.65, 0.4].map(x => [x, y] as const))
