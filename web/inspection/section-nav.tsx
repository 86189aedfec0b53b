import type { Evaluation } from '../../api/inspections/form.rules.ts'
import { useOffice } from '../office/use-office.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{
  evaluation: Evaluation
  steps: readonly Step[]
  active: string
  onOpen: (step: string) => void
}>
export type Step = Readonly<{ id: string; title: string }>

/** The sections of the form with how far each is; a list on the desk, a choice on a phone. */
export function SectionNav({ evaluation, steps, active, onOpen }: Props) {
  const w = useWords()
  const { percent } = evaluation.progress
  return (
    <nav className="inquiry-nav" aria-label={w('sections')}>
      <div className="inquiry-progress">
        <progress max={100} value={percent} aria-label={w('progress', { percent })} />
        <span>{w('progress', { percent })}</span>
      </div>
      <label className="inquiry-choice">
        <span className="unseen">{w('section')}</span>
        <select value={active} onChange={event => onOpen(event.target.value)}>
          {steps.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <ol>
        {steps.map(step => (
          <li key={step.id}>
            <button
              type="button"
              aria-current={step.id === active ? 'step' : undefined}
              onClick={() => onOpen(step.id)}
            >
              <span>{step.title}</span>
              <StepState id={step.id} evaluation={evaluation} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepState({ id, evaluation }: Readonly<{ id: string; evaluation: Evaluation }>) {
  const w = useWords()
  const { format } = useOffice()
  const progress = evaluation.progress.sections[id]
  if (!progress || progress.of === 0) return null
  const open = progress.of - progress.answered
  const isWrong = evaluation.errors.some(one => one.path.section === id && one.kind !== 'required')
  if (open === 0 && !isWrong)
    return (
      <>
        <Icon name="check" size={16} />
        <span className="unseen">{w('sectionDone')}</span>
      </>
    )
  return (
    <small>
      {isWrong && <Icon name="warning" size={16} />}
      <span aria-hidden="true">{format.number(open)}</span>
      <span className="unseen">{w('sectionOpen', { n: open })}</span>
    </small>
  )
}
