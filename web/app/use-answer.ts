import { useCallback, useEffect, useState } from 'react'
import { ApiProblem } from './api.ts'

/** An answer on its way: what came last is kept while the next is awaited, so that the layout stays. */
export type Answer<T> = Readonly<{
  data: T | undefined
  /** Whether `data` belongs to the present question. */
  isFresh: boolean
  problem: ApiProblem | null
  retry: () => void
}>

type Kept<T> = { key: string | null; data: T | undefined; problem: ApiProblem | null }

/** Asks whenever `key` changes; null asks nothing. `peek` answers at once from what is kept. */
export function useAnswer<T>(key: string | null, fetch: () => Promise<T>, peek?: () => T | undefined): Answer<T> {
  const [kept, setKept] = useState<Kept<T>>({ key: null, data: undefined, problem: null })
  const [attempt, setAttempt] = useState(0)
  const here = key !== null && kept.key !== key ? peek?.() : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for everything the question depends on
  useEffect(() => {
    if (key === null) return
    let isWanted = true
    fetch().then(
      data => isWanted && setKept({ key, data, problem: null }),
      (error: unknown) => isWanted && setKept(before => ({ ...before, key, problem: asProblem(error) })),
    )
    return () => {
      isWanted = false
    }
  }, [key, attempt])
  const retry = useCallback(() => setAttempt(count => count + 1), [])
  if (here !== undefined) return { data: here, isFresh: true, problem: null, retry }
  const isFresh = kept.key === key && kept.problem === null && kept.data !== undefined
  return { data: kept.data, isFresh, problem: kept.key === key ? kept.problem : null, retry }
}

function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('internal', 0, String(error))
}
