import { useState } from 'react'
import type { PersonOfFile } from '../../api/households/household.contract.ts'
import { DateField } from '../ui/date-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { useDeedWords } from './deed-words.ts'
import type { DialogProps } from './person-fields.tsx'

type Props = DialogProps & Readonly<{ person: PersonOfFile }>
type Kind = 'unknown' | 'out_of_province' | 'same_address'

/** Records a death; when the head died the new head is named here. */
export function DeathDialog({ file, person, onClose, onDone }: Props) {
  const w = useDeedWords()
  const [diedOn, setDiedOn] = useState<string | null>(null)
  const [successor, setSuccessor] = useState('')
  const [paper, setPaper] = useState('')
  return (
    <DeedDialog
      title={w('death.title', { name: nameOf(person) })}
      lead={w('death.lead')}
      submit={w('save')}
      change={() => ({
        address: `/api/households/${file.id}/people/${person.id}/death`,
        body: { version: file.version, diedOn, successorId: Number(successor) || null, paper: paper || null },
      })}
      onClose={onClose}
      onDone={onDone}
    >
      {errorOf => (
        <>
          <DateField
            label={w('diedOn')}
            max={file.today}
            value={diedOn}
            error={errorOf('diedOn')}
            onChange={setDiedOn}
          />
          <Successor {...{ file, person, errorOf }} value={successor} onChange={setSuccessor} />
          <TextField label={w('paper')} isOptional maxLength={200} value={paper} onChange={setPaper} />
        </>
      )}
    </DeedDialog>
  )
}

/** A person leaves: for a household of their own here, out of the province, or nobody knows where. */
export function LeaveDialog({ file, person, onClose, onDone }: Props) {
  const w = useDeedWords()
  const [on, setOn] = useState<string | null>(file.today)
  const [kind, setKind] = useState<Kind>('unknown')
  const [place, setPlace] = useState('')
  const [successor, setSuccessor] = useState('')
  const [reason, setReason] = useState('')
  const to = kind === 'out_of_province' ? { kind, place: place || null } : { kind }
  const ways = (['unknown', 'out_of_province', 'same_address'] as const).map(value => ({
    value,
    label: w(`to.${value}`),
  }))
  return (
    <DeedDialog
      title={w('leave.title', { name: nameOf(person) })}
      submit={w('save')}
      change={() => ({
        address: `/api/households/${file.id}/people/${person.id}/leave`,
        body: { version: file.version, on, to, successorId: Number(successor) || null, reason: reason || null },
      })}
      onClose={onClose}
      onDone={onDone}
    >
      {errorOf => (
        <>
          <DateField label={w('on')} max={file.today} value={on} error={errorOf('on')} onChange={setOn} />
          <RadioGroup label={w('to')} options={ways} value={kind} onChange={setKind} error={errorOf('people')} />
          {kind === 'out_of_province' && (
            <TextField label={w('place')} isOptional maxLength={200} value={place} onChange={setPlace} />
          )}
          <Successor {...{ file, person, errorOf }} value={successor} onChange={setSuccessor} />
          <TextField label={w('reason')} isOptional maxLength={500} width="whole" value={reason} onChange={setReason} />
        </>
      )}
    </DeedDialog>
  )
}

type SuccessorProps = Pick<Props, 'file' | 'person'> &
  Readonly<{ errorOf: (field: string) => string | undefined; value: string; onChange: (value: string) => void }>

/** Asked only where the head goes and others stay. */
function Successor({ file, person, errorOf, value, onChange }: SuccessorProps) {
  const w = useDeedWords()
  const staying = file.people.filter(one => one.id !== person.id && one.diedOn === null)
  if (person.role !== 'head' || staying.length === 0) return null
  const options = staying.map(one => ({ value: String(one.id), label: nameOf(one) }))
  return (
    <SelectField
      label={w('successor')}
      options={options}
      value={value}
      error={errorOf('successorId')}
      onChange={onChange}
    />
  )
}

/** Names who acts for a minor or a ward. */
export function GuardianDialog({ file, person, onClose, onDone }: Props) {
  const w = useDeedWords()
  const [kind, setKind] = useState<'parent' | 'court_guardian' | 'trustee' | 'foster'>(
    person.isAdult ? 'court_guardian' : 'parent',
  )
  const [who, setWho] = useState('')
  const [name, setName] = useState('')
  const [paper, setPaper] = useState('')
  const [from, setFrom] = useState<string | null>(file.today)
  const adults = file.people.filter(one => one.isAdult && one.diedOn === null && one.id !== person.id)
  const kinds = (['parent', 'court_guardian', 'trustee', 'foster'] as const).map(value => ({
    value,
    label: w(`kind.${value}`),
  }))
  return (
    <DeedDialog
      title={w('guardian.title', { name: nameOf(person) })}
      submit={w('save')}
      change={() => ({
        address: `/api/households/${file.id}/people/${person.id}/guardian`,
        body: { version: file.version, kind, guardianPersonId: Number(who) || null, name: name || null, paper, from },
      })}
      onClose={onClose}
      onDone={onDone}
    >
      {errorOf => (
        <>
          <RadioGroup label={w('kind')} options={kinds} value={kind} onChange={setKind} error={errorOf('kind')} />
          <SelectField
            label={w('guardianPerson')}
            placeholder={w('nobodyHere')}
            options={adults.map(one => ({ value: String(one.id), label: nameOf(one) }))}
            value={who}
            error={errorOf('guardianPersonId')}
            onChange={setWho}
          />
          {who === '' && (
            <TextField
              label={w('guardianName')}
              maxLength={200}
              value={name}
              error={errorOf('name')}
              onChange={setName}
            />
          )}
          <TextField label={w('paper')} maxLength={200} value={paper} error={errorOf('paper')} onChange={setPaper} />
          <DateField label={w('from')} max={file.today} value={from} error={errorOf('from')} onChange={setFrom} />
        </>
      )}
    </DeedDialog>
  )
}

export const nameOf = (person: Pick<PersonOfFile, 'givenName' | 'familyName'>) =>
  `${person.givenName} ${person.familyName}`
