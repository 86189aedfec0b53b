import { existsSync } from 'node:fs'
import axe, { type AxeResults } from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { CHROMIUM, type House, openHouse } from './screen.ts'

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const DARK: BrowserContextOptions = { colorScheme: 'dark' }

const VIEWS: [name: string, path: string, options: BrowserContextOptions][] = [
  ['the map', '/', {}],
  ['the map, dark', '/?level=neighbourhood', DARK],
  ['the map, high contrast', '/?theme=contrast', {}],
  ['the map on a phone', '/', PHONE],
  ['the table', '/?room=table&level=neighbourhood', {}],
  ['the table on a phone, dark', '/?room=table', { ...PHONE, ...DARK }],
  ['about the data', '/?room=about', {}],
  ['about the data on a phone', '/?room=about&lang=en', PHONE],
]

describe.runIf(existsSync(CHROMIUM))('for everybody', () => {
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

    test.each(VIEWS)('%s has no violation axe can find and fits its window', async (_name, path, options) => {
      const screen = await house.open(options)
      await screen.go(path)
      expect(await violations(screen.page)).toEqual([])
      expect(await overflow(screen.page)).toBe(0)
      await screen.close()
    })

    test.each([
      ['on a desk', {}],
      ['on a phone', PHONE],
      ['in the dark, English', DARK],
    ] as const)("an area's page %s", async (_name, options) => {
      const screen = await house.open(options)
      await screen.go('/?lang=en')
      await screen.page.getByRole('combobox').fill('karsiyaka')
      await screen.page.locator('[role="option"]').first().click()
      await screen.page.locator('.trend canvas').waitFor()
      expect(await violations(screen.page)).toEqual([])
      expect(await overflow(screen.page)).toBe(0)
      await screen.close()
    })

    test('menus and the sign-in dialog', async () => {
      const screen = await house.open()
      await screen.go('/')
      await screen.page.locator('.indicator-picker .popover-button').click()
      expect(await violations(screen.page)).toEqual([])
      await screen.page.keyboard.press('Escape')
      await screen.page.getByRole('button', { name: 'Oturum aç' }).click()
      await screen.page.locator('.demo-account').first().waitFor()
      expect(await violations(screen.page)).toEqual([])
      await screen.close()
    })

    test('on a phone what is pressed is large enough for a finger', async () => {
      const screen = await house.open(PHONE)
      await screen.go('/')
      const small = await screen.page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('button, input:not([type=radio]), select, summary')]
          .filter(element => element.checkVisibility())
          .map(element => ({
            of: element.className || element.tagName,
            height: element.getBoundingClientRect().height,
          }))
          .filter(({ height, of }) => height < 44 && of !== 'schematic-notice'),
      )
      expect(small).toEqual([])
      await screen.close()
    })

    test('nothing slides for those who asked for less motion', async () => {
      const screen = await house.open({ reducedMotion: 'reduce' })
      await screen.go('/?room=about')
      const name = await screen.page.locator('.side-panel').evaluate(element => getComputedStyle(element).animationName)
      expect(name).toBe('none')
      await screen.close()
    })
  })
})

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResults
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(node => `${id}: ${help} · ${node.target.join(' ')} · ${node.failureSummary ?? ''}`),
  )
}

/** Pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
