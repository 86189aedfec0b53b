/** Keeps the view and the browser's address the same, both ways. */
import { createStore, type Store } from './store.ts'
import { DEFAULT_VIEW, formatAddress, isStep, parseAddress, type View } from './view.rules.ts'

const MEMORY = 'komsu.preferences'

/** The view of the present address, watched: a change renews the address, back and forward change the view. */
export function viewInAddress(): Store<View> {
  const store = createStore(parseAddress(location.search, location.hash, remembered()))
  let last = store.get()
  let isRestoring = false
  store.subscribe(() => {
    const view = store.get()
    if (!isRestoring) writeAddress(last, view)
    last = view
    remember(view)
  })
  addEventListener('popstate', () => {
    isRestoring = true
    store.set(parseAddress(location.search, location.hash, remembered()))
    isRestoring = false
  })
  return store
}

function writeAddress(before: View, after: View): void {
  const address = formatAddress(after) || location.pathname
  if (isStep(before, after)) history.pushState(null, '', address)
  else history.replaceState(null, '', address)
}

/** Language and appearance outlive the address: they belong to the person, not to the link. */
function remembered(): View {
  try {
    const { language, theme } = JSON.parse(localStorage.getItem(MEMORY) ?? '{}') as Partial<View>
    return { ...DEFAULT_VIEW, language: language === 'en' ? 'en' : 'tr', theme: asTheme(theme) }
  } catch {
    return DEFAULT_VIEW
  }
}

function asTheme(theme: unknown): View['theme'] {
  return theme === 'light' || theme === 'dark' || theme === 'contrast' ? theme : 'auto'
}

function remember({ language, theme }: View): void {
  try {
    localStorage.setItem(MEMORY, JSON.stringify({ language, theme }))
  } catch {
    // Storage may be closed to us (private window); the address still carries both.
  }
}
