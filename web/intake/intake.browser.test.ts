import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { overflow, PHONE, signInAs, tooSmall, violations } from '../office/testing/look.ts'
import { CHROMIUM, type House, openHouse } from '../testing/screen.ts'

describe.runIf(existsSync(CHROMIUM))('intake in a browser', () => {
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

    async function start(options = {}) {
      const screen = await house.open(options)
      await signInAs(screen.page, house.address, 'intake')
      await screen.page.goto(`${house.address}/?room=office&page=intake`)
      await screen.page.locator('input[data-search]').waitFor()
      return screen
    }

    /** An adult without any application, of a household not yet the officer's to see. */
    const someone = async (offset = 0) => {
      const { rows } = await db().pool.query(`select p.national_id, p.household_id from komsu.person p
        where p.household_role = 'head' and p.died_on is null and p.born_on < '1990-01-01'
          and not exists (select from komsu.application a where a.household_id = p.household_id) order by p.id offset ${offset} limit 1`)
      return rows[0] as { national_id: string; household_id: number }
    }
    const countOf = async (household: number) =>
      (await db().pool.query('select count(*)::int as n from komsu.application where household_id = $1', [household]))
        .rows[0].n

    /** Counts what an officer does: a field typed in, a box ticked, a button pressed. */
    function inputs(page: Page) {
      let count = 0
      const did = (work: Promise<unknown>) => {
        count++
        return work
      }
      return {
        type: (field: string, text: string) => did(page.locator(field).fill(text)),
        check: (label: string) => did(page.getByLabel(label).check()),
        press: (name: RegExp) => did(page.getByRole('button', { name }).first().click()),
        key: (key: string) => did(page.keyboard.press(key)),
        count: () => count,
      }
    }

    test('a known household is taken in at most twelve inputs, by keyboard at the end, and the receipt says what to bring', async () => {
      const person = await someone()
      const screen = await start()
      const { page } = screen
      const officer = inputs(page)
      await officer.type('input[data-search]', person.national_id)
      await officer.press(/^Başvuru al/)
      await page.locator('.intake-people').waitFor()
      await officer.check('Gıda kolisi')
      await officer.check('Evde bakım')
      await officer.check('Görüldü: İmzalı dilekçe')
      await officer.check('Okundu, başvuran kabul etti')
      await officer.key('Control+Enter')
      await page.getByRole('heading', { name: 'Başvuru kaydedildi' }).waitFor()
      expect(officer.count()).toBeLessThanOrEqual(12)
      await page.getByText('Engelli sağlık kurulu raporu').waitFor()
      expect(await page.getByText('İmzalı dilekçe').count()).toBe(0)
      expect(await countOf(person.household_id)).toBe(1)
      await page.reload()
      await page.getByRole('heading', { name: 'Başvuru kaydedildi' }).waitFor()
      await page.goto(`${house.address}/?room=office&page=intake`)
      await page.locator('input[data-search]').fill(person.national_id)
      await page.getByText('Açık başvurusu var').waitFor()
      await page.getByRole('button', { name: /^Başvuru al/ }).click()
      await page.getByText(/Bu başvuru ona katılacak/).waitFor()
      await page.getByLabel('Yakacak').check()
      await page.getByLabel('Okundu, başvuran kabul etti').check()
      await page.getByRole('button', { name: 'Açık başvuruya ekle' }).click()
      await page.getByRole('heading', { name: 'Açık başvuruya katıldı' }).waitFor()
      expect(await countOf(person.household_id)).toBe(1)
      expect(screen.complaints).toEqual([])
      await screen.close()
    })

    test('after it was handed in: a request more, a paper seen, urgent, taken back with a reason', async () => {
      const { rows } = await db().pool.query(`select a.id from komsu.application a where a.status = 'awaiting_inquiry'
        and a.district_id in (select district_id from komsu.officer_district od join komsu.officer o on o.id = od.officer_id where o.username = 'intake')
        and not exists (select from komsu.request q where q.application_id = a.id and q.aid_type_code = 'furniture') order by a.id limit 1`)
      const screen = await start()
      const { page } = screen
      await page.goto(`${house.address}/?room=office&page=intake/application/${rows[0].id}`)
      await page.getByLabel('Talep ekle').selectOption({ label: 'Eşya' })
      await page.getByRole('button', { name: 'Ekle', exact: true }).click()
      await page.getByRole('button', { name: 'Vazgeçildi: Eşya' }).click()
      await page.getByRole('button', { name: 'Kaydet', exact: true }).click()
      await page.getByText('En az üç harf yazın.').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByLabel('Neden', { exact: true }).fill('Komşusu verdi')
      await page.getByRole('button', { name: 'Kaydet', exact: true }).click()
      await page.getByText('vazgeçildi: Komşusu verdi').waitFor()
      await page.getByRole('button', { name: 'Acil olarak işaretle' }).click()
      await page.getByLabel('Neden', { exact: true }).fill('Evde gıda yok')
      await page.getByRole('button', { name: 'Kaydet', exact: true }).click()
      await page.getByRole('button', { name: 'Acil değil' }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Başvuruyu geri çek' }).click()
      await page.getByLabel('Neden', { exact: true }).fill('Başka ile taşınıyor')
      await page.getByRole('button', { name: 'Kaydet', exact: true }).click()
      await page.getByText('Geri çekildi: Başka ile taşınıyor').waitFor()
      expect(await page.getByRole('button', { name: 'Başvuruyu geri çek' }).getAttribute('aria-disabled')).toBe('true')
      const after = await db().pool.query('select status, is_urgent from komsu.application where id = $1', [rows[0].id])
      expect(after.rows).toEqual([{ status: 'withdrawn', is_urgent: true }])
      await screen.close()
    })

    test('what was typed survives a reload, a cut connection and a session that ended', async () => {
      const person = await someone(1)
      const screen = await start()
      const { page } = screen
      await page.locator('input[data-search]').fill(person.national_id)
      await page.getByRole('button', { name: /^Başvuru al/ }).click()
      await page.locator('.intake-people').waitFor()
      await page.locator('#note').fill('Kirasını ödeyemiyor')
      await page.getByText(/Kaydedildi \d/).waitFor()
      await page.reload()
      await page.locator('#note').waitFor()
      expect(await page.locator('#note').inputValue()).toBe('Kirasını ödeyemiyor')
      await page.context().setOffline(true)
      await page.locator('#note').fill('Kirasını üç aydır ödeyemiyor')
      await page.getByText('Kaydedilemedi').waitFor()
      await page.context().setOffline(false)
      await page.getByText(/Kaydedildi \d/).waitFor()
      await page.locator('.intake-people').waitFor()
      await page.getByLabel('Gıda kolisi').check()
      await page.getByLabel('Okundu, başvuran kabul etti').check()
      await page.getByText(/Kaydedildi \d/).waitFor()
      await page.context().clearCookies() // the server remembers a session for a moment; the browser without it does not
      await page.getByRole('button', { name: 'Başvuruyu kaydet' }).click()
      await page.locator('#sign-in-again-password').fill('komsu')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Başvuru kaydedildi' }).waitFor()
      const { rows } = await db().pool.query('select note from komsu.application where household_id = $1', [
        person.household_id,
      ])
      expect(rows).toEqual([{ note: 'Kirasını üç aydır ödeyemiyor' }])
      await screen.close()
    })

    test('a new household: every fault named at its field, a street found by typing, then recorded', async () => {
      const screen = await start()
      const { page } = screen
      await page.getByRole('button', { name: 'Yeni hane ile başvuru al' }).click()
      await page.getByText('1. kişi').waitFor()
      await page.getByRole('button', { name: 'Başvuruyu kaydet' }).click()
      await page.getByRole('link', { name: 'Adı yazın.', exact: true }).click()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('household.people.0.givenName')
      expect(await violations(page)).toEqual([])
      const at = (name: string) => page.locator(`[id="household.people.0.${name}"]`)
      await at('nationalId').fill('10000000146')
      await at('givenName').fill('Şükran')
      await at('familyName').fill('Ilgın')
      await page.getByLabel('Kadın').check()
      await at('bornOn').fill('28.02.1985')
      const { rows } = await db().pool.query(
        `select s.name, n.name as where from komsu.street s join komsu.neighbourhood n on n.id = s.neighbourhood_id order by s.id limit 1`,
      )
      await page.getByLabel('Sokak', { exact: true }).fill(`${rows[0].name} ${rows[0].where}`)
      await page.locator('.intake-place button').first().click()
      await page.getByText(/^Seçilen:/).waitFor()
      await page.getByLabel('Kapı no', { exact: true }).fill('12')
      await page.getByLabel('Gıda kolisi').check()
      await page.getByLabel('Okundu, başvuran kabul etti').check()
      await page.getByRole('button', { name: 'Başvuruyu kaydet' }).click()
      await page.getByRole('heading', { name: 'Başvuru kaydedildi' }).waitFor()
      await screen.close()
    })

    test.each([
      ['desk', {}],
      ['phone', PHONE],
    ])('on a %s axe finds nothing and nothing is too wide', async (_name, options) => {
      const person = await someone(2)
      const screen = await start(options)
      const { page } = screen
      await page.locator('input[data-search]').fill(person.national_id)
      const take = page.getByRole('button', { name: /^Başvuru al/ })
      await take.waitFor()
      const look = async () => {
        expect(await violations(page)).toEqual([])
        expect(await overflow(page)).toBe(0)
        if ('isMobile' in options) expect(await tooSmall(page)).toEqual([])
      }
      await look()
      await take.click()
      await page.locator('.intake-people').waitFor()
      await page.getByLabel('Mağdur').check()
      await page.getByLabel('Noter vekili').check()
      await look()
      await screen.close()
    })
  })
})
