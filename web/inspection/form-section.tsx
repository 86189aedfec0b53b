import { useEffect, useRef } from 'react'
import {
  type Asked,
  type AskedBlock,
  type AskedSection,
  type FormError,
  keyOf,
} from '../../api/inspections/form.rules.ts'
import type { Answer, Member } from '../../api/inspections/form-answers.contract.ts'
import { ageOn } from '../../api/inspections/form-condition.rules.ts'
import { useOffice } from '../office/use-office.ts'
import { QuestionField } from './question-field.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{
  section: AskedSection
  /** Question that takes the focus; null: the heading. */
  focus: string | null
  errors: readonly FormError[]
  members: readonly Member[]
  visitedOn: string
  /** Whether errors of unanswered questions are shown: after somebody tried to send. */
  isChecked: boolean
  onAnswer: (question: string, person: string | null, answer: Answer | null) => void
}>

/** One section of the form as a page; its heading takes the focus when it is opened. */
export function FormSection({ section, focus, ...asking }: Props) {
  const { language } = useOffice()
  const heading = useRef<HTMLHeadingElement>(null)
  const { id, title, intro } = section.section
  // biome-ignore lint/correctness/useExhaustiveDependencies: another section is a reason to take the focus
  useEffect(() => {
    const target = focus && document.getElementById(focus)
    target ? target.focus() : heading.current?.focus()
  }, [id])
  return (
    <div className="form inquiry-section">
      <h2 ref={heading} tabIndex={-1}>
        {title[language]}
      </h2>
      {intro && <p className="quiet">{intro[language]}</p>}
      {section.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a section never change places
        <Block key={index} block={block} {...asking} />
      ))}
    </div>
  )
}

type Asking = Omit<Props, 'section' | 'focus'>

function Block({ block, ...asking }: Asking & Readonly<{ block: AskedBlock }>) {
  const { language } = useOffice()
  const title = block.block.title?.[language]
  return (
    <>
      {title && <h3>{title}</h3>}
      {block.subjects.map(({ member, asked }) =>
        member ? (
          <PersonBlock key={member.ref} member={member} asked={asked} {...asking} />
        ) : (
          <Questions key="household" asked={asked} {...asking} />
        ),
      )}
    </>
  )
}

function PersonBlock({ member, asked, ...asking }: Asking & Readonly<{ member: Member; asked: readonly Asked[] }>) {
  return (
    <fieldset className="person-block">
      <legend>
        <PersonLine member={member} visitedOn={asking.visitedOn} />
      </legend>
      <Questions asked={asked} {...asking} />
    </fieldset>
  )
}

/** Name, age and relation of a member. */
export function PersonLine({ member, visitedOn }: Readonly<{ member: Member; visitedOn: string }>) {
  const w = useWords()
  const age = ageOn(member.bornOn, visitedOn)
  const role = ROLES.find(one => one === member.role)
  const more = [age !== null && w('years', { n: age }), role && w(`role.${role}`), member.isNew && w('newcomer')]
  return (
    <>
      <bdi>{member.name}</bdi> <small>{more.filter(Boolean).join(' · ')}</small>
    </>
  )
}

const ROLES = ['head', 'spouse', 'child', 'parent', 'grandchild', 'relative', 'other'] as const

function Questions({
  asked,
  errors,
  members,
  visitedOn,
  isChecked,
  onAnswer,
}: Asking & Readonly<{ asked: readonly Asked[] }>) {
  const { language } = useOffice()
  return asked.map(({ path, question, answer }) => {
    const found = errors.filter(one => keyOf(one.path) === keyOf(path) && (isChecked || one.kind !== 'required'))
    return (
      <QuestionField
        key={keyOf(path)}
        id={keyOf(path)}
        question={question}
        answer={answer}
        error={found.map(one => one.say[language]).join(' ') || null}
        members={members}
        visitedOn={visitedOn}
        onAnswer={given => onAnswer(path.question, path.person, given)}
      />
    )
  })
}
