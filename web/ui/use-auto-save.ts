import { useCallback, useEffect, useRef, useState } from 'react'

export type SaveState = Readonly<{
  state: 'saved' | 'saving' | 'waiting'
  /** When it was last saved; null before the first time. */
  savedAt: Date | null
  /** What kept the last saving from being done; with a `status` of 4xx it is not tried again by itself. */
  error: Error | null
  /** Saves at once what is not saved yet, as before a page is left. */
  flush: () => Promise<void>
}>

type Options = Readonly<{ delayMs?: number; retryMs?: number; isOff?: boolean }>

/**
 * Saves a value a moment after it last changed, one saving after the other, the newest value always last. A saving that
 * fails is tried again by itself (`waiting`) unless it was refused.
 * The value as it is at first counts as saved.
 */
export function useAutoSave<T>(value: T, save: (value: T) => Promise<unknown>, options: Options = {}): SaveState {
  const { delayMs = 800, retryMs = 5000, isOff = false } = options
  const [state, setState] = useState<SaveState['state']>('saved')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const newest = useRef({ value, save })
  newest.current = { value, save }
  const off = useRef(isOff)
  off.current = isOff
  const saved = useRef(JSON.stringify(value))
  const underway = useRef<Promise<void> | null>(null)
  const text = JSON.stringify(value)

  const flush = useCallback(async (): Promise<void> => {
    // One at a time, and whoever waited looks again: the newest value is always the last one sent.
    while (underway.current) await underway.current
    const said = JSON.stringify(newest.current.value)
    if (said === saved.current) return setState('saved')
    setState('saving')
    setError(null)
    underway.current = attempt(newest.current).then(failure => {
      underway.current = null
      if (failure) {
        setError(failure)
        return setState('waiting')
      }
      saved.current = said
      setSavedAt(new Date())
      setState(said === JSON.stringify(newest.current.value) ? 'saved' : 'saving')
    })
    await underway.current
  }, [])

  useEffect(() => {
    if (isOff || text === saved.current) return
    setState(before => (before === 'waiting' ? before : 'saving'))
    const timer = setTimeout(() => void flush(), delayMs)
    return () => clearTimeout(timer)
  }, [text, isOff, delayMs, flush])

  useEffect(() => {
    if (state !== 'waiting' || (error && isRefusal(error))) return
    const again = () => void flush()
    const timer = setTimeout(again, retryMs)
    addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
    }
  }, [state, error, retryMs, flush])

  // Whoever leaves in the middle of a word does not lose it: another page, another tab, a phone put away.
  useEffect(() => {
    const save = () => {
      if (document.visibilityState === 'hidden' && !off.current) void flush()
    }
    document.addEventListener('visibilitychange', save)
    return () => {
      document.removeEventListener('visibilitychange', save)
      if (!off.current) void flush()
    }
  }, [flush])

  useUnsavedWarning(state !== 'saved')
  return { state, savedAt, error, flush }
}

async function attempt<T>({ value, save }: { value: T; save: (value: T) => Promise<unknown> }): Promise<Error | null> {
  try {
    await save(value)
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Whether the same value would be refused again: an answer 4xx other than an ended session or too many tries. */
function isRefusal(error: Error): boolean {
  const status = 'status' in error ? Number(error.status) : 0
  return status >= 400 && status < 500 && status !== 401 && status !== 429
}

/** The browser asks before a page with something unsaved is closed. */
export function useUnsavedWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [isUnsaved])
}
