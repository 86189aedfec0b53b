import { useCallback, useEffect, useRef, useState } from 'react'

export type SaveState = Readonly<{
  state: 'saved' | 'saving' | 'waiting'
  /** When it was last saved; null before the first time. */
  savedAt: Date | null
  /** Saves at once what is not saved yet, as before a page is left. */
  flush: () => Promise<void>
}>

type Options = Readonly<{ delayMs?: number; retryMs?: number; isOff?: boolean }>

/**
 * Saves a value a moment after it last changed, one saving after the other, the newest value always last. A saving that
 * fails is tried again by itself (`waiting`).
 * The value as it is at first counts as saved.
 */
export function useAutoSave<T>(value: T, save: (value: T) => Promise<unknown>, options: Options = {}): SaveState {
  const { delayMs = 800, retryMs = 5000, isOff = false } = options
  const [state, setState] = useState<SaveState['state']>('saved')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const newest = useRef({ value, save })
  newest.current = { value, save }
  const saved = useRef(JSON.stringify(value))
  const underway = useRef<Promise<void> | null>(null)
  const text = JSON.stringify(value)

  const flush = useCallback(async (): Promise<void> => {
    if (underway.current) await underway.current
    const { value: now, save: put } = newest.current
    const said = JSON.stringify(now)
    if (said === saved.current) return setState('saved')
    setState('saving')
    underway.current = Promise.resolve(put(now)).then(
      () => {
        saved.current = said
        underway.current = null
        setSavedAt(new Date())
        setState(said === JSON.stringify(newest.current.value) ? 'saved' : 'saving')
      },
      () => {
        underway.current = null
        setState('waiting')
      },
    )
    await underway.current
  }, [])

  useEffect(() => {
    if (isOff || text === saved.current) return
    setState(before => (before === 'waiting' ? before : 'saving'))
    const timer = setTimeout(() => void flush(), delayMs)
    return () => clearTimeout(timer)
  }, [text, isOff, delayMs, flush])

  useEffect(() => {
    if (state !== 'waiting') return
    const again = () => void flush()
    const timer = setTimeout(again, retryMs)
    addEventListener('online', again)
    return () => {
      clearTimeout(timer)
      removeEventListener('online', again)
    }
  }, [state, retryMs, flush])

  useUnsavedWarning(state !== 'saved')
  return { state, savedAt, flush }
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
