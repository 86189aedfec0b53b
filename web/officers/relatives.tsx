import { useState } from 'react'
import { type OfficerEntry, RELATIONS } from '../../api/officers/officers.contract.ts'
import type { ApiProblem } from '../app/api.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { asProblem } from '../office/use-read.ts'
import { NationalIdField } from '../ui/national-id-field.tsx'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ officer: OfficerEntry; onChange: (officer: OfficerEntry) => void }>
type Relation = (typeof RELATIONS)[number]

/** Relatives an officer declared, by their numbers. */
export function Relatives({ officer, onChange }: Props) {
  const w = useWords()
  const { client } = useOffice()
  const [nationalId, setNationalId] = useState('')
  const [relation, setRelation] = useState<Relation | ''>('')
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const tell = (path: string, body: unknown) =>
    client.write<OfficerEntry>(`/api/officers/${officer.id}/${path}`, body).then(
      changed => {
        setProblem(null)
        setNationalId('')
        onChange(changed)
      },
      (error: unknown) => setProblem(asProblem(error)),
    )
  return (
    <Section title={w('relatives')} count={officer.relatives.length}>
      <p className="quiet">{w('relativesHelp')}</p>
      <ProblemNotice problem={problem} />
      <ul>
        {officer.relatives.map(one => (
          <li key={`${one.number}${one.relation}`}>
            {w(`relation.${one.relation}`)} · {one.number} ·{' '}
            <span className="quiet">{w(one.isKnown ? 'known' : 'unknown')}</span>
          </li>
        ))}
      </ul>
      <div className="form-row">
        <NationalIdField label={w('nationalId')} value={nationalId} onChange={setNationalId} />
        <SelectField
          label={w('relation')}
          options={RELATIONS.map(value => ({ value, label: w(`relation.${value}`) }))}
          value={relation}
          onChange={setRelation}
        />
      </div>
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={nationalId.length !== 11 || relation === ''}
          onClick={() => tell('relatives', { nationalId, relation })}
        >
          {w('add')}
        </button>
        {officer.relatives.length > 0 && (
          <button
            type="button"
            className="text-button"
            title={w('removeHelp')}
            disabled={nationalId.length !== 11}
            onClick={() => tell('relatives/remove', { nationalId })}
          >
            {w('remove')}
          </button>
        )}
      </div>
    </Section>
  )
}
