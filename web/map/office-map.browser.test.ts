import { existsSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { openGallery } from '../office/testing/open-gallery.ts'
import { CHROMIUM, type House, openHouse } from '../testing/screen.ts'

describe.runIf(existsSync(CHROMIUM))("the office's map in a browser", () => {
  onFreshDatabase('on a small city', (db, kind) => {
    if (kind === 'embedded' && inject('nativeUrl')) {
      test.skip('looked at once, on native PostGIS', () => undefined)
      return
    }
    let house: House
    let gallery: Awaited<ReturnType<typeof openGallery>>
    beforeAll(async () => {
      house = await openHouse(db())
      gallery = await openGallery(house.address)
    })
    afterAll(async () => {
      await gallery?.close()
      await house?.close()
    })

    async function show(query: string) {
      const screen = await house.open()
      const { page } = screen
      await page.goto(`${gallery.address}?show=map&${query}`)
      const canvas = page.locator('.office-map-canvas')
      await page.locator('.office-map-canvas:not([data-idle="0"])').waitFor({ timeout: 60_000 })
      return { ...screen, canvas, chosen: page.locator('#chosen') }
    }

    test('the lasso takes ten thousand points at once, and Escape gives a ring up', async () => {
      const { page, canvas, chosen, close } = await show('points=10000')
      await page.getByRole('button', { name: 'Çizerek seç' }).click()
      await drag(page, canvas, AROUND)
      await chosen.filter({ hasText: /^10000 seçildi/ }).waitFor()
      await drag(page, canvas, CORNER, 'Escape')
      expect(await chosen.textContent()).toMatch(/^10000 seçildi/)
      await drag(page, canvas, CORNER)
      await chosen.filter({ hasText: /^0 seçildi/ }).waitFor()
      await close()
    }, 180_000)

    test('a box with shift held takes a part; the map does not move under it', async () => {
      const { page, canvas, chosen, close } = await show('points=400')
      await page.keyboard.down('Shift')
      await drag(page, canvas, [
        [0.03, 0.03],
        [0.5, 0.97],
      ])
      await page.keyboard.up('Shift')
      await chosen.filter({ hasNotText: /^0 seçildi/ }).waitFor()
      const some = Number((await chosen.textContent())?.split(' ')[0])
      expect(some).toBeGreaterThan(50)
      expect(some).toBeLessThan(350)
      await close()
    })

    test('a press chooses a point, shift takes it out again, pointing names it', async () => {
      const { page, canvas, chosen, close } = await show('points=1')
      const middle = await at(canvas, [0.5, 0.5])
      await page.mouse.move(middle.x - 2, middle.y)
      await page.mouse.move(middle.x, middle.y)
      await page.locator('.office-map-label', { hasText: 'Hane 1' }).waitFor()
      expect(await chosen.textContent()).toContain('· 1 ·')
      await page.mouse.click(middle.x, middle.y)
      await chosen.filter({ hasText: '1 seçildi' }).waitFor()
      await page.keyboard.down('Shift')
      await page.mouse.click(middle.x, middle.y)
      await chosen.filter({ hasText: '0 seçildi' }).waitFor()
      await close()
    })

    test('the pin is moved by the arrow keys, by dragging and by a click', async () => {
      const { page, canvas, chosen, close } = await show('pin=1')
      const pin = page.getByRole('button', { name: /Konum iğnesi/ })
      const where = async () => (await chosen.textContent())?.split('· ').at(-1)?.split(' ').map(Number) ?? []
      const [lon = 0, lat = 0] = await where()
      await pin.focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(async () => (await where())[0]).toBeGreaterThan(lon)
      await page.keyboard.press('ArrowUp')
      await expect.poll(async () => (await where())[1]).toBeGreaterThan(lat)
      const before = await where()
      await page.mouse.click((await at(canvas, [0.2, 0.5])).x, (await at(canvas, [0.2, 0.5])).y)
      await expect.poll(async () => (await where())[0]).toBeLessThan(before[0] ?? 0)
      const box = await pin.boundingBox()
      const from = { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }
      const put = await where()
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(from.x + 40, from.y, { steps: 4 })
      await page.mouse.up()
      await expect.poll(async () => (await where())[0]).toBeGreaterThan(put[0] ?? 0)
      await close()
    })
  })
})

/** Clear of what lies over the map: hint, legend, tools. */
const AROUND: Part[] = [
  [0.03, 0.03],
  [0.9, 0.03],
  [0.9, 0.97],
  [0.2, 0.97],
]
/** No point of the gallery is here. */
const CORNER: Part[] = [
  [0.03, 0.2],
  [0.1, 0.2],
  [0.1, 0.4],
]

type Part = readonly [x: number, y: number]

/** The place of the screen at a part of the map's width and height. */
async function at(canvas: Locator, [x, y]: Part): Promise<{ x: number; y: number }> {
  const box = await canvas.boundingBox()
  if (!box) throw new Error('The map is not on screen')
  return { x: box.x + x * box.width, y: box.y + y * box.height }
}

async function drag(page: Page, canvas: Locator, path: readonly Part[], key?: string): Promise<void> {
  const places = await Promise.all(path.map(part => at(canvas, part)))
  const [first, ...rest] = places
  if (!first) return
  await page.mouse.move(first.x, first.y)
  await page.mouse.down()
  for (const place of rest) await page.mouse.move(place.x, place.y, { steps: 6 })
  if (key) await page.keyboard.press(key)
  await page.mouse.up()
}
