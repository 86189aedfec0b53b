import { useCallback } from 'react'
import type { ApiProblem } from '../app/api.ts'
import { useShellWords } from './shell-words.ts'

/** What to tell an officer of a problem: the server's own sentence where it has one. */
export function useProblemText(): (problem: ApiProblem) => string {
  const w = useShellWords()
  return useCallback(
    problem => {
      if (problem.type === 'offline') return w('problem.offline')
      if (problem.type === 'not-signed-in') return w('problem.not-signed-in')
      return problem.message && problem.type !== 'internal' ? problem.message : w('problem.internal')
    },
    [w],
  )
}
