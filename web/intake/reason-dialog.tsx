import { useState } from 'react'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useDeskWords } from './desk-words.ts'

/** A deed that is not done without saying why. */
export type Asked = Readonly<{ title: string; limit: number; act: (reason: string) => Promise<void> }>

type Props = Readonly<{ asked: Asked; onClose: () => void }>

/** Asks for the reason and does the deed; what was typed stays while it is refused. */
export function ReasonDialog({ asked, onClose }: Props) {
  const w = useDeskWords()
  const [reason, setReason] = useState('')
  const [isShort, setShort] = useState(false)
  const deed = useDeed(async () => {
    setShort(reason.trim().length < 3)
    if (reason.trim().length < 3 || reason.length > asked.limit) return
    await asked.act(reason)
    onClose()
  })
  return (
    <Dialog title={asked.title} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void deed.run()
        }}
      >
        <ProblemNotice problem={deed.problem} />
        <TextArea
          label={w('reason')}
          limit={asked.limit}
          value={reason}
          onChange={setReason}
          error={isShort ? w('reason.short') : null}
        />
        <div className="actions">
          <button type="submit" className="button is-main" disabled={deed.isBusy}>
            {w('save')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {w('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
