import { useState } from 'react'
import type { InspectionView, Passed } from '../../api/inspections/inspection.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ view: InspectionView; onClose: () => void; onChanged: () => void }>

/** The chief's ruling on a finding of the inspector, with the reason the applicant is told. */
export function FalseStatementDialog({ view, onClose, onChanged }: Props) {
  const w = useWords()
  const say = useToast()
  const { client } = useOffice()
  const [reason, setReason] = useState('')
  const rule = useDeed(async () => {
    await client.write<Passed>(`/api/inspections/${view.id}/false-statement`, { version: view.version, reason })
    say(w('falseDone'))
    onClose()
    onChanged()
  })
  return (
    <Dialog title={w('falseTitle')} onClose={onClose}>
      <ProblemNotice problem={rule.problem} />
      <p>{w('falseText')}</p>
      <TextArea label={w('falseReason')} value={reason} limit={1000} onChange={setReason} />
      <div className="actions">
        <button
          type="button"
          className="button is-main"
          disabled={rule.isBusy || reason.trim().length < 10}
          onClick={() => void rule.run()}
        >
          {w('falseStatement')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {w('cancel')}
        </button>
      </div>
    </Dialog>
  )
}
