import { type FormEvent, useState } from 'react'
import type { Hit } from '../../api/households/search.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { Dialog } from '../ui/dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from './words.ts'

type Ground = 'petition_received' | 'call_received' | 'duplicate_check'
type Props = Readonly<{ hit: Pick<Hit, 'householdId' | 'name'>; onClose: () => void; onOpened: (id: number) => void }>

/** Asks on what ground a file is opened that is not among the officer's work. */
export function OpenDialog({ hit, onClose, onOpened }: Props) {
  const w = useWords()
  const { client, role } = useOffice()
  const grounds: readonly Ground[] =
    role === 'chief' ? ['duplicate_check'] : ['petition_received', 'call_received', 'duplicate_check']
  const [ground, setGround] = useState<Ground>(grounds[0] ?? 'duplicate_check')
  const [reason, setReason] = useState('')
  const open = useDeed(async () => {
    await client.write(`/api/households/${hit.householdId}/open`, { ground, reason: reason.trim() || null })
    onOpened(hit.householdId)
  })
  return (
    <Dialog title={w('open.title', { name: hit.name })} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void open.run()
        }}
      >
        <p>{w('open.lead')}</p>
        <ProblemNotice problem={open.problem} />
        <RadioGroup
          label={w('open.ground')}
          options={grounds.map(value => ({ value, label: w(`open.${value}`) }))}
          value={ground}
          onChange={setGround}
        />
        <TextField
          label={w('open.reason')}
          help={w('open.reasonHelp')}
          isOptional={ground !== 'duplicate_check'}
          maxLength={500}
          width="whole"
          value={reason}
          onChange={setReason}
        />
        <div className="actions">
          <button type="submit" className="button is-main" disabled={open.isBusy}>
            {w('open.do')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {w('open.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
