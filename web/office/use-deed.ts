import { useCallback, useRef, useState } from 'react'
import type { ApiProblem } from '../app/api.ts'
import { asProblem } from './use-read.ts'

export type Deed<A extends readonly unknown[], T> = Readonly<{
  /** Does it; a second press while it is under way does nothing. Undefined: refused or given up, `problem` says why. */
  run: (...given: A) => Promise<T | undefined>
  isBusy: boolean
  problem: ApiProblem | null
  /** Takes the problem off the screen, as when a dialog is opened again. */
  clear: () => void
}>

/** One thing an officer does with a button: its being busy and what came in its way. */
export function useDeed<A extends readonly unknown[], T>(act: (...given: A) => Promise<T>): Deed<A, T> {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const newest = useRef(act)
  newest.current = act
  const isRunning = useRef(false)
  const run = useCallback(async (...given: A): Promise<T | undefined> => {
    if (isRunning.current) return undefined
    isRunning.current = true
    setBusy(true)
    setProblem(null)
    try {
      return await newest.current(...given)
    } catch (error) {
      setProblem(asProblem(error))
      return undefined
    } finally {
      isRunning.current = false
      setBusy(false)
    }
  }, [])
  const clear = useCallback(() => setProblem(null), [])
  return { run, isBusy, problem, clear }
}
