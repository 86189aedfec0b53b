import type { ScorePreview } from '../../api/scores/scores.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { NeedinessWorking } from '../scheme/neediness-working.tsx'
import { ScoreWorking } from '../scheme/score-working.tsx'
import { Busy } from '../ui/busy.tsx'
import { Section } from '../ui/section.tsx'
import { useFileWords } from './file-words.ts'

/** Neediness and score by what is known today, with their working; nothing is stored. */
export default function ScoreTab({ id }: Readonly<{ id: number }>) {
  const w = useFileWords()
  const { language } = useOffice()
  const read = useRead<ScorePreview>(`/api/households/${id}/score-preview`)
  if (read.problem) return <ProblemNotice problem={read.problem} onRetry={read.reload} />
  if (!read.data) return <Busy />
  const { scheme, score, neediness, people } = read.data
  return (
    <Section title={w('scoreAsk')}>
      <NeedinessWorking neediness={neediness} people={people} />
      <ScoreWorking score={score} people={people} note={scheme.title[language]} />
    </Section>
  )
}
