import { useState } from 'react'
import { type Evaluation, type FormError, keyOf, type Path } from '../../api/inspections/form.rules.ts'
import type { InspectionView, Moved } from '../../api/inspections/inspection.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { AnswersDocument } from './answers-document.tsx'
import type { Filling } from './use-inspection.ts'
import { sayWhy, useWords } from './words.ts'

type Props = Readonly<{
  view: InspectionView
  filling: Filling
  onCheck: () => void
  onChanged: () => void
  /** Opens the question to mend. */
  onMend: (path: Path) => void
}>

/** Before sending: what is missing, what to look at again, what the file will be asked to change, and all answers. */
export function ReviewStep({ view, filling, onCheck, onChanged, onMend }: Props) {
  const w = useWords()
  const { evaluation } = filling
  const mend = (path: Path) => {
    onCheck()
    onMend(path)
  }
  return (
    <div className="page">
      <h2>{w('review')}</h2>
      <p className="quiet">{w('reviewLead')}</p>
      <Findings title={w('errors')} errors={evaluation.errors} evaluation={evaluation} onMend={mend} isAlarm />
      <Findings
        title={w('warnings')}
        lead={w('warningsLead')}
        errors={evaluation.warnings}
        evaluation={evaluation}
        onMend={mend}
      />
      <Proposals evaluation={evaluation} />
      <Sending view={view} filling={filling} onChanged={onChanged} />
      <AnswersDocument sections={evaluation.sections} members={evaluation.members} visitedOn={view.visit.visitedOn} />
    </div>
  )
}

type FindingsProps = Readonly<{
  title: string
  lead?: string
  errors: readonly FormError[]
  evaluation: Evaluation
  onMend: (path: Path) => void
  isAlarm?: boolean
}>

function Findings({ title, lead, errors, evaluation, onMend, isAlarm }: FindingsProps) {
  const { language } = useOffice()
  if (errors.length === 0) return null
  const asked = evaluation.sections.flatMap(({ section, blocks }) =>
    blocks.flatMap(block => block.subjects.flatMap(one => one.asked.map(question => ({ section, question })))),
  )
  const placeOf = (error: FormError) => {
    const found = asked.find(one => keyOf(one.question.path) === keyOf(error.path))
    const person = evaluation.members.find(one => one.ref === error.path.person)?.name
    return [found?.section.title[language], person, found?.question.question.label[language]]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <section className={isAlarm ? 'summary' : 'summary is-soft'}>
      <h3>
        {title} <span className="count">{errors.length}</span>
      </h3>
      {lead && <p>{lead}</p>}
      <ul>
        {errors.map(error => (
          <li key={`${keyOf(error.path)} ${error.say.tr}`}>
            <button type="button" className="text-button" onClick={() => onMend(error.path)}>
              {placeOf(error)}
            </button>{' '}
            {error.kind !== 'required' && error.say[language]}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Proposals({ evaluation }: Readonly<{ evaluation: Evaluation }>) {
  const w = useWords()
  if (evaluation.proposals.length === 0) return null
  return (
    <section>
      <h3>{w('proposals')}</h3>
      <ul className="plain-list">
        {evaluation.proposals.map(one => (
          <li key={JSON.stringify(one)}>
            {w(`proposal.${one.kind}`)} <bdi>{evaluation.members.find(member => member.ref === one.person)?.name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sending({ view, filling, onChanged }: Omit<Props, 'onCheck' | 'onMend'>) {
  const w = useWords()
  const say = useToast()
  const { client, officer } = useOffice()
  const [note, setNote] = useState('')
  const isSecond = officer.id === view.secondInspector?.id
  const act = useDeed(async (verb: 'send' | 'confirm') => {
    await filling.saving.flush()
    const { version } = await client.read<InspectionView>(`/api/inspections/${view.id}`)
    await client.write<Moved>(`/api/inspections/${view.id}/${verb}`, { version, ...(note.trim() ? { note } : {}) })
    say(w(verb === 'send' ? 'sent' : 'confirmed'))
    onChanged()
  })
  const isReady = filling.evaluation.errors.length === 0
  const second = view.secondInspector?.name ?? w('none')
  return (
    <div className="form">
      <ProblemNotice problem={act.problem} />
      {view.application.needsTwoInspectors && (
        <p>{view.secondConfirmedAt ? w('confirmDone', { name: second }) : w('confirmWait', { name: second })}</p>
      )}
      <TextArea label={w('sendNote')} value={note} limit={2000} onChange={setNote} />
      <div className="actions">
        {isSecond ? (
          <button
            type="button"
            className="button is-main"
            disabled={act.isBusy || view.why.confirm !== null}
            onClick={() => void act.run('confirm')}
          >
            {w('confirm')}
          </button>
        ) : (
          <button
            type="button"
            className="button is-main"
            disabled={act.isBusy || !isReady || view.why.send !== null}
            onClick={() => void act.run('send')}
          >
            {w('send')}
          </button>
        )}
        {!isSecond && view.why.send && <span className="quiet">{sayWhy(w, view.why.send)}</span>}
      </div>
    </div>
  )
}
