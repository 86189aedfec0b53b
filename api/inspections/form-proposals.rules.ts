/** From answers to changes proposed for the household's file and the application. Pure. */
import type { AnswerValue, Member, Newcomer } from './form-answers.contract.ts'
import { holds, type Scope, standingOf } from './form-condition.rules.ts'
import type { FormDefinition, ProposalKind, ProposalRule } from './form-definition.contract.ts'
import { columnValue } from './form-facts.rules.ts'

/** A change for a person to accept or refuse; `person` as PersonRef, null for the household. */
export type FormProposal = Readonly<{
  kind: ProposalKind
  person: string | null
  columns: Readonly<Record<string, AnswerValue | null>>
}>

/** Changes of the file the answers propose. */
export function deriveProposals(definition: FormDefinition, scope: Scope): FormProposal[] {
  return definition.proposals.flatMap(rule => proposalsOf(rule, definition, scope))
}

function proposalsOf(rule: ProposalRule, definition: FormDefinition, scope: Scope): FormProposal[] {
  if (rule.about === 'each_newcomer')
    return scope.members.filter(one => one.isNew).map(one => joining(one, definition, scope))
  if (rule.about === 'each_member')
    return scope.members.filter(one => !one.isNew && fires(rule, scope, one)).map(one => propose(rule, scope, one))
  if (!fires(rule, scope)) return []
  if (rule.about === 'household') return [propose(rule, scope)]
  return chosen(rule.of, scope).map(code => ({
    ...propose(rule, scope),
    columns: { ...propose(rule, scope).columns, code },
  }))
}

function fires(rule: ProposalRule, scope: Scope, member?: Member): boolean {
  return !rule.when || holds(rule.when, scope, member)
}

function propose(rule: ProposalRule, scope: Scope, member?: Member): FormProposal {
  const columns = Object.entries(rule.columns).flatMap(([name, source]) => {
    const value = columnValue(source, scope, member)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { kind: rule.kind, person: member?.ref ?? null, columns: Object.fromEntries(columns) }
}

function chosen(question: string | undefined, scope: Scope): string[] {
  const standing = question === undefined ? undefined : standingOf(scope, question)
  if (standing?.is !== 'value' || !Array.isArray(standing.value)) return []
  return standing.value.filter(one => typeof one === 'string')
}

function joining(member: Member, definition: FormDefinition, scope: Scope): FormProposal {
  const found = newcomers(definition, scope).find(one => one.ref === member.ref)
  return {
    kind: 'person_add',
    person: member.ref,
    columns: {
      given_name: found?.givenName ?? member.name,
      family_name: found?.familyName ?? '',
      born_on: member.bornOn,
      sex: member.sex,
      household_role: member.role,
      national_id: found?.nationalId ?? null,
    },
  }
}

function newcomers(definition: FormDefinition, scope: Scope): Newcomer[] {
  const questions = definition.sections.flatMap(section => section.blocks.flatMap(block => block.questions))
  return questions
    .filter(question => question.type === 'newcomers')
    .flatMap(question => {
      const standing = standingOf(scope, question.id)
      return standing.is === 'value' ? (standing.value as Newcomer[]) : []
    })
}
