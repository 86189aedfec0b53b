import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { overflow, PHONE, signInAs, tooSmall, violations } from '../office/testing/look.ts'
import { CHROMIUM, type House, openHouse } from '../testing/screen.ts'

describe.runIf(existsSync(CHROMIUM))('the public form in a browser', () => {
  onFreshDatabase('on a small city', (db, kind) => {
    if (kind === 'embedded' && inject('nativeUrl')) {
      test.skip('looked at once, on native PostGIS', () => undefined)
      return
    }
    let house: House
    let district: string
    beforeAll(async () => {
      house = await openHouse(db())
      const { rows } =
        await db().pool.query(`select d.name from komsu.officer o join komsu.officer_district od on od.officer_id = o.id
        join komsu.district d on d.id = od.district_id where o.username = 'intake' order by d.id limit 1`)
      district = rows[0]?.name
    })
    afterAll(() => house?.close())
    const sentBy = async (family: string) =>
      (
        await db().pool.query(
          `select count(*)::int as n from komsu.web_application where payload->>'familyName' = $1`,
          [family],
        )
      ).rows[0].n

    /** Fills a step in and goes on; `look` sees each. */
    async function fillIn(page: Page, family: string, look: () => Promise<void> = async () => undefined) {
      const next = () => page.getByRole('button', { name: 'Devam' }).click()
      await next()
      await page.getByRole('link', { name: 'En az bir ihtiyaç seçin.' }).waitFor()
      await look()
      await page.getByLabel('Gıda kolisi').check()
      await next()
      await page.locator('#givenName').fill('Ayşe')
      await page.locator('#familyName').fill(family)
      await page.locator('#nationalId').fill('100 000 001 46')
      await page.getByLabel('Gün').fill('28')
      await page.getByLabel('Ay', { exact: true }).fill('2')
      await page.getByLabel('Yıl').fill('1985')
      await look()
      await page.reload()
      expect(await page.locator('#familyName').inputValue()).toBe(family)
      await next()
      await page.getByLabel('İlçe').selectOption(district)
      await page.locator('#address').fill('1453 Sokak No 3')
      await page.locator('#people').fill('4')
      await look()
      await next()
      await page.locator('#phone').fill('0532 123 45 67')
      await next()
      await page.getByLabel(/^Okudum/).check()
      await look()
      await next()
      await page.getByText('Göndermeden önce okuyun').waitFor()
      await look()
      await page.waitForTimeout(2500) // the trap for programs wants four seconds since the page was opened
    }

    test.each([
      ['phone', PHONE],
      ['desk', {}],
    ])('on a %s: step by step, read once more, sent; the number tells the state', async (name, options) => {
      const screen = await house.open(options)
      const { page } = screen
      await page.goto(`${house.address}/basvuru`)
      await fillIn(page, `Örnek ${name}`, async () => {
        expect(await violations(page)).toEqual([])
        expect(await overflow(page)).toBe(0)
        if ('isMobile' in options) expect(await tooSmall(page)).toEqual([])
      })
      await page.getByRole('button', { name: 'Başvuruyu gönder' }).click()
      const number = (await page.locator('.tracking').textContent()) ?? ''
      expect(number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      expect(await violations(page)).toEqual([])
      await page.goto(`${house.address}/basvuru/durum?no=${number.toLowerCase()}`)
      await page.getByText('Başvurunuz bize ulaştı').waitFor()
      expect(await violations(page)).toEqual([])
      await page.goto(`${house.address}/basvuru`)
      expect(await page.locator('#familyName').inputValue()).toBe('')
      expect(screen.complaints).toEqual([])
      expect(screen.requests.every(address => address.startsWith(house.address))).toBe(true)
      await screen.close()
    })

    test('a cut connection loses nothing and sends nothing twice', async () => {
      const screen = await house.open(PHONE)
      const { page } = screen
      await page.goto(`${house.address}/basvuru`)
      await fillIn(page, 'Kesinti')
      await page.context().setOffline(true)
      await page.getByRole('button', { name: 'Başvuruyu gönder' }).click()
      await page.getByText('Bağlantı yok').waitFor()
      await page.context().setOffline(false)
      await page.locator('.tracking').waitFor()
      expect(await sentBy('Kesinti')).toBe(1)
      await screen.close()
    })

    test('without a script the same form works: faults are named, what was typed stays, the number is shown', async () => {
      const screen = await house.open({ ...PHONE, javaScriptEnabled: false })
      const { page } = screen
      await page.goto(`${house.address}/basvuru?lang=en`)
      await page.locator('#familyName').fill('<b>Betiksiz</b>')
      await page.getByRole('button', { name: 'Send the application' }).click()
      await page.getByRole('link', { name: 'Choose at least one thing you need.' }).waitFor()
      expect(await page.locator('#familyName').inputValue()).toBe('<b>Betiksiz</b>')
      await page.getByLabel('Food parcel').check()
      await page.locator('#givenName').fill('Ayşe')
      await page.locator('#nationalId').fill('10000000146')
      await page.getByLabel('Day').fill('28')
      await page.getByLabel('Month').fill('2')
      await page.getByLabel('Year').fill('1985')
      await page.getByLabel('District').selectOption(district)
      await page.locator('#address').fill('1453 Sokak No 3')
      await page.locator('#people').fill('2')
      await page.locator('#phone').fill('05321234567')
      await page.getByLabel(/^I have read/).check()
      await page.getByRole('button', { name: 'Send the application' }).click()
      await page.locator('.tracking').waitFor()
      expect(await sentBy('<b>Betiksiz</b>')).toBe(1)
      await screen.close()
    })

    test('the whole page weighs less than 40 KB', async () => {
      const screen = await house.open()
      let bytes = 0
      screen.page.on('response', async response => {
        const sizes = await response.request().sizes()
        bytes += sizes.responseBodySize
      })
      await screen.page.goto(`${house.address}/basvuru`, { waitUntil: 'networkidle' })
      expect(bytes).toBeGreaterThan(5_000)
      expect(bytes).toBeLessThan(40_000)
      await screen.close()
    })

    test('intake reviews it, takes it as a draft, or answers it', async () => {
      const screen = await house.open()
      const { page } = screen
      await signInAs(page, house.address, 'intake')
      await page.goto(`${house.address}/?room=office&page=web-applications`)
      await page.getByRole('button', { name: 'Göster: Ayşe Örnek phone' }).click()
      await page.getByText('1453 Sokak No 3').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Yanıtla ve kapat' }).click()
      await page.getByLabel('Telefonla ulaşılamadı').check()
      await page.getByRole('button', { name: 'Yanıtı kaydet' }).click()
      await page.getByRole('button', { name: 'Göster: Ayşe Örnek phone' }).waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Göster: Ayşe Örnek desk' }).click()
      await page.getByRole('button', { name: 'Başvuruyu al' }).click()
      await page.getByText('Gönderenin kim olduğu doğrulanmadı').waitFor()
      expect(await page.locator('[id="household.people.0.familyName"]').inputValue()).toBe('Örnek desk')
      expect(await page.locator('#referenceNo').inputValue()).toMatch(/^[0-9A-Z]{4}-/)
      await screen.close()
    })
  })
})
