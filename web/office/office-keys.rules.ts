/** Keys of the office as plain data: which page follows `g`. Pure. */
import type { PageName } from './pages.ts'

export const PAGE_KEYS: Readonly<Partial<Record<PageName, string>>> = {
  today: 't',
  search: 'a',
  intake: 'n',
  'web-applications': 'w',
  pool: 'h',
  plans: 'p',
  duplicates: 'c',
  proposals: 'o',
  schemes: 's',
  'read-log': 'k',
  officers: 'g',
}

export type KeyMeaning = { go: PageName } | 'search' | 'keys' | 'prefix' | null

/** What a key means, `g` having been pressed before it or not. Letters by what is typed, so any keyboard layout works. */
export function meaningOf(key: string, isAfterG: boolean): KeyMeaning {
  if (isAfterG) {
    const page = (Object.keys(PAGE_KEYS) as PageName[]).find(name => PAGE_KEYS[name] === key.toLowerCase())
    return page ? { go: page } : null
  }
  if (key === '/') return 'search'
  if (key === '?') return 'keys'
  return key === 'g' ? 'prefix' : null
}
