import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { fillRest } from '../inspection/testing/fill-rest.ts'
import { signInAs, violations } from '../office/testing/look.ts'
import { CHROMIUM, type House, openHouse } from './screen.ts'

/** One family from the counter to the score, each officer at their own screen, by keyboard. */
describe.runIf(existsSync(CHROMIUM))('a family’s way through the office', () => {
  onFreshDatabase('on a small city', (db, kind) => {
    if (kind === 'embedded' && inject('nativeUrl')) {
      test.skip('walked once, on native PostGIS', () => undefined)
      return
    }
    let house: House
    beforeAll(async () => {
      house = await openHouse(db())
    })
    afterAll(() => house?.close())

    async function enter(username: string, page: string) {
      const screen = await house.open()
      await signInAs(screen.page, house.address, username)
      await screen.page.goto(`${house.address}/?room=office&page=${page}`)
      await screen.page.locator('.office-page h1').first().waitFor()
      return screen
    }
    const press = async (page: Page, name: string | RegExp, key = 'Enter') => {
      const button = page.getByRole('button', { name }).first()
      await button.waitFor()
      await button.focus()
      await page.keyboard.press(key)
    }
    const tick = async (page: Page, label: string | RegExp) => {
      const box = page.getByLabel(label).first()
      await box.waitFor()
      await box.focus()
      await page.keyboard.press('Space')
    }
    const type = async (page: Page, field: string, text: string) => {
      await page.locator(field).focus()
      await page.keyboard.insertText(text)
    }

    test('from the petition to the scored inspection', async () => {
      const { rows } = await db().pool.query(`
        select s.name, n.name as neighbourhood, n.district_id from komsu.street s join komsu.neighbourhood n on n.id = s.neighbourhood_id
        join komsu.officer_district w on w.district_id = n.district_id join komsu.officer o on o.id = w.officer_id and o.username = 'inspector'
        order by s.id limit 1`)
      const street = rows[0] as { name: string; neighbourhood: string }

      const intake = await enter('intake', 'intake')
      const desk = intake.page
      await press(desk, 'Yeni hane ile başvuru al')
      const field = (name: string) => `[id="household.people.0.${name}"]`
      await desk.locator(field('nationalId')).waitFor()
      await type(desk, field('nationalId'), '10000000146')
      await type(desk, field('givenName'), 'Şükran')
      await type(desk, field('familyName'), 'Ilgın')
      await tick(desk, 'Kadın')
      await type(desk, field('bornOn'), '28.02.1985')
      await desk.getByLabel('Sokak', { exact: true }).focus()
      await desk.keyboard.insertText(`${street.name} ${street.neighbourhood}`)
      const place = desk.locator('.intake-place button').first()
      await place.waitFor()
      await place.focus()
      await desk.keyboard.press('Enter')
      await desk.getByText(/^Seçilen:/).waitFor()
      await desk.getByRole('textbox', { name: 'Kapı no' }).focus()
      await desk.keyboard.insertText('12')
      await tick(desk, 'Gıda kolisi')
      await tick(desk, 'Okundu, başvuran kabul etti')
      await desk.keyboard.press('Control+Enter')
      await desk.getByRole('heading', { name: 'Başvuru kaydedildi' }).waitFor()
      const { id, household } = (
        await db().pool.query(`select a.id, a.household_id as household from komsu.application a join komsu.person p using (household_id)
          where p.national_id = '10000000146'`)
      ).rows[0] as { id: number; household: number }

      const chief = await enter('chief', 'pool')
      const row = chief.page.locator('.data-table tbody tr', { hasText: 'Ilgın' })
      await row.locator('input[type=checkbox]').focus()
      await chief.page.keyboard.press('Space')
      await press(chief.page, 'İncelemeciye ver')
      const dialog = chief.page.getByRole('dialog')
      await dialog.getByRole('radio', { name: /Zeynep Çınar/ }).focus()
      await chief.page.keyboard.press('Space')
      await dialog.getByRole('button', { name: 'Ver' }).press('Enter')
      await expect.poll(() => statusOf(id)).toBe('assigned')

      const inspector = await enter('inspector', 'today')
      const visit = inspector.page
      await visit
        .getByRole('link', { name: /Ilgın hanesi/ })
        .first()
        .press('Enter')
      await press(visit, 'İncelemeyi başlat')
      await visit.locator('.inquiry').waitFor()
      const inspection = Number(/inspection(?:\/|%2F)(\d+)/.exec(visit.url())?.[1])
      await visit.getByRole('radio', { name: 'Evet' }).first().focus()
      await visit.keyboard.press('Space')
      await visit.locator('.auto-save.is-saved svg').waitFor()
      await fillRest(visit, house.address, inspection)
      await visit.reload()
      await visit.locator('.inquiry').waitFor()
      await press(visit, /Gözden geçir/)
      await press(visit, 'Şefe gönder')
      await visit.getByText('Şefin kontrolünde').waitFor()
      expect(await statusOf(id)).toBe('inspected')

      await chief.page.goto(`${house.address}/?room=office&page=today`)
      await chief.page
        .getByRole('link', { name: /Ilgın hanesi/ })
        .first()
        .press('Enter')
      await press(chief.page, 'Uygun, ilerlet')
      await chief.page.getByRole('dialog').getByRole('button', { name: 'Uygun, ilerlet' }).press('Enter')
      await chief.page.getByText(/Puan \d+/).waitFor()
      expect(await statusOf(id)).toMatch(/^(eligible|ineligible)$/)

      await desk.goto(`${house.address}/?room=office&page=file/${household}`)
      await desk.getByRole('heading', { name: /Ilgın/ }).first().waitFor()
      expect(await violations(desk)).toEqual([])
      const trail = await db().pool.query(
        `select action from komsu.audit_event where action in ('application.submit', 'activity.assign', 'application.assign', 'inspection.start',
          'inspection.send', 'inspection.pass', 'score.make') order by id`,
      )
      expect(trail.rows.map(one => one.action.replace(/^(application|activity)\.assign$/, 'assign'))).toEqual([
        'application.submit',
        'assign',
        'inspection.start',
        'inspection.send',
        ...trail.rows.slice(4).map(one => one.action),
      ])
      expect(trail.rows.map(one => one.action)).toContain('inspection.pass')
      expect([...intake.complaints, ...chief.complaints, ...inspector.complaints]).toEqual([])
      await Promise.all([intake.close(), chief.close(), inspector.close()])
    }, 180_000)

    async function statusOf(application: number): Promise<string> {
      const { rows } = await db().pool.query('select status from komsu.application where id = $1', [application])
      return rows[0].status
    }
  })
})
