import { useState } from 'react'
import { bestOf, worstOf } from '../../api/scores/points.rules.ts'
import type { PartCode, Question } from '../../api/scores/score-scheme.contract.ts'
import { isVariableCode, VARIABLES, type VariableCode, variableOf } from '../../api/scores/variables.rules.ts'
import { useOffice } from '../office/use-office.ts'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { BandTable } from './band-table.tsx'
import { NumberCell } from './cells.tsx'
import { withVariable } from './edit-scheme.rules.ts'
import { pointText } from './fact-text.ts'
import { type Path, useFaults } from './faults.ts'
import { useWords } from './words.ts'

type Props = Readonly<{
  question: Question
  part: PartCode
  path: Path
  /** null: only read. */
  onChange: ((question: Question) => void) | null
  onRemove: () => void
}>

/** One question: closed it is a line with its points, open its bands; it opens by itself where something is wrong. */
export function QuestionEditor(props: Props) {
  const { question, path, onChange } = props
  const { language, format } = useOffice()
  const w = useWords()
  const [isOpen, setOpen] = useState(false)
  const faults = useFaults(path)
  const most = (bestOf(question) || worstOf(question)) / 10
  return (
    <details
      className="scheme-question"
      open={isOpen || faults.length > 0}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span>{question.text[language]}</span>
        <span className="quiet">{w('limit', { max: pointText(Number.isNaN(most) ? 0 : most, format) })}</span>
      </summary>
      {faults.map(fault => (
        <p key={fault.path.join('-')} className="form-error" id={`line-${fault.path.join('-')}`} tabIndex={-1}>
          {fault[language]}
        </p>
      ))}
      {onChange ? <QuestionFields {...props} onChange={onChange} /> : <AboutQuestion question={question} />}
      <BandTable question={question} path={path} onChange={onChange} />
    </details>
  )
}

function AboutQuestion({ question }: Readonly<{ question: Question }>) {
  const { language, format } = useOffice()
  const w = useWords()
  if (!isVariableCode(question.variable)) return null
  const { label, scope } = variableOf(question.variable)
  const { aggregate } = question
  return (
    <p className="quiet">
      {label[language]} · {w(`scope.${scope}`)}
      {aggregate &&
        ` · ${w(`how.${aggregate.how}`)}, ${w('cap').toLocaleLowerCase(language)} ${pointText(aggregate.cap, format)}`}
    </p>
  )
}

function QuestionFields({
  question,
  part,
  path,
  onChange,
  onRemove,
}: Props & { onChange: (question: Question) => void }) {
  const { language } = useOffice()
  const w = useWords()
  const { text, aggregate } = question
  const variables = (Object.keys(VARIABLES) as VariableCode[]).map(value => {
    const { label, scope } = variableOf(value)
    return { value, label: `${label[language]} (${w(`scope.${scope}`).toLocaleLowerCase(language)})` }
  })
  return (
    <div className="scheme-fields">
      <TextField
        id={`at-${[...path, 'text', 'tr'].join('-')}`}
        label={w('questionTr')}
        value={text.tr}
        maxLength={200}
        onChange={tr => onChange({ ...question, text: { ...text, tr } })}
      />
      <TextField
        id={`at-${[...path, 'text', 'en'].join('-')}`}
        label={w('questionEn')}
        value={text.en}
        maxLength={200}
        onChange={en => onChange({ ...question, text: { ...text, en } })}
      />
      <SelectField
        id={`at-${[...path, 'variable'].join('-')}`}
        label={w('variable')}
        options={variables}
        value={question.variable as VariableCode}
        placeholder={null}
        onChange={code => onChange(withVariable(question, code, part))}
      />
      {aggregate && (
        <>
          <SelectField
            label={w('how')}
            options={(['sum', 'max'] as const).map(value => ({ value, label: w(`how.${value}`) }))}
            value={aggregate.how}
            placeholder={null}
            onChange={how => onChange({ ...question, aggregate: { ...aggregate, how } })}
          />
          <div className="form-field is-short">
            <span className="form-label">{w('cap')}</span>
            <NumberCell
              label={w('cap')}
              path={[...path, 'aggregate', 'cap']}
              value={aggregate.cap}
              onChange={cap => onChange({ ...question, aggregate: { ...aggregate, cap } })}
            />
          </div>
        </>
      )}
      <button type="button" className="text-button" onClick={onRemove}>
        {w('removeQuestion')}
      </button>
    </div>
  )
}
