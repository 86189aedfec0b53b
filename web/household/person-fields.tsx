import { HOUSEHOLD_ROLE, HOUSEHOLD_ROLES, type HouseholdRole } from '../../api/applications/application-codes.rules.ts'
import type { Changed } from '../../api/households/change.contract.ts'
import type { HouseholdFile } from '../../api/households/household.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { CheckField } from '../ui/check-field.tsx'
import { DateField } from '../ui/date-field.tsx'
import { NationalIdField } from '../ui/national-id-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useDeedWords } from './deed-words.ts'

export type DialogProps = Readonly<{ file: HouseholdFile; onClose: () => void; onDone: (changed: Changed) => void }>
export type Draft = Readonly<{
  nationalId: string
  givenName: string
  familyName: string
  sex: 'female' | 'male' | null
  bornOn: string | null
  role: HouseholdRole
}>

type FieldsProps = Readonly<{
  draft: Draft
  change: (part: Partial<Draft>) => void
  errorOf: (field: string) => string | undefined
  max: string
}>

/** What is asked of a person. */
export function PersonFields({ draft, change, errorOf, max }: FieldsProps) {
  const w = useDeedWords()
  const { language } = useOffice()
  const sexes = (['female', 'male'] as const).map(value => ({ value, label: w(value) }))
  const roles = HOUSEHOLD_ROLES.map(value => ({ value, label: HOUSEHOLD_ROLE[value][language] }))
  return (
    <>
      <NationalIdField
        label={w('nationalId')}
        value={draft.nationalId}
        error={errorOf('nationalId')}
        onChange={nationalId => change({ nationalId })}
      />
      <div className="form-row">
        <TextField
          label={w('givenName')}
          maxLength={80}
          value={draft.givenName}
          error={errorOf('givenName')}
          onChange={givenName => change({ givenName })}
        />
        <TextField
          label={w('familyName')}
          maxLength={80}
          value={draft.familyName}
          error={errorOf('familyName')}
          onChange={familyName => change({ familyName })}
        />
      </div>
      <div className="form-row">
        <DateField
          label={w('bornOn')}
          max={max}
          value={draft.bornOn}
          error={errorOf('bornOn')}
          onChange={bornOn => change({ bornOn })}
        />
        <SelectField
          label={w('role')}
          placeholder={null}
          options={roles}
          value={draft.role}
          error={errorOf('role')}
          onChange={role => change({ role: role || 'other' })}
        />
      </div>
      <RadioGroup
        label={w('sex')}
        isInline
        options={sexes}
        value={draft.sex}
        error={errorOf('sex')}
        onChange={sex => change({ sex })}
      />
    </>
  )
}

/** Asked only where the date says more than 119 years. */
export function AgeConfirmation({
  draft,
  today,
  value,
  onChange,
}: Readonly<{ draft: Draft; today: string; value: boolean; onChange: (value: boolean) => void }>) {
  const w = useDeedWords()
  const isOld = draft.bornOn !== null && Number(today.slice(0, 4)) - Number(draft.bornOn.slice(0, 4)) > 119
  return isOld ? <CheckField label={w('isAgeConfirmed')} value={value} onChange={onChange} /> : null
}
