import { useCallback, useEffect, useState } from 'react'
import { ApiProblem } from '../app/api.ts'
import { useOffice } from './use-office.ts'

export type Read<T> = Readonly<{
  /** The answer; while it is asked anew the last one. Of another address only with `keep`. */
  data: T | undefined
  isLoading: boolean
  problem: ApiProblem | null
  /** Asks again, keeping what is shown. */
  reload: () => void
  /** Puts an answer in its place, as after a change that came back whole. */
  put: (data: T) => void
}>

type Kept<T> = { address: string | null; data: T | undefined; problem: ApiProblem | null; isLoading: boolean }

/**
 * What an address answers; null asks nothing. An address that changes gives the former question up. `keep` shows the
 * former answer meanwhile: for lists whose question changes, never for files of people.
 */
export function useRead<T>(address: string | null, { keep = false } = {}): Read<T> {
  const { client } = useOffice()
  const [kept, setKept] = useState<Kept<T>>({ address: null, data: undefined, problem: null, isLoading: false })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt is a reason to ask again
  useEffect(() => {
    if (address === null) return
    const given = new AbortController()
    setKept(before => ({ ...before, isLoading: true }))
    client.read<T>(address, { signal: given.signal }).then(
      data => given.signal.aborted || setKept({ address, data, problem: null, isLoading: false }),
      (error: unknown) =>
        given.signal.aborted ||
        setKept(before => ({ ...before, address, problem: asProblem(error), isLoading: false })),
    )
    return () => given.abort()
  }, [address, attempt, client])
  const reload = useCallback(() => setAttempt(count => count + 1), [])
  const put = useCallback((data: T) => setKept({ address, data, problem: null, isLoading: false }), [address])
  const isHere = kept.address === address
  const isLoading = address !== null && (kept.isLoading || !isHere)
  return { data: isHere || keep ? kept.data : undefined, isLoading, problem: isHere ? kept.problem : null, reload, put }
}

export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('internal', 0, String(error))
}
