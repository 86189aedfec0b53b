/** What every browser test of the office looks for. */
import axe, { type AxeResults } from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
export const DARK: BrowserContextOptions = { colorScheme: 'dark' }

/** Violations of WCAG 2.2 AA and of axe's best practice; empty when clean. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResults
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 3).map(node => `${id}: ${help} · ${node.target.join(' ')} · ${node.failureSummary ?? ''}`),
  )
}

/** Pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** What is pressed on a phone and lower than a finger is wide (44 px). */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, input:not([type=radio], [type=checkbox], [type=file]), select, a.button',
      ),
    ]
      .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 44)
      .map(element => element.id || element.className || element.tagName),
  )
}

/** Signs the browser in as a demo account, by the API. */
export async function signInAs(page: Page, address: string, username: string): Promise<void> {
  await page.request.post(`${address}/api/session`, { data: { username, password: 'komsu' } })
}
