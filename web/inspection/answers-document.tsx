import { type Asked, type AskedSection, keyOf } from '../../api/inspections/form.rules.ts'
import type { Member } from '../../api/inspections/form-answers.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Section } from '../ui/section.tsx'
import { answerText } from './answer-words.ts'
import { PersonLine } from './form-section.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{
  sections: readonly AskedSection[]
  members: readonly Member[]
  visitedOn: string
  /** Beside each answer, as the chief's “ask”. */
  beside?: (asked: Asked) => React.ReactNode
}>

/** The answers read as a document: sections, people, question and answer; nothing that was not asked. */
export function AnswersDocument({ sections, members, visitedOn, beside }: Props) {
  const { language } = useOffice()
  return sections.map(({ section, blocks }) => (
    <Section key={section.id} title={section.title[language]}>
      {blocks.flatMap(({ subjects }, index) =>
        subjects.map(({ member, asked }) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a section never change places
          <div key={`${index} ${member?.ref}`} className="answer-group">
            {member && (
              <h3>
                <PersonLine member={member} visitedOn={visitedOn} />
              </h3>
            )}
            <dl className="answers">
              {asked.map(one => (
                <AnswerLine key={keyOf(one.path)} asked={one} members={members} beside={beside} />
              ))}
            </dl>
          </div>
        )),
      )}
    </Section>
  ))
}

type LineProps = Readonly<{ asked: Asked; members: readonly Member[]; beside: Props['beside'] }>

function AnswerLine({ asked, members, beside }: LineProps) {
  const { language, format } = useOffice()
  const w = useWords()
  const text = answerText(asked.question, asked.answer, { w, format, language, members })
  const isGap = !asked.answer || 'gap' in asked.answer
  return (
    <div>
      <dt>{asked.question.label[language]}</dt>
      <dd className={isGap ? 'is-gap' : ''} dir="auto">
        {text ?? w('notAnswered')}
      </dd>
      {beside && <dd className="beside">{beside(asked)}</dd>}
    </div>
  )
}
