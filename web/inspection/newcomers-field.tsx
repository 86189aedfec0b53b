import type { Answer, Newcomer } from '../../api/inspections/form-answers.contract.ts'
import { DateField } from '../ui/date-field.tsx'
import { Explained, type FieldProps } from '../ui/form-field.tsx'
import { NationalIdField } from '../ui/national-id-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from './words.ts'

type Props = FieldProps &
  Readonly<{ value: Answer | undefined; max: string; onChange: (answer: Answer | null) => void }>

const ROLES = ['spouse', 'child', 'parent', 'grandchild', 'relative', 'other', 'head'] as const

/** People living here who are not in the file, one under the other. */
export function NewcomersField({ id = 'newcomers', label, help, error, value, max, onChange }: Props) {
  const w = useWords()
  const people = newcomersOf(value)
  const put = (next: Newcomer[]) => onChange(next.length === 0 ? null : { value: next })
  const change = (ref: string, part: Partial<Newcomer>) =>
    put(people.map(one => (one.ref === ref ? { ...one, ...part } : one)))
  return (
    <fieldset className={`form-field form-group${error ? ' has-error' : ''}`}>
      <legend className="form-label">{label}</legend>
      <Explained id={id} help={help} error={error} />
      {people.map((one, index) => (
        <fieldset key={one.ref} className="newcomer">
          <legend>{w('newcomerNo', { n: index + 1 })}</legend>
          <NewcomerFields id={`${id}-${one.ref}`} one={one} max={max} onChange={part => change(one.ref, part)} />
          <button
            type="button"
            className="text-button"
            onClick={() => put(people.filter(other => other.ref !== one.ref))}
          >
            {w('newcomerRemove', { name: one.givenName || w('newcomerNo', { n: index + 1 }) })}
          </button>
        </fieldset>
      ))}
      <div>
        <button type="button" id={id} className="button" onClick={() => put([...people, nobody()])}>
          {w('newcomerAdd')}
        </button>
      </div>
    </fieldset>
  )
}

type FieldsProps = Readonly<{ id: string; one: Newcomer; max: string; onChange: (part: Partial<Newcomer>) => void }>

function NewcomerFields({ id, one, max, onChange }: FieldsProps) {
  const w = useWords()
  return (
    <div className="form">
      <div className="form-row">
        <TextField
          label={w('givenName')}
          id={`${id}-given`}
          value={one.givenName}
          onChange={givenName => onChange({ givenName })}
        />
        <TextField label={w('familyName')} value={one.familyName} onChange={familyName => onChange({ familyName })} />
      </div>
      <DateField label={w('bornOn')} value={one.bornOn} max={max} onChange={bornOn => onChange({ bornOn })} />
      <RadioGroup
        label={w('sex')}
        isInline
        options={[
          { value: 'female', label: w('female') },
          { value: 'male', label: w('male') },
        ]}
        value={one.sex}
        onChange={sex => onChange({ sex })}
      />
      <SelectField
        label={w('role')}
        options={ROLES.map(role => ({ value: role, label: w(`role.${role}`) }))}
        value={one.role ?? ''}
        onChange={role => onChange({ role })}
      />
      <NationalIdField
        label={w('nationalId')}
        isOptional
        value={one.nationalId ?? ''}
        onChange={nationalId => onChange({ nationalId: nationalId || null })}
      />
    </div>
  )
}

function newcomersOf(answer: Answer | undefined): Newcomer[] {
  if (!answer || 'gap' in answer || !Array.isArray(answer.value)) return []
  return answer.value.filter((one): one is Newcomer => typeof one === 'object')
}

function nobody(): Newcomer {
  const ref = `n${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`
  return { ref, givenName: '', familyName: '', bornOn: null, sex: null, role: null, nationalId: null }
}
