import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { overflow, PHONE, signInAs, tooSmall, violations } from '../office/testing/look.ts'
import { CHROMIUM, type House, openHouse } from '../testing/screen.ts'

const FIRST_POINTS = '#at-parts-1-questions-0-bands-0-points'

/** A day as people write it, some days from now. */
function typedDay(days: number): string {
  const iso = new Date(Date.now() + 3 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  return iso.split('-').reverse().join('.')
}

describe.runIf(existsSync(CHROMIUM))('score schemes in a browser', () => {
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
      await signInAs(screen.page, house.address, username)
      await screen.page.goto(`${house.address}/?room=office&page=${page}`)
      await screen.page.locator('h1').first().waitFor()
      return screen
    }
    type Screen = Awaited<ReturnType<typeof enter>>
    const saved = ({ page }: Screen) => page.locator('.auto-save.is-saved svg').waitFor()
    const tab = ({ page }: Screen, name: string) => page.getByRole('tab', { name }).click()

    test('an admin drafts by keyboard, is told what is wrong where it is, and nothing typed is lost', async () => {
      const screen = await enter('admin', 'schemes')
      const { page } = screen
      await page.getByRole('link', { name: 'default-1' }).waitFor()
      await page.getByRole('button', { name: 'Yeni taslak' }).press('Enter')
      await page.keyboard.type('Kötü Ad')
      await page.keyboard.press('Enter')
      await page.getByText('Ad küçük harf veya rakamla başlar').waitFor()
      await page.keyboard.press('Control+a')
      await page.keyboard.type('izmir-2027')
      await page.keyboard.press('Enter')
      const question = page.locator('.scheme-question summary', { hasText: 'Konutta hangi hakla oturuluyor?' })
      await question.press('Enter')
      await page.locator(FIRST_POINTS).fill('19,5')
      const link = page.locator('.scheme-faults a')
      expect(await link.textContent()).toContain('“Konut” bölümü en çok 20 puan olabilir')
      await link.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('line-parts-1-questions')
      expect(await violations(page)).toEqual([])
      await page.locator(FIRST_POINTS).fill('yedi')
      await page.getByText('Burada yazılan okunamıyor').first().waitFor()
      expect(await page.locator(FIRST_POINTS).inputValue()).toBe('yedi')
      await page.locator(FIRST_POINTS).fill('2')
      await page.getByText('Eksik ya da hatalı yer yok').waitFor()
      await saved(screen)
      await page.reload()
      await question.press('Enter')
      expect(await page.locator(FIRST_POINTS).inputValue()).toBe('2')
      expect(screen.complaints).toEqual([])
      await screen.close()
    })

    test('words of a place are refused as they are typed', async () => {
      const screen = await enter('admin', 'schemes/izmir-2027')
      const { page } = screen
      await page.locator('.scheme-question summary', { hasText: 'Konutun durumu nasıl?' }).press('Enter')
      await page.locator('#at-parts-1-questions-1-text-tr').fill('Kötü bir mahallede mi oturuyor?')
      await page.getByText('Bir yerin özelliği kişinin puanına giremez').first().waitFor()
      await page.reload()
      await page.locator('.scheme-question summary', { hasText: 'Konutun durumu nasıl?' }).waitFor() // never saved
      await screen.close()
    })

    test('an example household is scored as one types', async () => {
      const screen = await enter('admin', 'schemes/izmir-2027')
      const { page } = screen
      await tab(screen, 'Örnek hane')
      const total = page.locator('.working-number')
      expect(await total.textContent()).toBe('53 puan')
      await page.getByLabel('Aylık gelir').fill('')
      await page.getByText('Sorulmamış gelir sıfır sayılmaz').waitFor()
      await page.getByText('Eksik bilgi var').waitFor()
      expect(await violations(page)).toEqual([])
      await screen.close()
    })

    test('simulated, adopted from a day to come; the commission reads it and edits nothing', async () => {
      const screen = await enter('admin', 'schemes/izmir-2027')
      const { page } = screen
      await page.getByRole('button', { name: 'Kabul et', exact: true }).click()
      await page.getByText('Önce bu hâliyle benzetimi çalıştırın').waitFor()
      await page.keyboard.press('Escape')
      await tab(screen, 'Benzetim')
      await page.getByRole('button', { name: 'Benzetimi çalıştır' }).press('Enter')
      await page.locator('.simulation-sentence').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Kabul et', exact: true }).press('Enter')
      await page.locator('dialog button[type=submit]').press('Enter')
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary')
      expect(await violations(page)).toEqual([])
      await page.getByLabel('Yürürlük günü').fill(typedDay(1))
      await page.getByLabel('Komisyon kararının numarası').fill('2026/118')
      await page.getByLabel('Kararın tarihi').fill(typedDay(0))
      await page.getByLabel('Kararda yazan en düşük puan').fill('50')
      await page.keyboard.press('Enter')
      await page.getByText(`${typedDay(1)} günü başlar`).waitFor()
      expect(await page.locator(FIRST_POINTS).count()).toBe(0)
      await screen.close()
      const commission = await enter('commission', 'schemes/izmir-2027')
      await commission.page.locator('.scheme-question').first().waitFor()
      expect(await commission.page.locator('.band-table input').count()).toBe(0)
      expect(await commission.page.getByRole('button', { name: 'Kabul et' }).count()).toBe(0)
      await commission.close()
    })

    test('fits a phone', async () => {
      const screen = await enter('admin', 'schemes/default-1', PHONE)
      await screen.page.locator('.scheme-question summary').first().click()
      expect(await overflow(screen.page)).toBe(0)
      expect(await violations(screen.page)).toEqual([])
      expect(await tooSmall(screen.page)).toEqual([])
      await screen.close()
    })
  })
})
