import { describe, expect, test } from 'vitest'
import { type Evaluation, evaluate } from './form.rules.ts'
import { type Answers, keepable, NO_ANSWERS, type Visit } from './form-answers.contract.ts'
import { FormDefinition } from './form-definition.contract.ts'
import { flawsOf, questionsOfForm } from './form-definition.rules.ts'
import { SOCIAL_INQUIRY_FORM } from './social-inquiry-form.rules.ts'
import { FAMILY, familyAnswers } from './testing/family.ts'

const form = SOCIAL_INQUIRY_FORM
const work = (answers: Answers, visit: Visit = FAMILY) => evaluate(form, visit, answers)
const household = (changes: Answers['household']): Answers => {
  const answers = familyAnswers()
  return { ...answers, household: { ...answers.household, ...changes } }
}
const ofPerson = (person: string, changes: Answers['household']): Answers => {
  const answers = familyAnswers()
  return { ...answers, people: { ...answers.people, [person]: { ...answers.people[person], ...changes } } }
}
const asked = ({ sections }: Evaluation, question: string) =>
  sections
    .flatMap(section => section.blocks.flatMap(block => block.subjects.flatMap(one => one.asked)))
    .filter(one => one.question.id === question)
    .map(one => one.path.person)

test('sif-1 is a form: of its shape, without flaws, in both languages, with facts of every kind', () => {
  expect(FormDefinition.parse(form)).toEqual(form)
  expect(flawsOf(form)).toEqual([])
  expect(new Set(form.facts.map(rule => rule.table)).size).toBe(8)
  expect(questionsOfForm(form).length).toBeGreaterThan(80)
})

describe('a family at home', () => {
  test('answered whole, it may be sent and becomes facts', () => {
    const { errors, progress, facts, missing } = work(familyAnswers())
    expect(errors).toEqual([])
    expect(progress.percent).toBe(100)
    expect(missing.filter(one => one.why !== 'unanswered')).toEqual([])
    expect(facts).toContainEqual({
      table: 'income',
      person: 'p1',
      columns: { source: 'casual_work', monthly_kurus: 900_000 },
    })
    expect(facts).toContainEqual({ table: 'income', person: 'p2', columns: { source: 'none', monthly_kurus: 0 } })
    expect(facts).toContainEqual({
      table: 'dwelling_fact',
      person: null,
      columns: { tenure: 'tenant', kind: 'flat', condition: 'worn', heating: 'stove', rooms: 3, rent_kurus: 850_000 },
    })
    expect(facts).toContainEqual({
      table: 'expense_fact',
      person: null,
      columns: { kind: 'rent', monthly_kurus: 850_000 },
    })
    expect(facts).toContainEqual({
      table: 'health_fact',
      person: 'p3',
      columns: { kind: 'disability', degree_percent: 40 },
    })
    expect(facts).toContainEqual({
      table: 'schooling_fact',
      person: 'p1',
      columns: { level: 'primary', is_attending: false },
    })
  })

  test('children are not asked about work, nor a man whether he is pregnant', () => {
    const seen = work(familyAnswers())
    expect(asked(seen, 'income_sources')).toEqual(['p1', 'p2'])
    expect(asked(seen, 'pregnant')).toEqual(['p2'])
    expect(asked(seen, 'school_level')).toEqual(['p1', 'p2', 'p3'])
  })

  test('unknown and refused are answers, and never become zero', () => {
    const { errors, facts, missing } = work(ofPerson('p1', { income_casual_work: { gap: 'unknown' } }))
    expect(errors).toEqual([])
    expect(facts.filter(one => one.table === 'income' && one.person === 'p1')).toEqual([])
    expect(missing).toContainEqual({ question: 'income_casual_work', person: 'p1', why: 'unknown', tables: ['income'] })
    const refused = work(household({ rent: { gap: 'refused' } }))
    expect(refused.facts.some(one => one.columns.kind === 'rent')).toBe(false)
    expect(refused.facts.find(one => one.table === 'dwelling_fact')?.columns).not.toHaveProperty('rent_kurus')
  })

  test('what stops being asked is kept aside and reaches neither facts nor what is sent', () => {
    const owner = work(household({ tenure: { value: 'owner' } }))
    expect(owner.aside).toContainEqual({ question: 'rent', person: null })
    expect(owner.sent.household).not.toHaveProperty('rent')
    expect(owner.facts.some(one => one.columns.kind === 'rent' || 'rent_kurus' in one.columns)).toBe(false)
    expect(work(household({ tenure: { value: 'tenant' } })).sent.household.rent).toEqual({ value: 850_000 })
  })

  test('without consent only the observation is asked, and no fact is made', () => {
    const refused = work(household({ consent: { value: false } }))
    expect(refused.sections.map(one => one.section.id)).toEqual(['visit', 'observation'])
    expect(refused.facts).toEqual([])
    expect(refused.proposals).toEqual([])
  })

  test('who left, who was found and what is asked for are proposed', () => {
    const answers = ofPerson('p3', { lives_here: { value: 'left' }, left_on: { value: '2026-03-01' } })
    Object.assign(answers.household, {
      somebody_else: { value: true },
      newcomers: {
        value: [
          {
            ref: 'nbaby',
            givenName: 'Umut',
            familyName: 'Deniz',
            bornOn: '2026-10-01',
            sex: 'male',
            role: 'child',
            nationalId: null,
          },
        ],
      },
      request_add: { value: ['milk', 'diapers'] },
    })
    const { proposals, facts, sections } = work(answers)
    expect(proposals).toContainEqual({
      kind: 'person_leave',
      person: 'p3',
      columns: { reason: 'left', happened_on: '2026-03-01' },
    })
    expect(proposals.find(one => one.kind === 'person_add')).toMatchObject({
      person: 'nbaby',
      columns: { given_name: 'Umut', born_on: '2026-10-01' },
    })
    expect(proposals.filter(one => one.kind === 'request_add').map(one => one.columns.code)).toEqual([
      'milk',
      'diapers',
    ])
    expect(facts.some(one => one.person === 'p3')).toBe(false)
    const health = sections.find(one => one.section.id === 'health')
    expect(health?.blocks[0]?.subjects.map(one => one.member?.ref)).toEqual(['p1', 'p2', 'nbaby'])
  })

  test('marks: urgent and a false statement', () => {
    expect(work(familyAnswers()).marks).toEqual({ isUrgent: false, isFalseStatement: false })
    expect(work(household({ urgent: { value: true } })).marks.isUrgent).toBe(true)
    expect(work(household({ contradicted: { value: true } })).marks.isFalseStatement).toBe(true)
  })
})

describe('what is wrong is said where it is', () => {
  const errorsAt = (answers: Answers, question: string) =>
    work(answers).errors.filter(one => one.path.question === question)

  test('nothing answered: only the first question is missing', () => {
    const nothing = work(NO_ANSWERS)
    expect(nothing.errors.map(one => one.path.question)).toContain('consent')
    expect(nothing.errors.every(one => one.kind === 'required' && one.isHard)).toBe(true)
    expect(nothing.progress.percent).toBe(0)
    expect(nothing.facts).toEqual([])
  })

  test('a question left open is named with section and person, in form order', () => {
    const answers = ofPerson('p2', {})
    delete answers.people.p2?.health
    delete answers.household.heating
    expect(work(answers).errors.map(one => one.path)).toEqual([
      { section: 'dwelling', question: 'heating', person: null },
      { section: 'health', question: 'health', person: 'p2' },
    ])
  })

  test.each([
    ['rooms', { value: 0 }],
    ['rooms', { value: 2.5 }],
    ['rooms', { value: 'üç' }],
    ['rent', { value: -1 }],
    ['rent', { value: 99.5 }],
    ['tenure', { value: 'castle' }],
    ['events', { value: ['none', 'fire'] }],
    ['events', { value: ['fire', 'fire'] }],
    ['consent', { gap: 'refused' as const }],
  ])('%s cannot be %j', (question, answer) => {
    expect(errorsAt(household({ [question]: answer }), question)).toMatchObject([{ kind: 'invalid', isHard: true }])
  })

  test('dates lie on the calendar and not after the visit', () => {
    const since = (value: string) =>
      errorsAt(ofPerson('p3', { lives_here: { value: 'left' }, left_on: { value } }), 'left_on').length
    expect(since('2026-11-22')).toBe(0)
    expect(since('2026-11-23')).toBe(1)
    expect(since('2026-02-30')).toBe(1)
    expect(since('dün')).toBe(1)
    expect(since('1850-01-01')).toBe(1)
  })

  test('a note of 10 000 characters is kept and answered with a clear message', () => {
    const answers = household({ observation: { value: 'ş'.repeat(10_000) } })
    expect(errorsAt(answers, 'observation')[0]?.say.tr).toBe(
      'En çok 4.000 karakter yazılabilir; 10.000 karakter yazıldı. Kısaltın, yazdıklarınız silinmedi.',
    )
    expect(errorsAt(household({ observation: { value: '👨‍👩‍👧'.repeat(801) } }), 'observation')).toHaveLength(1)
    expect(errorsAt(household({ observation: { value: '😀'.repeat(4000) } }), 'observation')).toEqual([])
  })

  test('a soft check asks to look again and does not hold the form', () => {
    const { errors, warnings } = work(household({ rent: { value: 8500 } }))
    expect(errors).toEqual([])
    expect(warnings).toMatchObject([{ path: { question: 'rent' }, kind: 'check', isHard: false }])
  })
})

test('emoji and right-to-left text stay as typed; what the database cannot keep does not', () => {
  for (const text of ['Anne 👩‍👧 hasta', 'السلام عليكم', 'שלום', 'Işık\niğne\tşöför'])
    expect(keepable(text)).toBe(text.normalize('NFC'))
  expect(keepable('a\u0000b\ud800c\r\nd\u0007')).toBe('ab\ufffdc\nd')
})
