import type { HouseholdFile } from '../../api/households/household.contract.ts'
import type { Proposal } from '../../api/proposals/proposals.contract.ts'
import { useCodeWords } from '../household/status-words.ts'
import { useRead } from '../office/use-read.ts'
import { DateField } from '../ui/date-field.tsx'
import { NationalIdField } from '../ui/national-id-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from './words.ts'

export type Added = Readonly<{
  nationalId?: string
  familyName?: string
  bornOn?: string
  sex?: 'female' | 'male'
  successorId?: number
  requestId?: number
}>

type Props = Readonly<{ of: Proposal; added: Added; onChange: (added: Added) => void }>

/** What the proposal could not say and the officer must. */
export function MissingFields({ of: one, added, onChange }: Props) {
  const w = useWords()
  const has = (need: Proposal['needs'][number]) => one.needs.includes(need)
  const set = (part: Added) => onChange({ ...added, ...part })
  const sexes = (['female', 'male'] as const).map(value => ({ value, label: w(value) }))
  return (
    <div className="form">
      {has('nationalId') && (
        <NationalIdField
          label={w('nationalId')}
          value={added.nationalId ?? ''}
          onChange={nationalId => set({ nationalId })}
        />
      )}
      {has('familyName') && (
        <TextField
          label={w('familyName')}
          maxLength={80}
          value={added.familyName ?? ''}
          onChange={familyName => set({ familyName })}
        />
      )}
      {has('bornOn') && (
        <DateField label={w('bornOn')} value={added.bornOn ?? null} onChange={bornOn => bornOn && set({ bornOn })} />
      )}
      {has('sex') && (
        <RadioGroup
          label={w('sex')}
          isInline
          options={sexes}
          value={added.sex ?? null}
          onChange={sex => set({ sex })}
        />
      )}
      {(has('successorId') || has('requestId')) && <FromFile of={one} added={added} set={set} />}
    </div>
  )
}

/** The new head, or the request given up, from the file itself. */
function FromFile({ of: one, added, set }: Readonly<{ of: Proposal; added: Added; set: (part: Added) => void }>) {
  const w = useWords()
  const code = useCodeWords()
  const { data } = useRead<HouseholdFile>(`/api/households/${one.household.id}`)
  if (!data) return null
  const people = data.people.filter(person => person.diedOn === null && person.id !== one.person?.id)
  const requests = data.applications.find(application => application.id === one.applicationId)?.requests ?? []
  return one.needs.includes('successorId') ? (
    people.length > 0 && (
      <SelectField
        label={w('successor')}
        options={people.map(person => ({
          value: String(person.id),
          label: `${person.givenName} ${person.familyName}`,
        }))}
        value={String(added.successorId ?? '')}
        onChange={id => set({ successorId: Number(id) })}
      />
    )
  ) : (
    <SelectField
      label={w('requestId')}
      options={requests
        .filter(request => request.withdrawnOn === null)
        .map(request => ({ value: String(request.id), label: code('aid', request.aidType) }))}
      value={String(added.requestId ?? '')}
      onChange={id => set({ requestId: Number(id) })}
    />
  )
}
