import { useState } from 'react'
import type { PastScore } from '../../api/scores/scores.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { ScoreWorking } from '../scheme/score-working.tsx'
import { Busy } from '../ui/busy.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useFileWords } from './file-words.ts'

/** A score of the file; pressed it says why it is what it is, as it was when it was made. */
export function PastScoreButton({ id, label }: Readonly<{ id: number; label: string }>) {
  const w = useFileWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        {label}
      </button>
      {isOpen && (
        <Dialog title={w('pastScore')} width="wide" onClose={() => setOpen(false)}>
          <Working id={id} />
        </Dialog>
      )}
    </>
  )
}

function Working({ id }: Readonly<{ id: number }>) {
  const w = useFileWords()
  const { format, language } = useOffice()
  const read = useRead<PastScore>(`/api/scores/${id}`)
  if (read.problem) return <ProblemNotice problem={read.problem} onRetry={read.reload} />
  if (!read.data) return <Busy />
  const { schemeTitle, schemeVersion, scoredOn, people } = read.data
  const scheme = schemeTitle?.[language] ?? schemeVersion
  return (
    <ScoreWorking score={read.data} people={people} note={w('pastScoreBy', { day: format.day(scoredOn), scheme })} />
  )
}
