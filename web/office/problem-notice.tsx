import type { ApiProblem } from '../app/api.ts'
import { Notice } from '../ui/notice.tsx'
import { useProblemText } from './problem-text.ts'
import { useShellWords } from './shell-words.ts'

type Props = Readonly<{ problem: ApiProblem | null; onRetry?: () => void }>

/** Says a problem of a reading or a deed and offers to try again; nothing when there is none. */
export function ProblemNotice({ problem, onRetry }: Props) {
  const textOf = useProblemText()
  const w = useShellWords()
  if (!problem) return null
  const action = onRetry && { label: w('problem.retry'), onAct: onRetry }
  return <Notice action={action}>{textOf(problem)}</Notice>
}
