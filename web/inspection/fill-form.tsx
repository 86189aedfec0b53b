import { useState } from 'react'
import { keyOf } from '../../api/inspections/form.rules.ts'
import type { FormDefinition } from '../../api/inspections/form-definition.contract.ts'
import type { InspectionView } from '../../api/inspections/inspection.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { AutoSaveState } from '../ui/auto-save.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { FormSection } from './form-section.tsx'
import { ReturnedQuestions } from './inspection-head.tsx'
import { Photos } from './photos.tsx'
import { ReviewStep } from './review-step.tsx'
import { SectionNav, type Step } from './section-nav.tsx'
import { type Filling, useFilling } from './use-inspection.ts'
import { VisitStep } from './visit-step.tsx'
import { type Say, useWords } from './words.ts'

type Props = Readonly<{ view: InspectionView; definition: FormDefinition; onChanged: () => void }>

const VISIT = '$visit'
const PHOTOS = '$photos'
const REVIEW = '$review'

/** The form at the desk: one section a page, everything kept as it is typed. */
export function FillForm({ view, definition, onChanged }: Props) {
  const { language } = useOffice()
  const w = useWords()
  const filling = useFilling(view, definition, onChanged)
  const steps = stepsOf(filling, language, w)
  const [wanted, setWanted] = useState(steps[1]?.id ?? VISIT)
  const [isChecked, setChecked] = useState(false)
  const [focus, setFocus] = useState<string | null>(null)
  const active = steps.some(step => step.id === wanted) ? wanted : VISIT
  const at = steps.findIndex(step => step.id === active)
  const goTo = (step: string, question: string | null = null) => {
    setWanted(step)
    setFocus(question)
    void filling.saving.flush()
    document.getElementById(question ?? '')?.focus() // it may be on the page already
  }
  return (
    <div className="inquiry">
      <aside>
        <SectionNav evaluation={filling.evaluation} steps={steps} active={active} onOpen={goTo} />
        <AutoSaveState of={filling.saving} />
      </aside>
      <div className="inquiry-page">
        <ReturnedQuestions view={view} definition={definition} onOpen={goTo} />
        <CurrentStep
          {...{ view, filling, active, focus, isChecked, onChanged, goTo }}
          onCheck={() => setChecked(true)}
        />
        <div className="actions">
          <StepButton step={steps[at + 1]} isMain word="next" onOpen={goTo} />
          <StepButton step={steps[at - 1]} word="previous" onOpen={goTo} />
        </div>
      </div>
      <ConflictDialog filling={filling} definition={definition} members={view.visit.members} />
    </div>
  )
}

type StepProps = Readonly<{
  view: InspectionView
  filling: Filling
  active: string
  /** Question that takes the focus when its section opens. */
  focus: string | null
  isChecked: boolean
  onCheck: () => void
  onChanged: () => void
  goTo: (step: string, question?: string) => void
}>

function CurrentStep({ view, filling, active, focus, isChecked, onCheck, onChanged, goTo }: StepProps) {
  const { evaluation } = filling
  if (active === VISIT) return <VisitStep view={view} flush={filling.saving.flush} onChanged={onChanged} />
  if (active === PHOTOS) return <Photos inspection={view.id} mayAdd />
  if (active === REVIEW)
    return <ReviewStep {...{ view, filling, onCheck, onChanged }} onMend={path => goTo(path.section, keyOf(path))} />
  const section = evaluation.sections.find(one => one.section.id === active)
  if (!section) return null
  return (
    <FormSection
      section={section}
      focus={focus}
      errors={[...evaluation.errors, ...evaluation.warnings]}
      members={evaluation.members}
      visitedOn={view.visit.visitedOn}
      isChecked={isChecked}
      onAnswer={filling.put}
    />
  )
}

function stepsOf({ evaluation }: Filling, language: 'tr' | 'en', w: Say): Step[] {
  const sections = evaluation.sections.map(({ section }) => ({ id: section.id, title: section.title[language] }))
  return [
    { id: VISIT, title: w('visit') },
    ...sections,
    { id: PHOTOS, title: w('photos') },
    { id: REVIEW, title: w('review') },
  ]
}

type ButtonProps = Readonly<{
  step: Step | undefined
  word: 'next' | 'previous'
  isMain?: boolean
  onOpen: (step: string) => void
}>

function StepButton({ step, word, isMain, onOpen }: ButtonProps) {
  const w = useWords()
  if (!step) return null
  return (
    <button type="button" className={`button${isMain ? ' is-main' : ''}`} onClick={() => onOpen(step.id)}>
      {w(word, { name: step.title })}
    </button>
  )
}
