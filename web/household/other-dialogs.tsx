import { useState } from 'react'
import { EMPTY_FORM, type IntakeForm } from '../../api/applications/intake-form.rules.ts'
import { AddressFields } from '../intake/address-fields.tsx'
import { DateField } from '../ui/date-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { useDeedWords } from './deed-words.ts'
import { addressSaid } from './new-address.rules.ts'
import type { DialogProps } from './person-fields.tsx'

const NOTE_LIMIT = 4000
const NO_ERRORS: never[] = []

/** The household moved: a door of a street, a pin, or a description within a neighbourhood. */
export function MoveDialog({ file, onClose, onDone }: DialogProps) {
  const w = useDeedWords()
  const [form, setForm] = useState<IntakeForm>(EMPTY_FORM)
  const [on, setOn] = useState<string | null>(file.today)
  const [reason, setReason] = useState('')
  const body = { version: file.version, address: addressSaid(form.address), on, reason: reason || null }
  return (
    <DeedDialog
      title={w('move.title')}
      lead={w('move.lead')}
      submit={w('save')}
      change={() => ({ address: `/api/households/${file.id}/move`, body })}
      onClose={onClose}
      onDone={onDone}
    >
      {errorOf => (
        <>
          <AddressFields
            form={form}
            change={part => setForm(now => ({ ...now, ...(typeof part === 'function' ? part(now) : part) }))}
            errors={NO_ERRORS}
          />
          <DateField label={w('on')} max={file.today} value={on} error={errorOf('on')} onChange={setOn} />
          <TextField label={w('reason')} isOptional maxLength={500} width="whole" value={reason} onChange={setReason} />
        </>
      )}
    </DeedDialog>
  )
}

/** A note in the timeline. */
export function NoteDialog({ file, onClose, onDone }: DialogProps) {
  const w = useDeedWords()
  const [text, setText] = useState('')
  return (
    <DeedDialog
      title={w('note.do')}
      submit={w('save')}
      change={() => ({ address: `/api/households/${file.id}/notes`, body: { text } })}
      onClose={onClose}
      onDone={onDone}
    >
      {errorOf => (
        <TextArea
          label={w('note')}
          limit={NOTE_LIMIT}
          rows={6}
          value={text}
          error={errorOf('text')}
          onChange={setText}
        />
      )}
    </DeedDialog>
  )
}
