import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { CHROMIUM, type House, openHouse } from '../testing/screen.ts'
import { overflow, PHONE, signInAs, tooSmall, violations } from './testing/look.ts'
import { openGallery } from './testing/open-gallery.ts'

describe.runIf(existsSync(CHROMIUM))('parts of the office in a browser', () => {
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

    async function show(query: string, options = {}) {
      const screen = await house.open(options)
      await screen.page.goto(`${gallery.address}?${query}`)
      await screen.page.locator('.tab-panel').waitFor()
      return screen
    }

    test.each([
      ['form', 'show=form', {}],
      ['form on a phone', 'show=form', PHONE],
      ['form, dark', 'show=form&theme=dark', {}],
      ['parts', 'show=parts', {}],
      ['parts on a phone', 'show=parts', PHONE],
      ['parts, dark', 'show=parts&theme=dark', {}],
      ['parts, high contrast', 'show=parts&theme=contrast', {}],
      ['map', 'show=map', {}],
      ['map on a phone', 'show=map', PHONE],
    ])('%s: no violation axe can find, nothing too wide', async (_name, query, options) => {
      const screen = await show(query, options)
      if (query === 'show=form') await screen.page.getByRole('button', { name: 'Kaydet', exact: true }).click()
      expect(await violations(screen.page)).toEqual([])
      expect(await overflow(screen.page)).toBe(0)
      if ('isMobile' in options) expect(await tooSmall(screen.page)).toEqual([])
      await screen.close()
    })

    test('a form says what to mend, leads there, and keeps what was typed', async () => {
      const screen = await show('show=form')
      const { page } = screen
      await page.locator('#born').fill('31.02.2020')
      await page.getByRole('button', { name: 'Kaydet', exact: true }).click()
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary')
      await page.getByRole('link', { name: 'Doğum tarihini yazın' }).click()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('born')
      expect(await page.locator('#born').inputValue()).toBe('31.02.2020')
      await page.getByText('Tarihi gün.ay.yıl olarak yazın').waitFor()
      await page.locator('#born').fill('29022020')
      await page.locator('#income').fill('1234,5')
      await page.locator('#national-id').fill('100 000 001 47')
      await page.locator('#name').fill('Şükran Ilgın')
      expect(await page.locator('#born').inputValue()).toBe('29.02.2020')
      expect(await page.locator('#income').inputValue()).toBe('1.234,50')
      await page.getByText('Bu numara geçerli değil').waitFor()
      await page.locator('#national-id').fill('10000000146')
      await page.getByLabel('Kendisi').check()
      await page.getByRole('button', { name: 'Kaydet', exact: true }).click()
      await page.getByText('Kaydedildi 14:32').waitFor()
      await screen.close()
    })

    test('what saves itself says when it could not, and tries again', async () => {
      const screen = await show('show=form&save=fails')
      await screen.page.locator('#name').fill('Ayşe')
      await screen.page.getByText('Kaydedilemedi; bağlantı gelince yeniden denenecek').waitFor()
      await screen.page.getByRole('button', { name: 'Bağlantıyı onar' }).click()
      await screen.page.locator('.auto-save button').click()
      await screen.page.locator('.auto-save.is-saved', { hasText: 'Kaydedildi' }).waitFor()
      await screen.close()
    })

    test('leaving in the middle of a word saves it', async () => {
      const screen = await show('show=form')
      const { page } = screen
      await page.locator('#name').fill('Şükran Çınar')
      await page.getByRole('tab', { name: 'Harita' }).click()
      const saved = () => page.evaluate(() => JSON.parse(sessionStorage.getItem('saved') ?? '{}') as { name?: string })
      await expect.poll(saved).toMatchObject({ name: 'Şükran Çınar' })
      await screen.close()
    })

    test('a file that is too large is refused before it is sent', async () => {
      const screen = await show('show=form')
      const large = { name: 'buyuk.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2_000_000) }
      await screen.page.locator('#papers').setInputFiles(large)
      await screen.page.getByText('buyuk.pdf çok büyük (2 MB). En çok 1 MB gönderilebilir.').waitFor()
      await screen.close()
    })

    test('an ended session asks for the password over the page; nothing typed is lost', async () => {
      const screen = await show('show=parts')
      const { page } = screen
      await signInAs(page, house.address, 'intake')
      const keys = await refuseOnce(page)
      await page.goto(`${gallery.address}?show=write`)
      await page.locator('#text').fill('Üç çocuk, kira 12.000 TL')
      await page.getByRole('button', { name: 'Gönder' }).click()
      const dialog = page.getByRole('dialog', { name: 'Oturumunuz kapandı' })
      await dialog.waitFor()
      expect(await violations(page)).toEqual([])
      await page.keyboard.type('yanlış')
      await page.keyboard.press('Enter')
      await dialog.getByText('Parola yanlış.').waitFor()
      await dialog.getByLabel('Parola').fill('komsu')
      await page.keyboard.press('Enter')
      await page.locator('output', { hasText: 'alındı: Üç çocuk, kira 12.000 TL' }).waitFor()
      expect(await page.locator('#text').inputValue()).toBe('Üç çocuk, kira 12.000 TL')
      expect(keys).toHaveLength(2)
      expect(keys[0]).toBe(keys[1])
      await screen.close()
    })

    test('without a connection what was sent waits, says so, and goes when it is back', async () => {
      const screen = await show('show=write')
      const { page } = screen
      let isBack = false
      await page.route('**/api/gallery', route =>
        isBack ? route.fulfill({ json: 'alındı' }) : route.abort('connectionrefused'),
      )
      await page.locator('#text').fill('not')
      await page.getByRole('button', { name: 'Gönder' }).click()
      await page.getByText('Sunucuya ulaşılamıyor. Yazdıklarınız duruyor').waitFor()
      isBack = true
      await page.getByRole('button', { name: 'Şimdi dene' }).click()
      await page.locator('output', { hasText: 'alındı' }).waitFor()
      expect(await page.locator('.connection-line').count()).toBe(0)
      await screen.close()
    })

    test('tabs and dialogs by keyboard', async () => {
      const screen = await show('show=form')
      const { page } = screen
      await page.getByRole('tab', { name: 'Form' }).focus()
      await page.keyboard.press('ArrowRight')
      expect(await page.getByRole('tab', { name: /Parçalar/ }).getAttribute('aria-selected')).toBe('true')
      const opener = page.getByRole('button', { name: 'Pencereyi aç' })
      await opener.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: 'Dosyayı kapat' }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(await opener.evaluate(element => element === document.activeElement)).toBe(true)
      await page.getByRole('button', { name: 'Bekleme (gün)' }).click()
      expect(await page.locator('tbody tr').first().textContent()).toContain('Ilgın')
      expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('Bekleme')
      await screen.close()
    })
  })
})

/** Answers the first writing with an ended session, later ones with what was sent; tells the keys. */
async function refuseOnce(page: Page): Promise<(string | undefined)[]> {
  const keys: (string | undefined)[] = []
  await page.route('**/api/gallery', route => {
    keys.push(route.request().headers()['idempotency-key'])
    const problem = { type: 'not-signed-in', title: 'Önce oturum açın', status: 401 }
    if (keys.length === 1) return route.fulfill({ status: 401, json: problem })
    return route.fulfill({ json: `alındı: ${(route.request().postDataJSON() as { text: string }).text}` })
  })
  return keys
}
