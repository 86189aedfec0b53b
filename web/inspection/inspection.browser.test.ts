import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '../../api/platform/database.ts'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { overflow, PHONE, signInAs, tooSmall, violations } from '../office/testing/look.ts'
import { CHROMIUM, type House, openHouse } from '../testing/screen.ts'
import { fillRest } from './testing/fill-rest.ts'

describe.runIf(existsSync(CHROMIUM))('an inspection in a browser', () => {
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

    async function enter(username: string, page: string, options = {}) {
      const screen = await house.open(options)
      screen.page.setDefaultTimeout(15_000)
      await signInAs(screen.page, house.address, username)
      await screen.page.goto(`${house.address}/?room=office&page=${page}`)
      await screen.page.locator('.office-page h1').first().waitFor()
      return screen
    }
    const openStep = (page: Page, name: RegExp) => page.getByRole('navigation').getByRole('button', { name }).click()
    const saved = (page: Page) => page.locator('.auto-save.is-saved svg').waitFor()

    test('from the start to the chief’s hands and back, and on', async () => {
      const application = await giveOne(db())
      const screen = await enter('inspector', `inspection/new/${application}`)
      const { page } = screen
      expect(await violations(page)).toEqual([])
      await page.getByRole('radio', { name: /Telefonla/ }).check()
      await page.getByRole('button', { name: 'İncelemeyi başlat' }).click()
      await page.getByRole('link', { name: 'Telefonla yapılmasının nedenini yazın.' }).click()
      await page.getByRole('radio', { name: 'Hane ziyaretiyle' }).check()
      await page.getByRole('button', { name: 'İncelemeyi başlat' }).click()
      await page.locator('.inquiry').waitFor()
      const id = Number(/inspection(?:\/|%2F)(\d+)/.exec(page.url())?.[1])

      // Without consent nothing more is asked; with it, everything.
      await page.getByRole('radio', { name: 'Hayır' }).first().check()
      expect(await page.getByRole('navigation').getByRole('button', { name: /Konut/ }).count()).toBe(0)
      await page.getByRole('radio', { name: 'Evet' }).first().check()
      await openStep(page, /Konut/)
      await page.getByRole('radio', { name: 'Kiracı' }).check()
      await page.getByLabel('Aylık kira').fill('8.500,50')
      await saved(page)

      // The same answer on a second device: shown to a person, never overwritten.
      const other = await enter('inspector', `inspection/${id}`)
      await openStep(other.page, /Konut/)
      expect(await other.page.getByLabel('Aylık kira').inputValue()).toBe('8.500,50')
      await other.page.getByLabel('Aylık kira').fill('9000')
      await saved(other.page)
      await page.getByLabel('Aylık kira').fill('7000')
      const dialog = page.getByRole('dialog')
      await dialog.getByText('9.000,00 TL').waitFor()
      expect(await violations(page)).toEqual([])
      await dialog.getByRole('button', { name: 'Öbür cihazdaki' }).click()
      expect(await page.getByLabel('Aylık kira').inputValue()).toBe('9.000')
      await other.close()

      await openStep(page, /Fotoğraflar/)
      const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#8ab' } })
        .jpeg()
        .toBuffer()
      await page.locator('input[type=file]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo })
      await page.locator('.photos img').waitFor()
      await page.getByLabel('Ne görünüyor?').fill('Salon')
      await page.getByRole('button', { name: 'Açıklamayı kaydet' }).click()
      await page.getByText('Açıklama kaydedildi').waitFor()

      // What is missing is named, and leads to its question.
      await openStep(page, /Gözden geçir/)
      expect(await page.getByRole('button', { name: 'Şefe gönder' }).isDisabled()).toBe(true)
      await page.getByRole('button', { name: /Hangi dilde|hangi dilde/ }).click()
      await page.getByText('Bu soru cevaplanmadı.').first().waitFor()
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('language')
      expect(await violations(page)).toEqual([])

      await fillRest(page, house.address, id)
      await page.reload()
      await page.locator('.inquiry').waitFor()
      await openStep(page, /Gözden geçir/)
      await page.getByRole('button', { name: 'Şefe gönder' }).click()
      await page.getByText('Şefin kontrolünde').waitFor()
      expect(await page.locator('.inquiry').count()).toBe(0)

      const chief = await enter('chief', `inspection/${id}`)
      await chief.page.getByText('9.000,00 TL').first().waitFor()
      expect(await violations(chief.page)).toEqual([])
      await chief.page.getByRole('button', { name: 'Soru sor Aylık kira' }).click()
      await chief.page.getByLabel('Sorunuz').fill('Sözleşme görüldü mü?')
      await chief.page.getByRole('button', { name: 'Ekle', exact: true }).press('Enter')
      await chief.page.getByRole('button', { name: 'Sorularla geri gönder' }).click()
      await chief.page.getByText('Sorularla geri geldi').waitFor()

      await page.reload()
      await page.getByRole('region').getByText('Sözleşme görüldü mü?').waitFor()
      await page.getByRole('button', { name: 'Aylık kira' }).click()
      await page.waitForFunction(() => document.activeElement?.id === 'rent')
      await openStep(page, /Gözden geçir/)
      await page.getByRole('button', { name: 'Şefe gönder' }).click()
      await page.getByText('Şefin kontrolünde').waitFor()

      await chief.page.reload()
      await chief.page.getByRole('button', { name: 'Uygun, ilerlet' }).click()
      expect(await violations(chief.page)).toEqual([])
      await chief.page.getByRole('dialog').getByRole('button', { name: 'Uygun, ilerlet' }).click()
      await chief.page.getByText(/Puan \d+/).waitFor()
      expect([...screen.complaints, ...chief.complaints]).toEqual([])
      await Promise.all([screen.close(), chief.close()])
    }, 180_000)

    test('on a phone and by keyboard', async () => {
      const application = await giveOne(db())
      const { page, close } = await enter('inspector', `inspection/new/${application}`, PHONE)
      await page.getByRole('button', { name: 'İncelemeyi başlat' }).press('Enter')
      await page.locator('.inquiry').waitFor()
      await page.getByRole('radio', { name: 'Evet' }).first().focus()
      await page.keyboard.press('Space')
      await page.locator('.inquiry-choice select').selectOption({ label: 'Konut' })
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Konut')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      expect(await page.getByRole('radio', { name: 'Kendi evi' }).isChecked()).toBe(true)
      await page.getByRole('button', { name: /^Sonraki/ }).press('Enter')
      await page.getByRole('heading', { name: 'Gelir', exact: true }).waitFor()
      await saved(page)
      expect(await overflow(page)).toBe(0)
      expect(await tooSmall(page)).toEqual([])
      expect(await violations(page)).toEqual([])
      await close()
    })
  })
})

/** Gives an application of the small city to the demo inspector, in a district both they and the chief work in. */
async function giveOne(db: Database): Promise<number> {
  const { rows } = await db.pool.query(`
    with demo as (select (select id from komsu.officer where username = 'inspector') as inspector,
      (select id from komsu.officer where username = 'chief') as chief),
    chosen as (
      select a.id from komsu.application a join komsu.household h on h.id = a.household_id, demo
      where a.status in ('ineligible', 'refused', 'granted') and h.dissolved_on is null
        and not exists (select from komsu.application b where b.household_id = a.household_id and b.id <> a.id)
        and exists (select from komsu.person p where p.household_id = h.id and p.died_on is null)
      order by a.id limit 1),
    here as (
      insert into komsu.officer_district (officer_id, district_id)
      select o.id, a.district_id from chosen join komsu.application a using (id), demo,
        lateral (values (demo.inspector), (demo.chief)) o(id) on conflict do nothing)
    update komsu.application a set status = 'assigned', assigned_officer_id = demo.inspector, received_on = current_date - 20,
      closed_on = null, appealed_on = null
    from chosen, demo where a.id = chosen.id returning a.id`)
  return rows[0].id
}
