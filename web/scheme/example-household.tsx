import { useMemo, useState } from 'react'
import { INCOME_SOURCES } from '../../api/scores/household-facts.rules.ts'
import { assessNeediness } from '../../api/scores/neediness.rules.ts'
import { scoreHousehold } from '../../api/scores/score.rules.ts'
import { VARIABLES } from '../../api/scores/variables.rules.ts'
import { useOffice } from '../office/use-office.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { MoneyField } from '../ui/money-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { A_FAMILY, type Example, factsOf } from './example-household.rules.ts'
import { valueLabel } from './fact-text.ts'
import { NeedinessWorking } from './neediness-working.tsx'
import { ScoreWorking } from './score-working.tsx'
import type { Draft } from './use-draft.ts'
import { useWords } from './words.ts'
import { useWorkingWords } from './working-words.ts'

/** A household made up beside the scheme as it is typed, with its score worked out at once. */
export function ExampleHousehold({ draft }: Readonly<{ draft: Draft }>) {
  const w = useWords()
  const [example, setExample] = useState(A_FAMILY)
  const { document, minimum, faults } = draft
  const day = new Date().toISOString().slice(0, 10)
  const worked = useMemo(() => {
    if (faults.length > 0) return null
    const facts = factsOf(example, day)
    return { needy: assessNeediness(facts), score: scoreHousehold(document, facts, minimum) }
  }, [document, minimum, faults, example, day])
  return (
    <div className="scheme-desk">
      <p className="quiet">{w('example.lead')}</p>
      <div className="example-columns">
        <ExampleForm example={example} onChange={one => setExample(before => ({ ...before, ...one }))} />
        {worked ? (
          <div className="scheme-desk" role="status" aria-live="polite">
            <Section title={w('example.result')}>
              <ScoreWorking score={worked.score} />
            </Section>
            <Section title={w('example.need')}>
              <NeedinessWorking neediness={worked.needy} />
            </Section>
          </div>
        ) : (
          <EmptyState title={w('example.result')} text={w('example.broken')} />
        )}
      </div>
    </div>
  )
}

type FormProps = Readonly<{ example: Example; onChange: (one: Partial<Example>) => void }>
const DISABILITIES = ['0', '40', '70'] as const

function ExampleForm({ example, onChange }: FormProps) {
  const w = useWords()
  const name = useWorkingWords()
  const count = (key: 'adults' | 'children' | 'elders' | 'rooms', least: number) => (
    <NumberField
      label={w(`example.${key}`)}
      value={example[key]}
      min={least}
      max={20}
      onChange={value => value !== null && value >= least && value <= 20 && onChange({ [key]: value })}
    />
  )
  return (
    <div className="form example-form">
      <div className="form-row">
        {count('adults', 1)}
        {count('children', 0)}
        {count('elders', 0)}
      </div>
      <MoneyField
        label={w('example.income')}
        help={w('example.notAsked')}
        value={example.incomeKurus}
        onChange={incomeKurus => onChange({ incomeKurus })}
        isOptional
      />
      <SelectField
        label={w('example.work')}
        options={INCOME_SOURCES.map(value => ({ value, label: name(`income.${value}`) }))}
        value={example.source}
        placeholder={null}
        onChange={source => onChange({ source })}
      />
      <MoneyField
        label={w('example.wage')}
        value={example.wageKurus}
        onChange={wage => wage && onChange({ wageKurus: wage })}
      />
      <Choice variable="dwelling.tenure" value={example.tenure} onChange={tenure => onChange({ tenure })} />
      <Choice variable="dwelling.condition" value={example.condition} onChange={condition => onChange({ condition })} />
      <Choice variable="dwelling.heating" value={example.heating} onChange={heating => onChange({ heating })} />
      {count('rooms', 1)}
      <SelectField
        label={w('example.disability')}
        options={DISABILITIES.map(value => ({ value, label: value === '0' ? w('example.none') : `%${value}` }))}
        value={String(example.disability) as (typeof DISABILITIES)[number]}
        placeholder={null}
        onChange={value => onChange({ disability: Number(value) })}
      />
      <Choice
        variable="asset.kind"
        value={example.asset}
        onChange={asset => onChange({ asset })}
        none={w('example.none')}
      />
      <Choice
        variable="status.kind"
        value={example.status}
        onChange={status => onChange({ status })}
        none={w('example.none')}
      />
    </div>
  )
}

type ChoiceProps = Readonly<{
  variable: keyof typeof VARIABLES
  value: string
  onChange: (value: string) => void
  none?: string
}>

/** One answer of a variable of the closed list. */
function Choice({ variable, value, onChange, none }: ChoiceProps) {
  const { language } = useOffice()
  const { label, ...shape } = VARIABLES[variable]
  const values = shape.kind === 'choice' ? Object.keys(shape.values) : []
  const options = values.map(one => ({ value: one, label: valueLabel(variable, one, { language }) }))
  return (
    <SelectField
      label={label[language]}
      options={none === undefined ? options : [{ value: 'none', label: none }, ...options]}
      value={value}
      placeholder={null}
      onChange={onChange}
    />
  )
}
