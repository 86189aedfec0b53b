import { useMemo, useState } from 'react'
import { type Evaluation, evaluate, keyOf } from '../../api/inspections/form.rules.ts'
import type { FormDefinition } from '../../api/inspections/form-definition.contract.ts'
import type { InspectionView } from '../../api/inspections/inspection.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Section } from '../ui/section.tsx'
import { AnswersDocument } from './answers-document.tsx'
import { ControlPanel } from './control-panel.tsx'
import { Photos } from './photos.tsx'
import { QuestionDialog, type QuestionDraft } from './question-dialog.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ view: InspectionView; definition: FormDefinition; onChanged: () => void }>

/** The inspection read as a document; for the chief who controls it, with questions beside the answers. */
export function ReadForm({ view, definition, onChanged }: Props) {
  const { language, may } = useOffice()
  const w = useWords()
  const evaluation = useMemo(() => evaluate(definition, view.visit, view.answers), [definition, view])
  const [questions, setQuestions] = useState<readonly QuestionDraft[]>([])
  const [asking, setAsking] = useState<QuestionDraft | null>(null)
  const isControl = may('inspection.control') && view.why.control === null
  const labels = new Map(
    evaluation.sections.flatMap(({ blocks }) =>
      blocks.flatMap(block =>
        block.subjects.flatMap(({ member, asked }) =>
          asked.map(one => {
            const label = one.question.label[language]
            return [keyOf(one.path), member ? `${member.name}: ${label}` : label] as const
          }),
        ),
      ),
    ),
  )
  const labelOf = (one: { question: string | null; person: string | null }) =>
    one.question ? (labels.get(keyOf({ section: '', question: one.question, person: one.person })) ?? null) : null
  return (
    <div className="page inspection-read">
      {isControl && (
        <ControlPanel
          view={view}
          hasFinding={evaluation.marks.isFalseStatement}
          questions={questions.map(one => ({ ...one, label: labelOf(one) }))}
          onAsk={() => setAsking({ question: null, person: null, text: '' })}
          onRemove={index => setQuestions(questions.filter((_, at) => at !== index))}
          onChanged={onChanged}
        />
      )}
      <PointedOut evaluation={evaluation} labelOf={labelOf} />
      <Photos inspection={view.id} />
      <AnswersDocument
        sections={evaluation.sections}
        members={evaluation.members}
        visitedOn={view.visit.visitedOn}
        {...(isControl
          ? {
              beside: asked => (
                <button
                  type="button"
                  className="text-button"
                  onClick={() => setAsking({ question: asked.path.question, person: asked.path.person, text: '' })}
                >
                  {w('ask')} <span className="unseen">{asked.question.label[language]}</span>
                </button>
              ),
            }
          : {})}
      />
      {asking && (
        <QuestionDialog
          label={labelOf(asking)}
          onAdd={text => {
            setQuestions([...questions, { ...asking, text }])
            setAsking(null)
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}

type PointedProps = Readonly<{
  evaluation: Evaluation
  labelOf: (one: { question: string | null; person: string | null }) => string | null
}>

/** What a reader should know first: contradictions the form found, and what nobody could or would say. */
function PointedOut({ evaluation, labelOf }: PointedProps) {
  const { language } = useOffice()
  const w = useWords()
  const gaps = evaluation.missing.filter(one => one.why !== 'unanswered')
  return (
    <>
      {evaluation.warnings.length > 0 && (
        <Section title={w('checks')} count={evaluation.warnings.length}>
          <ul className="plain-list">
            {evaluation.warnings.map(one => (
              <li key={`${keyOf(one.path)} ${one.say.tr}`}>
                <strong>{labelOf(one.path)}</strong> {one.say[language]}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {gaps.length > 0 && (
        <Section title={w('gaps')} count={gaps.length}>
          <ul className="plain-list">
            {gaps.map(one => (
              <li key={`${one.question} ${one.person}`}>
                {labelOf(one)}: {w(one.why === 'refused' ? 'gapRefused' : 'gapUnknown')}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
