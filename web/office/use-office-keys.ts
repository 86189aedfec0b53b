import { useEffect, useRef, useState } from 'react'
import { meaningOf } from './office-keys.rules.ts'
import { hasPage } from './pages.ts'
import type { Office } from './use-office.ts'

const G_COUNTS_MS = 1000

/** Listens for the keys of the office while nobody types and nothing lies over the page. */
export function useOfficeKeys(office: Office | null) {
  const [isShown, setShown] = useState(false)
  const now = useRef(office)
  now.current = office
  useEffect(() => {
    let afterG = Number.NEGATIVE_INFINITY
    const onKey = (event: KeyboardEvent) => {
      if (!now.current || isElsewhere(event)) return
      const meaning = meaningOf(event.key, event.timeStamp - afterG < G_COUNTS_MS)
      afterG = meaning === 'prefix' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (meaning === null || meaning === 'prefix') return
      event.preventDefault()
      if (meaning === 'keys') setShown(true)
      else if (meaning === 'search') toSearch(now.current)
      else if (hasPage(now.current.role, meaning.go)) now.current.go(meaning.go)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return { isShown, show: () => setShown(true), hide: () => setShown(false) }
}

function isElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  const { target } = event
  const isTyping =
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  return isTyping || document.querySelector('dialog[open]') !== null
}

/** The search of the page at hand (an input with `data-search`), else that of the search page. */
function toSearch({ go, role }: Office): void {
  const here = document.querySelector<HTMLInputElement>('.office input[data-search]')
  if (here) here.focus()
  else if (hasPage(role, 'search')) go('search')
}
