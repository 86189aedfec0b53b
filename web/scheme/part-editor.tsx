import { bestOf, worstOf } from '../../api/scores/points.rules.ts'
import { PART_LIMITS, PART_NAMES, type SchemeDocument } from '../../api/scores/score-scheme.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Section } from '../ui/section.tsx'
import { addQuestion, changeQuestion, removeQuestion } from './edit-scheme.rules.ts'
import { pointText } from './fact-text.ts'
import { useFaults } from './faults.ts'
import { QuestionEditor } from './question-editor.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ document: SchemeDocument; at: number; onChange: ((document: SchemeDocument) => void) | null }>

/** A part with its questions, and how much of its limit they can reach. */
export function PartEditor({ document, at, onChange }: Props) {
  const { format, language } = useOffice()
  const w = useWords()
  const path = ['parts', at, 'questions']
  const own = useFaults(path).filter(fault => fault.path.length <= path.length)
  const part = document.parts[at]
  if (!part) return null
  const max = PART_LIMITS[part.code]
  const reach = part.questions.reduce((sum, one) => sum + (max < 0 ? worstOf(one) : bestOf(one)), 0) / 10
  const said = w('reach', { reach: pointText(Number.isNaN(reach) ? 0 : reach, format), max: pointText(max, format) })
  return (
    <Section
      title={PART_NAMES[part.code][language]}
      action={<span className={own.length > 0 ? 'form-error' : 'quiet'}>{said}</span>}
    >
      {own.map(fault => (
        <p key={fault.tr} className="form-error" id={`line-${fault.path.join('-')}`} tabIndex={-1}>
          {fault[language]}
        </p>
      ))}
      {part.questions.length === 0 && <p className="quiet">{w('noQuestions')}</p>}
      {part.questions.map((question, q) => (
        <QuestionEditor
          key={question.code}
          question={question}
          part={part.code}
          path={[...path, q]}
          onChange={onChange && (one => onChange(changeQuestion(document, { part: at, question: q }, () => one)))}
          onRemove={() => onChange?.(removeQuestion(document, { part: at, question: q }))}
        />
      ))}
      {onChange && (
        <button
          type="button"
          className="button scheme-add"
          onClick={() => onChange(addQuestion(document, at, { tr: w('newQuestionTr'), en: w('newQuestionEn') }))}
        >
          {w('addQuestion')}
        </button>
      )}
    </Section>
  )
}
