import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Database } from '../../api/platform/database.ts'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { overflow, PHONE, signInAs, tooSmall, violations } from '../office/testing/look.ts'
import { CHROMIUM, type House, openHouse } from '../testing/screen.ts'

/** Twenty families of the chief's districts wait anew; the small city has too few that do. */
const WAITING = `
  with chosen as (
    select a.id, row_number() over (order by a.id) as n from komsu.application a
    where a.status in ('ineligible', 'refused', 'granted') and a.district_id in (
        select district_id from komsu.officer_district where officer_id = (select id from komsu.officer where username = 'chief'))
      and not exists (select from komsu.application b where b.household_id = a.household_id and b.id <> a.id)
  )
  update komsu.application a set status = 'awaiting_inquiry', received_on = current_date - 40, reply_by = current_date - 10 + n::integer,
    is_urgent = n = 3, closed_on = null
  from chosen where chosen.id = a.id and n <= 20`

describe.runIf(existsSync(CHROMIUM))('pool, plans and first screens in a browser', () => {
  onFreshDatabase('on a small city', (db, kind) => {
    if (kind === 'embedded' && inject('nativeUrl')) {
      test.skip('looked at once, on native PostGIS', () => undefined)
      return
    }
    let house: House
    beforeAll(async () => {
      house = await openHouse(db())
      await db().pool.query(WAITING)
    })
    afterAll(() => house?.close())

    async function enter(username: string, page: string, options = {}) {
      const screen = await house.open(options)
      await signInAs(screen.page, house.address, username)
      await screen.page.goto(`${house.address}/?room=office&page=${page}`)
      await screen.page.locator('.office-page h1').first().waitFor()
      return screen
    }

    test('a chief sees what to do, chooses files by keyboard and gives them', async () => {
      const screen = await enter('chief', 'today')
      await screen.page.getByRole('heading', { name: /Acil, atanacak/ }).waitFor()
      expect(await violations(screen.page)).toEqual([])
      await screen.page.goto(`${house.address}/?room=office&page=pool`)
      const boxes = screen.page.locator('.data-table tbody input[type=checkbox]')
      await boxes.first().waitFor()
      expect(await violations(screen.page)).toEqual([])
      const before = await waiting(db())
      for (const at of [0, 1]) {
        await boxes.nth(at).focus()
        await screen.page.keyboard.press('Space')
      }
      await screen.page.getByRole('button', { name: 'İncelemeciye ver' }).press('Enter')
      const dialog = screen.page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Ver' }).press('Enter')
      await dialog.getByText('İncelemeciyi seçin').waitFor()
      await dialog.getByRole('radio').first().focus()
      await screen.page.keyboard.press('Space')
      expect(await violations(screen.page)).toEqual([])
      await dialog.getByRole('button', { name: 'Ver' }).press('Enter')
      await screen.page
        .getByText(/dosya verildi|dosya verilemedi/)
        .first()
        .waitFor()
      await expect.poll(() => waiting(db())).toBeLessThan(before)
      expect(screen.complaints).toEqual([])
      await screen.close()
    })

    test('a proposed week is changed, sent, and approved by the manager, who sees no household', async () => {
      const chief = await enter('chief', 'plans/new')
      await chief.page.getByRole('button', { name: 'Öneri hazırla' }).click()
      const areas = chief.page.locator('.plan-area')
      await areas.first().waitFor()
      expect(await violations(chief.page)).toEqual([])
      await moveFirstPlace(chief.page)
      await chief.page.getByText(/taşındı|taşınamadı/).waitFor()
      await chief.page.getByRole('button', { name: 'Yöneticiye gönder' }).press('Enter')
      await chief.page.getByText('Onay bekliyor').waitFor()
      expect(await violations(chief.page)).toEqual([])
      const { pathname, search } = new URL(chief.page.url())
      await chief.close()
      const manager = await enter('manager', 'today')
      await manager.page
        .getByText(/planı onayınızı bekliyor/)
        .first()
        .waitFor()
      await manager.page.goto(house.address + pathname + search)
      await manager.page.getByRole('button', { name: 'Onayla' }).waitFor()
      expect(await violations(manager.page)).toEqual([])
      expect(await manager.page.locator('.office-page').innerText()).not.toMatch(/S0\d{5}|hanesi/)
      await manager.page.getByRole('button', { name: 'Onayla' }).press('Enter')
      await manager.page.getByText('Onaylandı', { exact: true }).waitFor()
      const left = await db().pool.query(
        `select count(*)::int as n from komsu.weekly_plan_item where outcome = 'assigned'`,
      )
      expect(left.rows[0].n).toBeGreaterThan(3)
      await manager.close()
    })

    test.each(['chief today', 'chief pool', 'chief plans', 'inspector today', 'manager today'])(
      '%s fits a phone',
      async what => {
        const [who = '', page = ''] = what.split(' ')
        const screen = await enter(who, page, PHONE)
        await screen.page.waitForTimeout(300)
        expect(await overflow(screen.page)).toBeLessThanOrEqual(0)
        expect(await tooSmall(screen.page)).toEqual([])
        expect(await violations(screen.page)).toEqual([])
        await screen.close()
      },
    )
  })
})

/** By keyboard: ticks the first neighbourhood of the plan and moves it to the last inspector. */
async function moveFirstPlace(page: Page): Promise<void> {
  await page.locator('.plan-places input').first().focus()
  await page.keyboard.press('Space')
  const list = page.locator('.chosen select')
  const last = await list.locator('option').last().getAttribute('value')
  await list.selectOption(last)
  await page.getByRole('button', { name: /Seçili \d+ dosyayı taşı/ }).press('Enter')
}

async function waiting(db: Database): Promise<number> {
  const { rows } = await db.pool.query(
    `select count(*)::int as n from komsu.application where status = 'awaiting_inquiry'`,
  )
  return rows[0].n
}
