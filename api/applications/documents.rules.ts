/** Which papers an application asks for: listed by rules, not guessed. Pure, so the page shows them as one chooses. */
import type { ApplicantKind, EventKind } from './application-codes.rules.ts'

/** A row of komsu.document_rule. */
export type DocumentRule = Readonly<{
  documentCode: string
  because: 'aid_type' | 'applicant_kind' | 'event_kind'
  value: string
  isRequired: boolean
}>

export type Asking = Readonly<{
  applicantKind: ApplicantKind
  eventKind: EventKind | null
  aidTypes: readonly string[]
}>

/** Papers asked for, each once, the required ones first; required when any rule that asks for it says so. */
export function documentsAskedFor(
  rules: readonly DocumentRule[],
  asking: Asking,
): { code: string; isRequired: boolean }[] {
  const asked = new Map<string, boolean>()
  for (const rule of rules)
    if (applies(rule, asking)) asked.set(rule.documentCode, rule.isRequired || asked.get(rule.documentCode) === true)
  return [...asked]
    .map(([code, isRequired]) => ({ code, isRequired }))
    .sort((a, b) => Number(b.isRequired) - Number(a.isRequired))
}

function applies(rule: DocumentRule, asking: Asking): boolean {
  if (rule.because === 'applicant_kind') return rule.value === asking.applicantKind
  if (rule.because === 'event_kind') return rule.value === asking.eventKind
  return asking.aidTypes.includes(rule.value)
}
