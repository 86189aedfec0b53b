import type { Answer, AnswerValue, Member } from '../../api/inspections/form-answers.contract.ts'
import { GAPS, type Gap, type Question } from '../../api/inspections/form-definition.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { CheckGroup } from '../ui/check-group.tsx'
import { DateField } from '../ui/date-field.tsx'
import { MoneyField } from '../ui/money-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { NewcomersField } from './newcomers-field.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{
  id: string
  question: Question
  answer: Answer | undefined
  error: string | null
  members: readonly Member[]
  visitedOn: string
  onAnswer: (answer: Answer | null) => void
}>

/** One question with its way of answering; “not known” and “refused” beside it where it must be answered. */
export function QuestionField(props: Props) {
  const { question } = props
  const gaps = question.isRequired ? (question.gaps ?? GAPS) : []
  if (question.type === 'choice' || question.type === 'yes_no') return <ChoiceField {...props} gaps={gaps} />
  return (
    <div className="question">
      <ValueField {...props} />
      {gaps.length > 0 && <GapButtons {...props} gaps={gaps} />}
    </div>
  )
}

type WithGaps = Props & Readonly<{ gaps: readonly Gap[] }>

/** One of a few: the gaps stand among the options. */
function ChoiceField({ id, question, answer, error, onAnswer, gaps }: WithGaps) {
  const { language } = useOffice()
  const w = useWords()
  const given = useGapWords()
  const options =
    question.type === 'choice'
      ? question.options.map(option => ({ value: option.code, label: option.label[language] }))
      : [
          { value: 'yes', label: w('yes') },
          { value: 'no', label: w('no') },
        ]
  const all = [...options, ...gaps.map(gap => ({ value: `gap:${gap}`, label: given(gap) }))]
  const choose = (chosen: string) => {
    const gap = gaps.find(one => `gap:${one}` === chosen)
    if (gap) return onAnswer({ gap })
    onAnswer({ value: question.type === 'yes_no' ? chosen === 'yes' : chosen })
  }
  const value = answer && ('gap' in answer ? `gap:${answer.gap}` : codeOf(answer.value))
  return (
    <div className="question">
      <RadioGroup
        id={id}
        label={question.label[language]}
        help={question.help?.[language]}
        error={error}
        isOptional={!question.isRequired}
        isInline={all.length <= 4}
        options={all}
        value={value ?? null}
        onChange={choose}
      />
      {answer && !question.isRequired && (
        <button type="button" className="text-button" onClick={() => onAnswer(null)}>
          {language === 'tr' ? 'Cevabı sil' : 'Clear the answer'}
        </button>
      )}
    </div>
  )
}

function codeOf(value: AnswerValue): string | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : null
}

function useGapWords(): (gap: Gap) => string {
  const w = useWords()
  return gap => w(gap === 'unknown' ? 'gapUnknown' : 'gapRefused')
}

/** Beside a value: pressed instead of one. */
function GapButtons({ question, answer, onAnswer, gaps }: WithGaps) {
  const { language } = useOffice()
  const w = useWords()
  const say = useGapWords()
  const chosen = answer && 'gap' in answer ? answer.gap : null
  return (
    <fieldset className="gaps">
      <legend className="unseen">
        {question.label[language]}: {w('gapWhy')}
      </legend>
      {gaps.map(gap => (
        <label key={gap} className="form-option">
          <input type="checkbox" checked={chosen === gap} onChange={() => onAnswer(chosen === gap ? null : { gap })} />
          <span>{say(gap)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function ValueField({ id, question, answer, error, members, visitedOn, onAnswer }: Props) {
  const { language } = useOffice()
  const value = answer && 'value' in answer ? answer.value : null
  const put = (given: AnswerValue | null) =>
    onAnswer(given === null || given === '' || (Array.isArray(given) && given.length === 0) ? null : { value: given })
  const field = {
    id,
    label: question.label[language],
    help: question.help?.[language],
    error,
    isOptional: !question.isRequired,
  }
  switch (question.type) {
    case 'money':
      return <MoneyField {...field} value={numberOf(value)} onChange={put} />
    case 'number':
      return (
        <NumberField
          {...field}
          value={numberOf(value)}
          onChange={put}
          min={question.min ?? -999_999}
          max={question.max ?? 999_999}
          unit={question.unit?.[language] ?? ''}
        />
      )
    case 'date':
      return (
        <DateField
          {...field}
          value={textOf(value) || null}
          onChange={put}
          {...(question.mayBeFuture ? {} : { max: visitedOn })}
        />
      )
    case 'text':
      return question.isLong ? (
        <TextArea {...field} value={textOf(value)} onChange={put} limit={question.maxLength ?? 4000} />
      ) : (
        <TextField {...field} value={textOf(value)} onChange={put} />
      )
    case 'newcomers':
      return <NewcomersField {...field} value={answer} max={visitedOn} onChange={onAnswer} />
    default:
      return (
        <CheckGroup
          {...field}
          options={optionsOf(question, members, language)}
          value={codesOf(value)}
          onChange={chosen => put(aloneSettled(question, codesOf(value), chosen))}
        />
      )
  }
}

/** “None of these” stands alone: choosing it takes the others off, choosing another takes it off. */
function aloneSettled(question: Question, before: readonly string[], chosen: string[]): string[] {
  if (question.type !== 'multiple') return chosen
  const isAlone = (code: string) => question.options.some(option => option.code === code && option.isAlone)
  const added = chosen.find(code => !before.includes(code))
  if (added === undefined) return chosen
  return isAlone(added) ? [added] : chosen.filter(code => !isAlone(code))
}

function optionsOf(question: Question, members: readonly Member[], language: 'tr' | 'en') {
  if (question.type === 'people') return members.map(member => ({ value: member.ref, label: member.name }))
  if (question.type !== 'multiple') return []
  return question.options.map(option => ({ value: option.code, label: option.label[language] }))
}

function numberOf(value: AnswerValue | null): number | null {
  return typeof value === 'number' ? value : null
}

function textOf(value: AnswerValue | null): string {
  return typeof value === 'string' ? value : ''
}

function codesOf(value: AnswerValue | null): string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}
