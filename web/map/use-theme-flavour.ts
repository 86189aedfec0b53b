import { useSyncExternalStore } from 'react'
import { FLAVOURS, type Flavour } from './flavour.ts'

/** The flavour the page has now, as `data-theme` of its root says. */
export function useThemeFlavour(): Flavour {
  return FLAVOURS[useSyncExternalStore(hear, themeNow)]
}

function hear(listener: () => void): () => void {
  const watch = new MutationObserver(listener)
  watch.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => watch.disconnect()
}

function themeNow(): Flavour['name'] {
  const { theme } = document.documentElement.dataset
  return theme === 'dark' || theme === 'contrast' ? theme : 'light'
}
