import { HOUSEHOLD_ROLE, HOUSEHOLD_ROLES } from '../../api/applications/application-codes.rules.ts'
import { EMPTY_PERSON, type FormPerson } from '../../api/applications/intake-form.rules.ts'
import { useOffice } from '../office/use-office.ts'
import { DateField } from '../ui/date-field.tsx'
import { NationalIdField } from '../ui/national-id-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { AddressFields } from './address-fields.tsx'
import { errorAt } from './find-errors.ts'
import type { Parts } from './parts.ts'
import { useWords } from './words.ts'

const MOST_PEOPLE = 30

/** A household nobody knows yet: its people and where it lives. */
export function NewHouseholdFields(parts: Parts) {
  const { form, change, errors } = parts
  const w = useWords()
  const { href } = useOffice()
  const add = () => change(now => ({ people: [...now.people, EMPTY_PERSON] }))
  const whole = errorAt(errors, 'household.people')
  return (
    <>
      <Section
        title={w('new.section')}
        count={form.people.length}
        action={<a href={href('intake')}>{w('new.back')}</a>}
      >
        {whole && (
          <p className="form-error" id="household.people" tabIndex={-1}>
            {whole}
          </p>
        )}
        {form.people.map((_person, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; the errors name it so
          <PersonRow key={row} {...parts} row={row} />
        ))}
        <div className="actions">
          <button type="button" className="button" onClick={add} disabled={form.people.length >= MOST_PEOPLE}>
            {w('person.add')}
          </button>
        </div>
      </Section>
      <AddressFields {...parts} />
    </>
  )
}

function PersonRow({ form, change, errors, options, row }: Parts & Readonly<{ row: number }>) {
  const w = useWords()
  const { language } = useOffice()
  const person = form.people[row] ?? EMPTY_PERSON
  const set = (some: Partial<FormPerson>) =>
    change(now => ({ people: now.people.map((one, at) => (at === row ? { ...one, ...some } : one)) }))
  const remove = () =>
    change(now => ({ people: now.people.filter((_one, at) => at !== row), applicantPerson: 'row:0' }))
  const at = (name: string) => `household.people.${row}.${name}`
  const wired = (name: string) => ({ id: at(name), error: errorAt(errors, at(name)) })
  return (
    <fieldset className="intake-person">
      <legend>{w('person.title', { n: row + 1 })}</legend>
      <div className="intake-row">
        <NationalIdField
          {...wired('nationalId')}
          label={w('nationalId')}
          value={person.nationalId}
          onChange={nationalId => set({ nationalId })}
        />
        <TextField
          {...wired('givenName')}
          label={w('givenName')}
          maxLength={80}
          value={person.givenName}
          onChange={givenName => set({ givenName })}
        />
        <TextField
          {...wired('familyName')}
          label={w('familyName')}
          maxLength={80}
          value={person.familyName}
          onChange={familyName => set({ familyName })}
        />
      </div>
      <div className="intake-row">
        <RadioGroup
          {...wired('sex')}
          label={w('sex')}
          isInline
          value={person.sex || null}
          onChange={sex => set({ sex })}
          options={[
            { value: 'female', label: w('female') },
            { value: 'male', label: w('male') },
          ]}
        />
        <DateField
          {...wired('bornOn')}
          label={w('bornOn')}
          value={person.bornOn || null}
          max={options.today}
          onChange={day => set({ bornOn: day ?? '' })}
        />
        <SelectField
          {...wired('role')}
          label={w('role')}
          placeholder={null}
          value={person.role}
          onChange={role => set({ role })}
          options={HOUSEHOLD_ROLES.map(code => ({ value: code, label: HOUSEHOLD_ROLE[code][language] }))}
        />
      </div>
      {form.people.length > 1 && (
        <button type="button" className="text-button" onClick={remove}>
          {w('person.remove', { n: row + 1 })}
        </button>
      )}
    </fieldset>
  )
}
