import { type FormEvent, useState } from 'react'
import type { Proposal } from '../../api/proposals/proposals.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ of: Proposal; onClose: () => void; onDone: () => void }>

/** Refuses a proposal with the reason its author is shown. */
export function RefuseDialog({ of: one, onClose, onDone }: Props) {
  const w = useWords()
  const say = useToast()
  const { client } = useOffice()
  const [reason, setReason] = useState('')
  const refuse = useDeed(async () => {
    await client.write(`/api/proposals/${one.id}/refuse`, { version: one.version, reason })
    say(w('refused'))
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void refuse.run()
  }
  return (
    <Dialog title={w('refuseTitle')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <ProblemNotice problem={refuse.problem} />
        <TextArea label={w('reason')} limit={500} rows={3} value={reason} onChange={setReason} />
        <div className="actions">
          <button type="submit" className="button is-main" disabled={refuse.isBusy}>
            {w('refuse')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {w('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
