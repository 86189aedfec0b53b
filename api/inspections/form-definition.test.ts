import { expect, test } from 'vitest'
import { FormDefinition, type Question } from './form-definition.contract.ts'
import { flawsOf } from './form-definition.rules.ts'

const words = { tr: 'Soru', en: 'Question' }
const yesNo = (id: string, more: Partial<Question> = {}): Question =>
  ({ id, type: 'yes_no', label: words, ...more }) as Question

function form(questions: Question[], more: Partial<FormDefinition> = {}): FormDefinition {
  const sections = [{ id: 'one', title: words, blocks: [{ about: 'household' as const, questions }] }]
  return { version: 'test-1', title: words, sections, facts: [], proposals: [], marks: {}, ...more }
}

test('a small form has no flaw', () => {
  expect(flawsOf(form([yesNo('a'), yesNo('b', { relevant: { is: ['a', true] } })]))).toEqual([])
})

test.each([
  ['a name used twice', form([yesNo('a'), yesNo('a')])],
  ['relevance that looks ahead', form([yesNo('a', { relevant: { is: ['b', true] } }), yesNo('b')])],
  ['relevance that looks at itself', form([yesNo('a', { relevant: { known: 'a' } })])],
  [
    'a check of a question there is none of',
    form([yesNo('a', { checks: [{ kind: 'hard', when: { is: ['x', true] }, say: words }] })]),
  ],
  ['a mark on nothing', form([yesNo('a')], { marks: { urgent: { is: ['x', true] } } })],
  ['a table there is none of', form([yesNo('a')], { facts: [{ table: 'person', about: 'household', columns: {} }] })],
  [
    'a fact without its columns',
    form([yesNo('a')], {
      facts: [{ table: 'expense_fact', about: 'household', columns: { kind: { value: 'food' } } }],
    }),
  ],
  [
    'a value the table does not take',
    form([yesNo('a')], {
      facts: [
        {
          table: 'expense_fact',
          about: 'household',
          columns: { kind: { value: 'cigars' }, monthly_kurus: { answer: 'a' } },
        },
      ],
    }),
  ],
  [
    'a column of another table, such as its author',
    form([yesNo('a')], {
      facts: [
        {
          table: 'status_fact',
          about: 'household',
          columns: { kind: { value: 'fire' }, provenance: { value: 'registry' } },
        },
      ],
    }),
  ],
  [
    'a fact of a person about the household',
    form([yesNo('a')], {
      facts: [{ table: 'health_fact', about: 'household', columns: { kind: { value: 'disability' } } }],
    }),
  ],
])('%s is found', (_name, definition) => {
  expect(flawsOf(definition).length).toBeGreaterThan(0)
})

test('the language is closed: anything else is no form', () => {
  expect(FormDefinition.safeParse(form([yesNo('a', { relevant: { eval: '1' } as never })])).success).toBe(false)
  expect(FormDefinition.safeParse(form([yesNo('A b')])).success).toBe(false)
  expect(FormDefinition.safeParse({ ...form([yesNo('a')]), script: 'x' }).success).toBe(false)
})
