import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { findInAllFiles } from '../../api/duplicates/find-duplicates.command.ts'
import { BELIEVED } from '../../api/duplicates/parameters.rules.ts'
import { keepParameters } from '../../api/duplicates/run.queries.ts'
import { asOwner } from '../../api/platform/officer.ts'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { DARK, overflow, PHONE, signInAs, tooSmall, violations } from '../office/testing/look.ts'
import { CHROMIUM, type House, openHouse } from '../testing/screen.ts'

describe.runIf(existsSync(CHROMIUM))('duplicates in a browser', () => {
  onFreshDatabase('on a small city', (db, kind) => {
    if (kind === 'embedded' && inject('nativeUrl')) {
      test.skip('looked at once, on native PostGIS', () => undefined)
      return
    }
    let house: House
    let found = 0
    beforeAll(async () => {
      house = await openHouse(db())
      await asOwner(db(), trx => keepParameters(trx, BELIEVED, { isLearnt: false, note: 'test' }))
      found = (await findInAllFiles(db(), BELIEVED, () => undefined)).found
    })
    afterAll(() => house?.close())

    async function enter(username: string, page: string, options = {}) {
      const screen = await house.open(options)
      await signInAs(screen.page, house.address, username)
      await screen.page.goto(`${house.address}/?room=office&page=${page}`)
      return screen
    }
    const stateOf = async (id: number) => {
      const { rows } = await db().pool.query('select state, settled_at from komsu.duplicate_candidate where id = $1', [
        id,
      ])
      return rows[0]
    }
    const idIn = (url: string) => Number(/duplicates%2F(\d+)/.exec(url)?.[1])

    test('most second files the city was given are found', async () => {
      const { rows } = await db().pool.query(
        'select count(*)::int as planted, count(d.id)::int as hit from komsu.planted_duplicate left join komsu.duplicate_candidate d using (household_a, household_b)',
      )
      expect(rows[0].planted).toBeGreaterThan(5)
      expect(rows[0].hit / rows[0].planted).toBeGreaterThan(0.8)
      expect(found).toBeLessThan(rows[0].planted * 1.5)
    })

    test.each([
      ['on a desk', {}],
      ['on a phone, dark', { ...PHONE, ...DARK }],
    ])('list and pair are clean %s', async (_, options) => {
      const screen = await enter('intake', 'duplicates', options)
      const { page } = screen
      await page.locator('.duplicate-list a').first().waitFor()
      expect([await violations(page), await overflow(page)]).toEqual([[], 0])
      await page.locator('.duplicate-list a').first().click()
      await page.locator('.waterfall').waitFor()
      expect([await violations(page), await overflow(page)]).toEqual([[], 0])
      if ('isMobile' in options) expect(await tooSmall(page)).toEqual([])
      expect(screen.complaints).toEqual([])
      await screen.close()
    })

    test('by keyboard alone: later, different with a reason, same, joined', async () => {
      const screen = await enter('intake', 'duplicates')
      const { page } = screen
      await page.locator('.duplicate-list a').first().focus()
      await page.keyboard.press('Enter')
      const next = async (act: () => Promise<void>) => {
        await page.locator('.decide-bar button:enabled').first().waitFor()
        const before = page.url()
        await act()
        await page.waitForFunction(url => location.href !== url, before)
        return idIn(before)
      }
      const later = await next(() => page.keyboard.press('3'))
      expect((await stateOf(later)).state).toBe('later')
      const different = await next(async () => {
        await page.keyboard.press('2')
        await page.getByRole('dialog', { name: 'Farklı haneler' }).waitFor()
        await page.keyboard.press('Enter')
        await page.getByText('Nereden bildiğinizi birkaç sözle yazın').first().waitFor()
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter')
      })
      expect((await stateOf(different)).state).toBe('different')
      const same = await next(async () => {
        await page.keyboard.press('1')
        await page.getByRole('dialog', { name: 'Aynı hane' }).waitFor()
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { name: 'Dosyaları birleştir' }).waitFor()
        expect(await violations(page)).toEqual([])
        await page.getByRole('button', { name: 'Birleştir' }).focus()
        await page.keyboard.press('Enter')
      })
      expect(page.url()).toContain('page=file')
      expect(await stateOf(same)).toMatchObject({ state: 'same', settled_at: expect.any(Date) })
      await screen.close()
    })

    test('another officer was faster: said, and nothing is decided twice', async () => {
      const screen = await enter('chief', 'duplicates')
      await screen.page.locator('.duplicate-list a').first().click()
      await screen.page.locator('.decide-bar').waitFor()
      const id = idIn(screen.page.url())
      await db().pool.query(`update komsu.duplicate_candidate set state = 'different' where id = $1`, [id])
      await screen.page.keyboard.press('3')
      await screen.page.getByText('başka bir görevli karar vermiş').waitFor()
      expect((await stateOf(id)).state).toBe('different')
      await screen.close()
    })

    test('who has no right is told who has; an empty list says what will be here', async () => {
      const inspector = await enter('inspector', 'duplicates')
      await inspector.page.getByText('sayfasını şu roller açabilir').waitFor()
      await inspector.close()
      await db().pool.query(`update komsu.duplicate_candidate set state = 'different' where state = 'open'`)
      const intake = await enter('intake', 'duplicates')
      await intake.page.getByText('Bakılacak çift kayıt yok').waitFor()
      expect(await violations(intake.page)).toEqual([])
      await intake.close()
    })
  })
})
