import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, ageOn } from '../platform/day.ts'
import { defaultReplyBy } from './application-codes.rules.ts'
import { cleanText } from './clean-text.rules.ts'
import { type DocumentRule, documentsAskedFor } from './documents.rules.ts'
import { EMPTY_FORM, formOfDraft, submissionOf } from './intake-form.rules.ts'
import { findGaps } from './intake-gaps.rules.ts'
import { Submission } from './submission.contract.ts'
import { findIssues, phoneKey } from './submission.rules.ts'
import { ISSUE } from './submission-words.rules.ts'

const TODAY = '2026-11-22'
const ADULT = { id: 1, bornOn: '1980-05-01', diedOn: null }
const CHILD = { id: 2, bornOn: '2018-05-01', diedOn: null }

function codesOf(change: object, members = [ADULT, CHILD]): string[] {
  const submission = Submission.parse({
    household: { id: 5 },
    channel: 'solidarity_point',
    receivedOn: TODAY,
    applicant: { kind: 'self', personId: 1 },
    kind: 'needy',
    requests: [{ aidType: 'food_parcel' }],
    consent: { version: '2026-11' },
    ...change,
  })
  return findIssues(submission, { today: TODAY, members }).map(one => `${one.field} ${one.code}`)
}

describe('what stands in the way of an application', () => {
  test('of a plain one nothing does', () => expect(codesOf({})).toEqual([]))

  test.each([
    ['received tomorrow', { receivedOn: '2026-11-23' }, 'receivedOn received_in_future'],
    ['received long ago', { receivedOn: '2025-01-01' }, 'receivedOn received_too_long_ago'],
    ['answered before it came', { replyBy: '2026-11-01' }, 'replyBy reply_before_receipt'],
    ['CİMER without its number', { channel: 'cimer' }, 'referenceNo reference_missing'],
    [
      'an official letter for no victim',
      { applicant: { kind: 'official', name: 'İtfaiye', paper: '1' } },
      'applicant.kind official_only_for_victims',
    ],
    [
      'a proxy for a child',
      { applicant: { kind: 'proxy', personId: 2, name: 'A', paper: '1' } },
      'applicant.kind minor_needs_guardian',
    ],
    [
      'an event of nobody',
      { event: { kind: 'fire', occurredOn: TODAY, statement: 'x', paper: '1' } },
      'event event_without_victim',
    ],
    ['the same twice', { requests: [{ aidType: 'coal' }, { aidType: 'coal' }] }, 'requests.1.aidType request_twice'],
    [
      'a paper waived without a reason',
      { documents: [{ code: 'petition', state: 'waived' }] },
      'documents.0.reason waiver_reason',
    ],
    [
      'money from no income',
      { incomes: [{ personId: 1, source: 'none', monthlyKurus: 5 }] },
      'incomes.0.monthlyKurus none_is_zero',
    ],
    ['a word as a phone', { phone: 'komşuda' }, 'phone phone'],
    ['no consent though there', { consent: null }, 'consent consent_missing'],
  ])('%s', (_name, change, issue) => expect(codesOf(change)).toEqual([issue]))

  test('a victim needs the event, a statement, and a paper or that it is awaited', () => {
    const event = { kind: 'fire', occurredOn: '2026-11-23', statement: '' }
    expect(codesOf({ kind: 'victim', event })).toEqual([
      'event.occurredOn event_in_future',
      'event.statement statement_missing',
      'event.paper event_paper_missing',
    ])
    const awaited = { kind: 'fire', occurredOn: TODAY, statement: 'Evi yandı', isPaperAwaited: true }
    expect(codesOf({ kind: 'victim', event: awaited })).toEqual([])
  })

  test('a household of children alone applies through a guardian or an official letter', () => {
    const muhtar = { kind: 'muhtar', name: 'Ali Muhtar' }
    expect(codesOf({ applicant: muhtar }, [CHILD])).toEqual(['applicant.kind minor_needs_guardian'])
    expect(codesOf({ applicant: muhtar }, [ADULT, CHILD])).toEqual([])
  })

  test('who is not there cannot be read the text to', () => {
    expect(codesOf({ channel: 'third_party', consent: null })).toEqual([])
  })

  test('every issue is told in both languages, as a whole sentence', () => {
    for (const { tr, en } of Object.values(ISSUE))
      for (const text of [tr, en]) expect(text, text).toMatch(/^[A-ZÇĞİÖŞÜ0-9“].{12,}[.\d]$/)
  })
})

test('age turns on the birthday, of 29 February on 1 March', () => {
  expect([ageOn('2008-11-22', TODAY), ageOn('2008-11-23', TODAY)]).toEqual([18, 17])
  expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18])
})

test('days are counted over the end of a year', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect([defaultReplyBy('acik_kapi', '2026-11-22'), defaultReplyBy('web', '2026-11-22')]).toEqual([
    '2026-12-22',
    '2027-01-21',
  ])
})

test.each([
  ['0532 123 45 67', '5321234567'],
  ['+90 (232) 123-45-67', '2321234567'],
  ['0049 30 1234567', '+49301234567'],
  ['+90123', null],
  ['12', null],
])('%s is the phone %s', (typed, key) => expect(phoneKey(typed)).toBe(key))

test('papers are asked for once, required when any rule says so, the required first', () => {
  const rule = (documentCode: string, because: DocumentRule['because'], value: string, isRequired: boolean) => ({
    documentCode,
    because,
    value,
    isRequired,
  })
  const rules = [
    rule('birth_record', 'aid_type', 'milk', false),
    rule('police_record', 'event_kind', 'accident', true),
    rule('birth_record', 'aid_type', 'diapers', true),
    rule('petition', 'applicant_kind', 'self', true),
    rule('rent_contract', 'aid_type', 'milk', false),
  ]
  expect(documentsAskedFor(rules, { applicantKind: 'self', eventKind: null, aidTypes: ['milk', 'diapers'] })).toEqual([
    { code: 'birth_record', isRequired: true },
    { code: 'petition', isRequired: true },
    { code: 'rent_contract', isRequired: false },
  ])
})

test('cleaning takes out only what confuses, and once is enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect([...clean].some(letter => letter === '\u0000' || letter === '\u202e')).toBe(false)
    }),
  )
  expect(cleanText('  Şükrü\u202e Ağa 👩‍👧\r\nمرحبا ')).toBe('Şükrü Ağa 👩‍👧\nمرحبا')
})

test('an empty form names what is missing; a draft of an older page gets the newer fields; a whole one is a submission', () => {
  expect(findGaps(EMPTY_FORM).map(gap => gap.code)).toEqual(['household'])
  const rows = findGaps({ ...EMPTY_FORM, isNew: true }).map(gap => gap.field)
  expect(rows).toEqual(expect.arrayContaining(['household.people.0.givenName', 'household.address']))
  const form = formOfDraft({
    householdId: 5,
    applicantPerson: 'id:1',
    receivedOn: TODAY,
    requests: [{ aidType: 'coal', note: '' }],
  })
  expect(findGaps(form)).toEqual([])
  expect(Submission.parse(submissionOf(form, null))).toMatchObject({
    household: { id: 5 },
    applicant: { personId: 1 },
    requests: [{ aidType: 'coal', note: null }],
  })
})
