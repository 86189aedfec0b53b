import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { CHROMIUM, type House, openHouse } from '../testing/screen.ts'
import { DARK, overflow, PHONE, signInAs, tooSmall, violations } from './testing/look.ts'

describe.runIf(existsSync(CHROMIUM))('the office in a browser', () => {
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

    /** Opens a page of the office as somebody. */
    async function enter(username: string | null, page = 'today', options = {}) {
      const screen = await house.open(options)
      if (username) await signInAs(screen.page, house.address, username)
      await screen.page.goto(`${house.address}/?room=office&page=${page}`)
      await screen.page
        .locator(username ? '.office-menu, .empty-state' : '.empty-state')
        .first()
        .waitFor()
      return screen
    }

    const menu = (screen: Awaited<ReturnType<typeof enter>>) => screen.page.locator('.office-pages a').allTextContents()

    test('shows each role its own pages', async () => {
      const intake = await enter('intake')
      expect(await menu(intake)).toEqual([
        'Bugün',
        'Ara',
        'Yeni başvuru',
        'Web başvuruları',
        'Çift kayıtlar',
        'Öneriler',
      ])
      await intake.close()
      const chief = await enter('chief')
      expect(await menu(chief)).toEqual([
        'Bugün',
        'Ara',
        'Havuz',
        'Planlar',
        'Çift kayıtlar',
        'Öneriler',
        'Puan şemaları',
      ])
      await chief.close()
    })

    test('does not fetch the map or its library', async () => {
      const screen = await enter('chief', 'nothing-here')
      expect(screen.requests.filter(address => /need-map-|\.mvt|maplibre/.test(new URL(address).pathname))).toEqual([])
      expect(screen.requests.filter(address => !address.startsWith(house.address))).toEqual([])
      await screen.close()
    })

    test('a planner has no casework and reads who has', async () => {
      const screen = await enter('planner')
      await screen.page.getByText('Bu sayfa sizin rolünüzde açılmaz').waitFor()
      await screen.page.getByText(/çözüm masası görevlisi, şef, sosyal incelemeci/).waitFor()
      expect(await screen.page.locator('.rail-button', { hasText: 'İşlerim' }).count()).toBe(1)
      await screen.page.locator('.rail-button', { hasText: 'Harita' }).click()
      await screen.page.locator('.map-room').waitFor()
      expect(await screen.page.locator('.rail-button', { hasText: 'İşlerim' }).count()).toBe(0)
      await screen.close()
    })

    test('a page of another role says whose it is', async () => {
      const screen = await enter('intake', 'read-log')
      await screen.page.getByText('“Okuma kaydı” sayfasını şu roller açabilir: denetçi.').waitFor()
      await screen.page.getByRole('link', { name: 'Bugünkü işlere dön' }).click()
      await screen.page.waitForURL(/room=office$/)
      await screen.close()
    })

    test('nobody signed in: the sign-in dialog opens the page asked for', async () => {
      const screen = await enter(null, 'search')
      await screen.page.locator('.office').getByRole('button', { name: 'Oturum aç' }).click()
      await screen.page.locator('#sign-in-name').fill('intake')
      await screen.page.locator('#sign-in-password').fill('komsu')
      await screen.page.keyboard.press('Enter')
      await screen.page.locator('.office-pages a[aria-current]', { hasText: 'Ara' }).waitFor()
      await screen.close()
    })

    test('keys open pages, but never while somebody types', async () => {
      const screen = await enter('auditor', 'schemes')
      const { page } = screen
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Klavye kısayolları' }).waitFor()
      await page.keyboard.type('gk')
      expect(page.url()).toContain('page=schemes')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.keyboard.type('gk')
      await page.waitForURL(/page=read-log/)
      await page.getByRole('heading', { level: 1, name: 'Okuma kaydı' }).waitFor()
      expect(await page.title()).toBe('Okuma kaydı · Komşu')
      expect(await page.evaluate(() => document.activeElement?.closest('.office-page') !== null)).toBe(true)
      await page.locator('.office-page input').first().click()
      await page.keyboard.type('gt')
      expect(page.url()).toContain('page=read-log')
      await page.goBack()
      await page.waitForURL(/page=schemes/)
      await screen.close()
    })

    test('an unknown page leads back', async () => {
      const screen = await enter('chief', 'cellar')
      await screen.page.getByText('Böyle bir sayfa yok').waitFor()
      await screen.close()
    })

    test.each([
      ['on a desk', {}],
      ['on a phone', PHONE],
      ['in the dark', DARK],
    ] as const)('the frame has no violation axe can find %s', async (_name, options) => {
      const screen = await enter('intake', 'read-log', options)
      expect(await violations(screen.page)).toEqual([])
      expect(await overflow(screen.page)).toBe(0)
      if ('isMobile' in options) expect(await tooSmall(screen.page)).toEqual([])
      expect(screen.complaints).toEqual([])
      await screen.close()
    })

    test('on a phone the pages are behind one button', async () => {
      const screen = await enter('chief', 'cellar', PHONE)
      expect(await screen.page.getByRole('link', { name: 'Planlar' }).isVisible()).toBe(false)
      await screen.page.getByRole('button', { name: 'Sayfalar' }).click()
      await screen.page.getByRole('link', { name: 'Planlar' }).click()
      await screen.page.waitForURL(/page=plans/)
      expect(await screen.page.getByRole('link', { name: 'Havuz' }).isVisible()).toBe(false)
      await screen.close()
    })
  })
})
