import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factTable, fits } from './fact-tables.rules.ts'
import { evaluate, keyOf } from './form.rules.ts'
import { type Answer, Answers } from './form-answers.contract.ts'
import { questionsOfForm } from './form-definition.rules.ts'
import { SOCIAL_INQUIRY_FORM } from './social-inquiry-form.rules.ts'
import { FAMILY, familyAnswers } from './testing/family.ts'

const form = SOCIAL_INQUIRY_FORM
const questions = questionsOfForm(form).map(one => one.question)
const RUNS = { numRuns: 200, seed: 35 }

/** Answers that often fit: codes of the form, small amounts, days, people, and every kind of text. */
const codes = [...new Set(questions.flatMap(one => ('options' in one ? one.options.map(option => option.code) : [])))]
const value = fc.oneof(
  fc.boolean(),
  fc.constantFrom(...codes),
  fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 }),
  fc.integer({ min: -10, max: 2_000_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc
    .date({ min: new Date('1880-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map(day => day.toISOString().slice(0, 10)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('שלום', '👩‍👧', '__proto__', ''),
)
const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 5, arbitrary: value.map(one => ({ value: one })) },
  { weight: 1, arbitrary: fc.constantFrom<Answer>({ gap: 'unknown' }, { gap: 'refused' }) },
)
const ids = questions.map(one => one.id)
const sheet = fc.dictionary(fc.constantFrom(...ids, 'no_such_question'), answer, { maxKeys: 40 })
const answers: fc.Arbitrary<Answers> = fc.record({
  household: sheet,
  people: fc.dictionary(fc.constantFrom('p1', 'p2', 'p3', 'p99', 'nx'), sheet, { maxKeys: 4 }),
})
/** The family's answers with some replaced: mostly relevant ones. */
const disturbed = answers.map(changes => {
  const family = familyAnswers()
  for (const person of Object.keys(changes.people))
    family.people[person] = { ...family.people[person], ...changes.people[person] }
  return { household: { ...family.household, ...changes.household, consent: { value: true } }, people: family.people }
})

test('whatever is answered, the form is worked out', () => {
  fc.assert(
    fc.property(answers, given => {
      const seen = evaluate(form, FAMILY, given)
      expect(seen.progress.percent).toBeGreaterThanOrEqual(0)
      expect(seen.progress.percent).toBeLessThanOrEqual(100)
    }),
    RUNS,
  )
})

test('whatever is not asked changes neither facts nor proposals nor marks', () => {
  fc.assert(
    fc.property(disturbed, given => {
      const seen = evaluate(form, FAMILY, given)
      const again = evaluate(form, FAMILY, seen.sent)
      expect(again.aside).toEqual([])
      expect(again.facts).toEqual(seen.facts)
      expect(again.proposals).toEqual(seen.proposals)
      expect(again.marks).toEqual(seen.marks)
      expect(again.errors.map(one => keyOf(one.path))).toEqual(seen.errors.map(one => keyOf(one.path)))
    }),
    RUNS,
  )
})

test('every fact fits its table, and none comes from a gap', () => {
  fc.assert(
    fc.property(disturbed, given => {
      const { facts, missing } = evaluate(form, FAMILY, given)
      for (const fact of facts) {
        const table = factTable(fact.table)
        expect(table).toBeDefined()
        for (const [name, column] of Object.entries(table?.columns ?? {}))
          if (!column.isOptional || name in fact.columns) expect(fits(column, fact.columns[name])).toBe(true)
        expect(table?.about === 'person' ? fact.person : 'fine').not.toBeNull()
      }
      for (const gap of missing.filter(one => one.question.startsWith('expense_')))
        expect(facts.some(one => one.columns.kind === gap.question.slice('expense_'.length))).toBe(false)
    }),
    RUNS,
  )
})

test('the wire gives back what it took, but for what the database cannot keep', () => {
  fc.assert(
    fc.property(answers, given => {
      const once = Answers.safeParse(given)
      expect(once.success).toBe(true)
      if (once.success) expect(Answers.parse(once.data)).toEqual(once.data)
    }),
    RUNS,
  )
})
