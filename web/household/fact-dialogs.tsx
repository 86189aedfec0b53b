import { useState } from 'react'
import type { FileFact } from '../../api/households/household.contract.ts'
import { FACT_TABLES, type FactColumn, type FactTable, factTable } from '../../api/inspections/fact-tables.rules.ts'
import { DateField } from '../ui/date-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { useDeedWords } from './deed-words.ts'
import { ColumnField } from './fact-field.tsx'
import { type FactWord, useFactWords } from './fact-words.ts'
import { nameOf } from './leaving-dialogs.tsx'
import type { DialogProps } from './person-fields.tsx'

type Fact = FileFact['fact']
export type Values = Readonly<Record<string, string | number | boolean | null>>

/** A phone or e-mail has the columns of a contact; every other fact those of its table. */
const CONTACT: Readonly<Record<string, FactColumn>> = {
  kind: { is: 'one_of', codes: ['phone', 'email'] },
  value: { is: 'text' },
}
const BESIDE = new Set(['note', 'valid_from'])

/** Columns of a fact as they are asked for. */
export function columnsOf(fact: Fact): [string, FactColumn][] {
  const columns = fact === 'contact' ? CONTACT : (factTable(fact)?.columns ?? {})
  return Object.entries(columns).filter(([name]) => !BESIDE.has(name))
}

function aboutOf(fact: Fact): FactTable['about'] {
  return fact === 'contact' ? 'either' : (factTable(fact)?.about ?? 'either')
}

const FACTS = [...Object.keys(FACT_TABLES), 'contact'] as Fact[]

/** Adds a dated fact with who says so. */
export function AddFactDialog({ file, onClose, onDone }: DialogProps) {
  const w = useDeedWords()
  const f = useFactWords()
  const [fact, setFact] = useState<Fact>('income')
  const [person, setPerson] = useState('')
  const [values, setValues] = useState<Values>({})
  const [from, setFrom] = useState<string | null>(file.today)
  const [provenance, setProvenance] = useState<'declared' | 'registry'>('declared')
  const [note, setNote] = useState('')
  const about = aboutOf(fact)
  const people = file.people
    .filter(one => one.diedOn === null)
    .map(one => ({ value: String(one.id), label: nameOf(one) }))
  const body = {
    version: file.version,
    fact,
    personId: about === 'household' ? null : Number(person) || null,
    values,
    from,
    provenance,
    note: note || null,
  }
  return (
    <DeedDialog
      title={w('fact.do')}
      submit={w('save')}
      change={() => ({ address: `/api/households/${file.id}/facts`, body })}
      onClose={onClose}
      onDone={onDone}
    >
      {errorOf => (
        <>
          <SelectField
            label={w('fact')}
            placeholder={null}
            options={FACTS.map(value => ({ value, label: f(`fact.${value}`) }))}
            value={fact}
            onChange={next => {
              setFact(next || 'income')
              setValues({})
            }}
          />
          {about !== 'household' && (
            <SelectField
              label={w('person')}
              placeholder={about === 'person' ? w('choose') : w('household')}
              options={people}
              value={person}
              error={errorOf('personId')}
              onChange={setPerson}
            />
          )}
          <Columns fact={fact} values={values} onChange={setValues} errorOf={errorOf} />
          <DateField label={w('from')} max={file.today} value={from} error={errorOf('from')} onChange={setFrom} />
          <RadioGroup
            label={w('provenance')}
            isInline
            options={(['declared', 'registry'] as const).map(value => ({ value, label: f(`provenance.${value}`) }))}
            value={provenance}
            onChange={setProvenance}
          />
          <TextField label={w('note')} isOptional maxLength={1000} width="whole" value={note} onChange={setNote} />
        </>
      )}
    </DeedDialog>
  )
}

type ColumnsProps = Readonly<{
  fact: Fact
  values: Values
  onChange: (values: Values) => void
  errorOf: (field: string) => string | undefined
}>

function Columns({ fact, values, onChange, errorOf }: ColumnsProps) {
  return columnsOf(fact).map(([name, column]) => (
    <ColumnField
      key={`${fact} ${name}`}
      name={name}
      column={column}
      value={values[name] ?? null}
      error={errorOf(`values.${name}`)}
      onChange={value => onChange({ ...values, [name]: value })}
    />
  ))
}

export type OfFact = DialogProps & Readonly<{ fact: FileFact }>

/** Corrects a fact: the wrong one never held, the right one takes its place. */
export function CorrectFactDialog({ file, fact, onClose, onDone }: OfFact) {
  const w = useDeedWords()
  const f = useFactWords()
  const [values, setValues] = useState<Values>(fact.values)
  const [from, setFrom] = useState<string | null>(fact.from)
  const [reason, setReason] = useState('')
  const known = Object.fromEntries(columnsOf(fact.fact).map(([name]) => [name, values[name] ?? null]))
  const body = { version: file.version, kind: 'wrong', reason, instead: { values: known, from, note: fact.note } }
  return (
    <DeedDialog
      title={w('fact.correctTitle', { fact: f(`fact.${fact.fact}` as FactWord) })}
      lead={w('fact.correctLead')}
      submit={w('save')}
      change={() => ({ address: `/api/households/${file.id}/facts/${fact.fact}/${fact.id}/end`, body })}
      onClose={onClose}
      onDone={onDone}
    >
      {errorOf => (
        <>
          <Columns fact={fact.fact} values={values} onChange={setValues} errorOf={errorOf} />
          <DateField label={w('from')} max={file.today} value={from} error={errorOf('from')} onChange={setFrom} />
          <TextField
            label={w('reason')}
            maxLength={500}
            width="whole"
            value={reason}
            error={errorOf('reason') ?? errorOf('factId')}
            onChange={setReason}
          />
        </>
      )}
    </DeedDialog>
  )
}
