import { useState } from 'react'
import type { HouseholdRole } from '../../api/applications/application-codes.rules.ts'
import type { PersonOfFile } from '../../api/households/household.contract.ts'
import { TextField } from '../ui/text-field.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { useDeedWords } from './deed-words.ts'
import { AgeConfirmation, type DialogProps, type Draft, PersonFields } from './person-fields.tsx'

/** Corrects what was written down wrongly of a person. */
export function CorrectPersonDialog({
  file,
  person,
  onClose,
  onDone,
}: DialogProps & Readonly<{ person: PersonOfFile }>) {
  const w = useDeedWords()
  const { nationalId, givenName, familyName, sex, bornOn } = person
  const before: Draft = { nationalId, givenName, familyName, sex, bornOn, role: person.role as HouseholdRole }
  const [draft, setDraft] = useState<Draft>(before)
  const [reason, setReason] = useState('')
  const [isAgeConfirmed, confirmAge] = useState(false)
  const changes = Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => value !== before[field as keyof Draft]),
  )
  return (
    <DeedDialog
      title={w('correct_person.title', { name: `${givenName} ${familyName}` })}
      lead={w('correct_person.lead')}
      submit={w('save')}
      change={() => ({
        address: `/api/households/${file.id}/people/${person.id}/correct`,
        body: { version: file.version, changes, reason, isAgeConfirmed },
      })}
      onClose={onClose}
      onDone={onDone}
    >
      {errorOf => (
        <>
          <PersonFields
            draft={draft}
            change={part => setDraft(now => ({ ...now, ...part }))}
            errorOf={errorOf}
            max={file.today}
          />
          <AgeConfirmation draft={draft} today={file.today} value={isAgeConfirmed} onChange={confirmAge} />
          <TextField
            label={w('reason')}
            maxLength={500}
            width="whole"
            value={reason}
            error={errorOf('reason') ?? errorOf('changes')}
            onChange={setReason}
          />
        </>
      )}
    </DeedDialog>
  )
}
