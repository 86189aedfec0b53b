import type { Member } from '../../api/inspections/form-answers.contract.ts'
import type { FormDefinition } from '../../api/inspections/form-definition.contract.ts'
import { questionsOfForm } from '../../api/inspections/form-definition.rules.ts'
import { useOffice } from '../office/use-office.ts'
import { Dialog } from '../ui/dialog.tsx'
import { answerText } from './answer-words.ts'
import type { Filling } from './use-inspection.ts'
import { useWords } from './words.ts'

type Props = Readonly<{ filling: Filling; definition: FormDefinition; members: readonly Member[] }>

/** The same answer changed on two devices: both are shown, a person chooses. */
export function ConflictDialog({ filling, definition, members }: Props) {
  const { language, format } = useOffice()
  const w = useWords()
  const [conflict] = filling.conflicts
  const question = questionsOfForm(definition).find(one => one.question.id === conflict?.question)?.question
  if (!conflict || !question) return null
  const say = (answer: typeof conflict.mine) =>
    answerText(question, answer, { w, format, language, members }) ?? w('notAnswered')
  const person = members.find(one => one.ref === conflict.person)
  return (
    <Dialog title={w('conflictTitle')} onClose={() => filling.settle(conflict, 'theirs')}>
      <p>
        <strong>{question.label[language]}</strong> {person?.name}
      </p>
      <p>{w('conflictLead')}</p>
      <dl className="facts">
        <div>
          <dt>{w('conflictMine')}</dt>
          <dd dir="auto">{say(conflict.mine)}</dd>
        </div>
        <div>
          <dt>{w('conflictTheirs')}</dt>
          <dd dir="auto">{say(conflict.theirs)}</dd>
        </div>
      </dl>
      <div className="actions">
        <button type="button" className="button" onClick={() => filling.settle(conflict, 'mine')}>
          {w('conflictMine')}
        </button>
        <button type="button" className="button" onClick={() => filling.settle(conflict, 'theirs')}>
          {w('conflictTheirs')}
        </button>
      </div>
    </Dialog>
  )
}
