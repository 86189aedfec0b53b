/**
 * The Social Inquiry Form worked out: what is asked now, what is wrong, how far it is, which facts and proposals follow.
 * Pure and total: the same in the office's screen, the field app and the server, whatever was answered.
 */

import { readAnswer } from './form-answer.rules.ts'
import type { Answer, Answers, Member, Newcomer, Visit } from './form-answers.contract.ts'
import { answerKey, holds, type Scope, type Standing } from './form-condition.rules.ts'
import type { Block, FormDefinition, Question, Section, Words } from './form-definition.contract.ts'
import { type FormFact, type Missing, missingFacts, type Settled, settle } from './form-facts.rules.ts'
import { deriveProposals, type FormProposal } from './form-proposals.rules.ts'

/** Where in the form: section, question, and the member it is asked of (null: the household). */
export type Path = Readonly<{ section: string; question: string; person: string | null }>

/** A question asked now, with what stands there. */
export type Asked = Readonly<{ path: Path; question: Question; answer: Answer | undefined; standing: Standing }>

/** required: not answered · invalid: does not fit · check: contradicts another answer. Only `isHard` keeps it from being sent. */
export type FormError = Readonly<{ path: Path; kind: 'required' | 'invalid' | 'check'; isHard: boolean; say: Words }>

export type AskedBlock = Readonly<{
  block: Block
  subjects: readonly { member: Member | null; asked: readonly Asked[] }[]
}>
export type AskedSection = Readonly<{ section: Section; blocks: readonly AskedBlock[] }>

/** Required questions answered (a gap is an answer) of those asked now. */
export type Progress = Readonly<{ answered: number; of: number; percent: number }>

export type Evaluation = Readonly<{
  /** Everybody asked about: the file's members and those found on the spot. */
  members: readonly Member[]
  /** Relevant sections with what is asked in them now. */
  sections: readonly AskedSection[]
  errors: readonly FormError[]
  warnings: readonly FormError[]
  progress: Progress & { sections: Readonly<Record<string, Progress>> }
  facts: readonly FormFact[]
  /** What is now known, kind by kind, also that there is none: earlier facts of the kind end with it. */
  settled: readonly Settled[]
  /** Asked, but without a value: never to be read as zero or none. */
  missing: readonly Missing[]
  proposals: readonly FormProposal[]
  marks: { isUrgent: boolean; isFalseStatement: boolean }
  /** Relevant answers: the only ones that are sent, scored or become facts. */
  sent: Answers
  /** Answers of questions not asked now: kept, in case they are asked again, and never sent. */
  aside: readonly { question: string; person: string | null }[]
}>

/** Works a form out. Irrelevant answers are set aside (XLSForm): nothing that follows can see them. */
export function evaluate(definition: FormDefinition, visit: Visit, answers: Answers): Evaluation {
  const walk = walkForm(definition, visit, answers)
  const { sections, scope } = walk
  const settled = settle(definition, scope)
  const asked = sections.flatMap(({ blocks }) => blocks.flatMap(block => block.subjects.flatMap(one => one.asked)))
  const found = [...walk.wrong, ...asked.flatMap(one => complaints(one, walk.wrong, scope))]
  const order = new Map(asked.map((one, index) => [keyOf(one.path), index]))
  const inOrder = found.toSorted((a, b) => (order.get(keyOf(a.path)) ?? 0) - (order.get(keyOf(b.path)) ?? 0))
  return {
    members: scope.members,
    sections,
    errors: inOrder.filter(one => one.isHard),
    warnings: inOrder.filter(one => !one.isHard),
    progress: progressOf(definition, asked),
    facts: settled.flatMap(one => one.fact ?? []),
    settled,
    missing: missingFacts(definition, asked),
    proposals: deriveProposals(definition, scope),
    marks: {
      isUrgent: definition.marks.urgent !== undefined && holds(definition.marks.urgent, scope),
      isFalseStatement: definition.marks.falseStatement !== undefined && holds(definition.marks.falseStatement, scope),
    },
    ...sortOut(answers, asked),
  }
}

/** One text for a place in the form; as key of lists and as id on the screen. */
export function keyOf(path: Path): string {
  return answerKey(path.question, path.person)
}

type Walk = { sections: AskedSection[]; wrong: FormError[]; scope: Scope }

function walkForm(definition: FormDefinition, visit: Visit, answers: Answers): Walk {
  const standings = new Map<string, Standing>()
  const members = [...visit.members]
  const scope: Scope = { standings, visit, members }
  const wrong: FormError[] = []

  function ask(section: Section, question: Question, member: Member | null): Asked[] {
    const path = { section: section.id, question: question.id, person: member?.ref ?? null }
    const isRelevant = !question.relevant || holds(question.relevant, scope, member ?? undefined)
    if (!isRelevant) return setAside(question, member)
    const answer = answerAt(answers, question.id, path.person)
    const read = readAnswer(question, answer, visit.visitedOn, members)
    if (read.wrong) wrong.push({ path, kind: 'invalid', isHard: true, say: read.wrong })
    standings.set(keyOf(path), read.standing)
    if (question.type === 'newcomers' && read.standing.is === 'value')
      members.push(...newMembers(read.standing.value as Newcomer[], members))
    return [{ path, question, answer, standing: read.standing }]
  }

  function setAside(question: Question, member: Member | null): [] {
    standings.set(answerKey(question.id, member?.ref), { is: 'irrelevant' })
    return []
  }

  function askBlock(section: Section, block: Block): AskedBlock {
    const isRelevant = !section.relevant || holds(section.relevant, scope)
    const subjects = (block.about === 'household' ? [null] : [...members]).map(member => {
      const isAsked = isRelevant && (!block.where || holds(block.where, scope, member ?? undefined))
      const asked = block.questions.flatMap(question =>
        isAsked ? ask(section, question, member) : setAside(question, member),
      )
      return { member, asked }
    })
    return { block, subjects: subjects.filter(one => one.asked.length > 0) }
  }

  const sections = definition.sections.map(section => ({
    section,
    blocks: section.blocks.map(block => askBlock(section, block)).filter(block => block.subjects.length > 0),
  }))
  return { sections: sections.filter(one => one.blocks.length > 0), wrong, scope }
}

/** The answer kept at a place, if any. */
export function answerAt(answers: Answers, question: string, person: string | null): Answer | undefined {
  const found = person === null ? answers.household : own(answers.people, person)
  return found && own(found, question)
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function newMembers(found: readonly Newcomer[], members: readonly Member[]): Member[] {
  const known = new Set(members.map(member => member.ref))
  return found
    .filter(one => !known.has(one.ref))
    .map(one => ({
      ref: one.ref,
      name: `${one.givenName} ${one.familyName}`.trim(),
      bornOn: one.bornOn,
      sex: one.sex,
      role: one.role,
      isNew: true,
    }))
}

const NOT_ANSWERED = { tr: 'Bu soru cevaplanmadı.', en: 'This question is not answered.' }

function complaints({ path, question, standing }: Asked, wrong: readonly FormError[], scope: Scope): FormError[] {
  if (standing.is === 'unanswered') {
    const isWrong = wrong.some(one => keyOf(one.path) === keyOf(path))
    return question.isRequired && !isWrong ? [{ path, kind: 'required', isHard: true, say: NOT_ANSWERED }] : []
  }
  if (standing.is !== 'value') return []
  const member = scope.members.find(one => one.ref === path.person)
  return (question.checks ?? [])
    .filter(check => holds(check.when, scope, member))
    .map(check => ({ path, kind: 'check', isHard: check.kind === 'hard', say: check.say }))
}

function progressOf(definition: FormDefinition, asked: readonly Asked[]): Evaluation['progress'] {
  const required = asked.filter(one => one.question.isRequired)
  const sections = Object.fromEntries(
    definition.sections.map(({ id }) => [id, progress(required.filter(one => one.path.section === id))]),
  )
  return { ...progress(required), sections }
}

function progress(required: readonly Asked[]): Progress {
  const answered = required.filter(one => one.standing.is !== 'unanswered').length
  const of = required.length
  return { answered, of, percent: of === 0 ? 100 : Math.floor((100 * answered) / of) }
}

function sortOut(answers: Answers, asked: readonly Asked[]): Pick<Evaluation, 'sent' | 'aside'> {
  const relevant = new Set(asked.map(one => keyOf(one.path)))
  const sent: Answers = { household: {}, people: {} }
  const aside: { question: string; person: string | null }[] = []
  const sort = (question: string, person: string | null, answer: Answer) => {
    if (!relevant.has(answerKey(question, person))) aside.push({ question, person })
    else if (person === null) sent.household[question] = answer
    else {
      sent.people[person] ??= {}
      const ofPerson = sent.people[person]
      if (ofPerson) ofPerson[question] = answer
    }
  }
  for (const [question, answer] of Object.entries(answers.household)) sort(question, null, answer)
  for (const [person, ofPerson] of Object.entries(answers.people))
    for (const [question, answer] of Object.entries(ofPerson)) sort(question, person, answer)
  return { sent, aside }
}
