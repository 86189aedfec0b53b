import { useState } from 'react'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { useDeedWords } from './deed-words.ts'
import type { OfFact } from './fact-dialogs.tsx'
import { type FactWord, useFactWords } from './fact-words.ts'

/** Ends a fact that no longer holds. */
export function EndFactDialog({ file, fact, onClose, onDone }: OfFact) {
  const w = useDeedWords()
  const f = useFactWords()
  const [endedOn, setEndedOn] = useState<string | null>(file.today)
  const [reason, setReason] = useState('')
  const body = { version: file.version, kind: 'no_longer', endedOn, reason }
  return (
    <DeedDialog
      title={w('fact.endTitle', { fact: f(`fact.${fact.fact}` as FactWord) })}
      submit={w('fact.end')}
      change={() => ({ address: `/api/households/${file.id}/facts/${fact.fact}/${fact.id}/end`, body })}
      onClose={onClose}
      onDone={onDone}
    >
      {errorOf => (
        <>
          <DateField
            label={w('endedOn')}
            min={fact.from}
            max={file.today}
            value={endedOn}
            error={errorOf('endedOn')}
            onChange={setEndedOn}
          />
          <TextField
            label={w('reason')}
            maxLength={500}
            width="whole"
            value={reason}
            error={errorOf('reason') ?? errorOf('factId')}
            onChange={setReason}
          />
        </>
      )}
    </DeedDialog>
  )
}
