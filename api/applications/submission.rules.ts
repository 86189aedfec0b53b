/** What stands in the way of an application, each with its field and how to mend it. Pure: server and browser ask alike. */
import { ADULT_AGE, addDays, ageOn } from '../platform/day.ts'
import { hasRightCheckDigits } from '../platform/national-id.ts'
import { APPLICANT, CHANNEL } from './application-codes.rules.ts'
import type { Submission } from './submission.contract.ts'
import type { IssueCode } from './submission-words.rules.ts'

export type Issue = Readonly<{ field: string; code: IssueCode }>

/** A living or dead member of the household applied for. */
export type Member = Readonly<{ id?: number; bornOn: string; diedOn: string | null }>

/** What is known beside the submission itself. `members`: of an existing household; codes null: not looked up yet. */
export type Known = Readonly<{
  today: string
  members?: readonly Member[] | undefined
  aidTypes?: readonly string[] | undefined
  documentCodes?: readonly string[] | undefined
  consentVersions?: readonly string[] | undefined
}>

/** Everything wrong with a submission, in the order of the form. Empty: it may be handed in. */
export function findIssues(submission: Submission, known: Known): Issue[] {
  return [
    ...peopleIssues(submission, known),
    ...receiptIssues(submission, known),
    ...applicantIssues(submission, known),
    ...eventIssues(submission, known),
    ...requestIssues(submission, known),
    ...documentIssues(submission, known),
    ...incomeIssues(submission, known),
    ...consentIssues(submission, known),
    ...phoneIssues(submission),
  ]
}

const OLDEST = '1900-01-01'

function peopleIssues({ household }: Submission, { today }: Known): Issue[] {
  if (!('people' in household)) return []
  const { people } = household
  const issues = people.flatMap((person, row) => {
    const at = (name: string, code: IssueCode) => ({ field: `household.people.${row}.${name}`, code })
    const isTwice = people.findIndex(one => one.nationalId === person.nationalId) < row
    return [
      ...(hasRightCheckDigits(person.nationalId) ? [] : [at('nationalId', 'national_id')]),
      ...(isTwice ? [at('nationalId', 'person_twice')] : []),
      ...(person.bornOn > today ? [at('bornOn', 'born_in_future')] : []),
      ...(person.bornOn < OLDEST ? [at('bornOn', 'born_too_long_ago')] : []),
    ]
  })
  const heads = people.filter(person => person.role === 'head').length
  if (heads === 0) issues.push({ field: 'household.people', code: 'no_head' })
  if (heads > 1) issues.push({ field: 'household.people', code: 'two_heads' })
  return issues
}

function receiptIssues({ channel, referenceNo, receivedOn, replyBy }: Submission, { today }: Known): Issue[] {
  const issues: Issue[] = []
  if (receivedOn > today) issues.push({ field: 'receivedOn', code: 'received_in_future' })
  if (receivedOn < addDays(today, -365)) issues.push({ field: 'receivedOn', code: 'received_too_long_ago' })
  if (replyBy && replyBy < receivedOn) issues.push({ field: 'replyBy', code: 'reply_before_receipt' })
  if ((channel === 'cimer' || channel === 'acik_kapi') && !referenceNo)
    issues.push({ field: 'referenceNo', code: 'reference_missing' })
  return issues
}

/** The members of the household of a submission; undefined while they are not known. */
export function membersOf({ household }: Submission, { members }: Known): readonly Member[] | undefined {
  return 'people' in household ? household.people.map(one => ({ bornOn: one.bornOn, diedOn: null })) : members
}

type PersonRef = Readonly<{ personId?: number | null | undefined; personRow?: number | null | undefined }>

function refersTo(ref: PersonRef, submission: Submission, known: Known): Member | undefined {
  const members = membersOf(submission, known) ?? []
  if ('people' in submission.household) return ref.personRow == null ? undefined : members[ref.personRow]
  return members.find(one => one.id !== undefined && one.id === ref.personId)
}

function applicantIssues(submission: Submission, known: Known): Issue[] {
  const { applicant, kind } = submission
  const members = membersOf(submission, known)
  const person = refersTo(applicant, submission, known)
  const isNamed = applicant.personId != null || applicant.personRow != null
  const at = (name: string, code: IssueCode): Issue => ({ field: `applicant.${name}`, code })
  const isStranger = isNamed && !person && members !== undefined
  if (isStranger) return [at('person', 'not_a_member')]
  if (person?.diedOn) return [at('person', 'person_died')]
  if (applicant.kind === 'self') {
    if (!isNamed) return [at('person', 'applicant_missing')]
    return person && isMinor(person, known.today) ? [at('person', 'minor_needs_guardian')] : []
  }
  const issues: Issue[] = []
  if (!applicant.name) issues.push(at('name', 'name_missing'))
  if (APPLICANT[applicant.kind].paper && !applicant.paper) issues.push(at('paper', 'paper_missing'))
  if (applicant.kind === 'official' && kind !== 'victim') issues.push(at('kind', 'official_only_for_victims'))
  const isForMinors = person ? isMinor(person, known.today) : members?.every(one => isMinor(one, known.today))
  if (isForMinors && applicant.kind !== 'guardian' && applicant.kind !== 'official')
    issues.push(at('kind', 'minor_needs_guardian'))
  return issues
}

function isMinor(person: Member, today: string): boolean {
  return ageOn(person.bornOn, today) < ADULT_AGE
}

function eventIssues({ kind, event }: Submission, { today }: Known): Issue[] {
  if (kind !== 'victim') return event ? [{ field: 'event', code: 'event_without_victim' }] : []
  if (!event) return [{ field: 'event.kind', code: 'event_missing' }]
  const issues: Issue[] = []
  if (event.occurredOn > today) issues.push({ field: 'event.occurredOn', code: 'event_in_future' })
  if (event.occurredOn < OLDEST) issues.push({ field: 'event.occurredOn', code: 'event_too_long_ago' })
  if (!event.statement) issues.push({ field: 'event.statement', code: 'statement_missing' })
  if (!event.paper && !event.isPaperAwaited) issues.push({ field: 'event.paper', code: 'event_paper_missing' })
  return issues
}

function requestIssues({ requests }: Submission, { aidTypes }: Known): Issue[] {
  if (requests.length === 0) return [{ field: 'requests', code: 'no_request' }]
  return requests.flatMap(({ aidType }, row): Issue[] => {
    const field = `requests.${row}.aidType`
    if (requests.findIndex(one => one.aidType === aidType) < row) return [{ field, code: 'request_twice' }]
    return aidTypes && !aidTypes.includes(aidType) ? [{ field, code: 'unknown_aid' }] : []
  })
}

function documentIssues({ documents }: Submission, { documentCodes }: Known): Issue[] {
  return documents.flatMap((one, row): Issue[] => {
    if (documentCodes && !documentCodes.includes(one.code))
      return [{ field: `documents.${row}.code`, code: 'unknown_document' }]
    if (documents.findIndex(other => other.code === one.code) < row)
      return [{ field: `documents.${row}.code`, code: 'document_twice' }]
    return one.state === 'waived' && !one.reason ? [{ field: `documents.${row}.reason`, code: 'waiver_reason' }] : []
  })
}

function incomeIssues(submission: Submission, known: Known): Issue[] {
  const members = membersOf(submission, known)
  return submission.incomes.flatMap((income, row): Issue[] => {
    const field = `incomes.${row}.person`
    if (members && !refersTo(income, submission, known)) return [{ field, code: 'not_a_member' }]
    if (income.source === 'none' && income.monthlyKurus > 0)
      return [{ field: `incomes.${row}.monthlyKurus`, code: 'none_is_zero' }]
    return []
  })
}

function consentIssues({ channel, consent }: Submission, { consentVersions }: Known): Issue[] {
  if (!consent) return CHANNEL[channel].isApplicantThere ? [{ field: 'consent', code: 'consent_missing' }] : []
  const isKnown = consentVersions === undefined || consentVersions.includes(consent.version)
  return isKnown ? [] : [{ field: 'consent', code: 'consent_unknown' }]
}

function phoneIssues({ phone }: Submission): Issue[] {
  return phone && phoneKey(phone) === null ? [{ field: 'phone', code: 'phone' }] : []
}

/** `0532 123 45 67`, `+90 532…` → 5321234567; a foreign number → +49…; null when it is no number. */
export function phoneKey(text: string): string | null {
  const digits = text.replace(/[\s().\-/]+/g, '')
  const own = /^(?:\+90|0090|90|0)?([2-58]\d{9})$/.exec(digits)?.[1]
  if (own) return own
  const foreign = /^(?:\+|00)([1-9]\d{6,14})$/.exec(digits)?.[1]
  return foreign && !foreign.startsWith('90') ? `+${foreign}` : null
}
