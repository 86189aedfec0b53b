import { type FormEvent, useState } from 'react'
import type { OfficerEntry } from '../../api/officers/officers.contract.ts'
import type { ApiProblem } from '../app/api.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { asProblem } from '../office/use-read.ts'
import { Dialog } from '../ui/dialog.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { useToast } from '../ui/toast.tsx'
import { HomeField } from './home-field.tsx'
import { Relatives } from './relatives.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ officer: OfficerEntry; onChange: (officer: OfficerEntry) => void; onClose: () => void }>

/** Home, load, sex and relatives of one officer. */
export function OfficerDialog({ officer, onChange, onClose }: Props) {
  const w = useWords()
  const { client } = useOffice()
  const say = useToast()
  const [draft, setDraft] = useState(officer.interest)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const isOut = draft.weeklyMaximum < draft.weeklyMinimum
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isOut) return
    const { homeNeighbourhood: _name, ...body } = draft
    client.write<OfficerEntry>(`/api/officers/${officer.id}/interest`, body, { method: 'PUT' }).then(
      changed => {
        onChange(changed)
        say(w('saved', { name: officer.displayName }))
        onClose()
      },
      (error: unknown) => setProblem(asProblem(error)),
    )
  }
  return (
    <Dialog title={officer.displayName} onClose={onClose} width="wide">
      <form className="form" onSubmit={save}>
        <ProblemNotice problem={problem} />
        <HomeField
          name={draft.homeNeighbourhood}
          onChoose={(homeNeighbourhoodId, homeNeighbourhood) =>
            setDraft({ ...draft, homeNeighbourhoodId, homeNeighbourhood })
          }
        />
        <div className="form-row">
          <NumberField
            label={`${w('load')}: ${w('minimum')}`}
            value={draft.weeklyMinimum}
            onChange={value => setDraft({ ...draft, weeklyMinimum: value ?? 0 })}
            max={200}
          />
          <NumberField
            label={`${w('load')}: ${w('maximum')}`}
            value={draft.weeklyMaximum}
            onChange={value => setDraft({ ...draft, weeklyMaximum: value ?? 0 })}
            max={200}
            {...(isOut ? { error: w('range') } : {})}
          />
        </div>
        <RadioGroup
          label={w('sex')}
          help={w('sexHelp')}
          isInline
          options={(['female', 'male', 'unknown'] as const).map(value => ({ value, label: w(`sex.${value}`) }))}
          value={draft.sex ?? 'unknown'}
          onChange={sex => setDraft({ ...draft, sex: sex === 'unknown' ? null : sex })}
        />
        <div className="actions">
          <button type="submit" className="button is-main">
            {w('save')}
          </button>
        </div>
      </form>
      <Relatives officer={officer} onChange={onChange} />
    </Dialog>
  )
}
