/** Whether a form definition makes sense beyond its shape. Pure. */
import { FACT_TABLES, factTable, fits } from './fact-tables.rules.ts'
import type { Block, FactRule, FormDefinition, ProposalRule, Question } from './form-definition.contract.ts'
import { questionsOf, refsOf } from './form-refs.rules.ts'

/** Something wrong with a definition; `where` is a path such as sections.dwelling.rent. */
export type Flaw = Readonly<{ where: string; tr: string; en: string }>

type Placed = Readonly<{ where: string; block: Block; question: Question }>

/** Every question of a definition, in the order they are asked. */
export function questionsOfForm(definition: FormDefinition): Placed[] {
  return definition.sections.flatMap(section =>
    section.blocks.flatMap(block =>
      block.questions.map(question => ({ where: `sections.${section.id}.${question.id}`, block, question })),
    ),
  )
}

/**
 * What is wrong with a definition: double names, conditions on questions that come later or not at all, facts that no
 * table takes. Relevance looks back only, so a form is worked out in one pass and never in a circle.
 */
export function flawsOf(definition: FormDefinition): Flaw[] {
  const placed = questionsOfForm(definition)
  const byId = new Map(placed.map(one => [one.question.id, one]))
  return [
    ...doubles(definition, placed),
    ...placed.flatMap((one, index) =>
      flawsOfQuestion(one, new Set(placed.slice(0, index).map(p => p.question.id)), byId),
    ),
    ...flawsOfConditions(definition, placed),
    ...definition.facts.flatMap((rule, index) => flawsOfFact(rule, `facts.${index}`, byId)),
    ...definition.proposals.flatMap((rule, index) => flawsOfProposal(rule, `proposals.${index}`, byId)),
  ]
}

function doubles(definition: FormDefinition, placed: readonly Placed[]): Flaw[] {
  const twice = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index)
  return [...twice(definition.sections.map(one => one.id)), ...twice(placed.map(one => one.question.id))].map(id =>
    flaw(id, 'Bu ad iki kez kullanılmış.', 'This name is used twice.'),
  )
}

type ById = ReadonlyMap<string, Placed>

function flawsOfQuestion({ where, question }: Placed, before: ReadonlySet<string>, byId: ById): Flaw[] {
  const relevant = question.relevant ? refsOf(question.relevant) : []
  const checks = (question.checks ?? []).flatMap(check => refsOf(check.when))
  const later = relevant.filter(ref => !ref.startsWith('$') && !before.has(ref))
  return [
    ...later.map(ref =>
      flaw(
        where,
        `Koşul, daha önce sorulmayan “${ref}” sorusuna bakıyor.`,
        `The condition looks at “${ref}”, which is not asked before.`,
      ),
    ),
    ...unknown(checks, where, byId),
    ...doubleOptions(question, where),
  ]
}

function doubleOptions(question: Question, where: string): Flaw[] {
  if (question.type !== 'choice' && question.type !== 'multiple') return []
  const codes = question.options.map(option => option.code)
  if (new Set(codes).size === codes.length) return []
  return [flaw(where, 'Bir seçenek iki kez yazılmış.', 'An option is written twice.')]
}

function unknown(refs: readonly string[], where: string, byId: ById): Flaw[] {
  return refs
    .filter(ref => !ref.startsWith('$') && !byId.has(ref))
    .map(ref => flaw(where, `“${ref}” adında bir soru yok.`, `There is no question “${ref}”.`))
}

function flawsOfConditions(definition: FormDefinition, placed: readonly Placed[]): Flaw[] {
  const seen = new Set<string>()
  const flaws: Flaw[] = []
  const look = (where: string, refs: readonly string[]) => {
    for (const ref of refs.filter(one => !one.startsWith('$') && !seen.has(one)))
      flaws.push(
        flaw(
          where,
          `Koşul, daha önce sorulmayan “${ref}” sorusuna bakıyor.`,
          `The condition looks at “${ref}”, which is not asked before.`,
        ),
      )
  }
  for (const section of definition.sections) {
    if (section.relevant) look(`sections.${section.id}`, refsOf(section.relevant))
    for (const block of section.blocks) {
      if (block.where) look(`sections.${section.id}`, refsOf(block.where))
      for (const question of block.questions) seen.add(question.id)
    }
  }
  const marks = Object.values(definition.marks).flatMap(mark => (mark ? refsOf(mark) : []))
  return [...flaws, ...unknown(marks, 'marks', new Map(placed.map(one => [one.question.id, one])))]
}

function flawsOfFact(rule: FactRule, where: string, byId: ById): Flaw[] {
  const table = factTable(rule.table)
  if (!table) {
    const names = Object.keys(FACT_TABLES).join(', ')
    return [
      flaw(
        where,
        `Böyle bir bilgi tablosu yok: ${rule.table} (${names}).`,
        `No such fact table: ${rule.table} (${names}).`,
      ),
    ]
  }
  const isOfPerson = rule.about === 'each_member'
  const misplaced = table.about !== 'either' && (table.about === 'person') !== isOfPerson
  const lacking = Object.entries(table.columns).filter(
    ([name, column]) => !column.isOptional && !Object.hasOwn(rule.columns, name),
  )
  return [
    ...(misplaced
      ? [
          flaw(
            where,
            'Bilgi yanlış yere yazılıyor (hane/birey).',
            'The fact is about the wrong one (household/person).',
          ),
        ]
      : []),
    ...lacking.map(([name]) => flaw(where, `“${name}” sütunu eksik.`, `Column “${name}” is missing.`)),
    ...Object.keys(rule.columns).flatMap(name => flawsOfColumn(rule, name, where, byId)),
    ...unknown(questionsOf(rule), where, byId),
  ]
}

function flawsOfColumn(rule: FactRule, name: string, where: string, byId: ById): Flaw[] {
  const columns = factTable(rule.table)?.columns ?? {}
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined
  if (!column) return [flaw(where, `“${name}” diye bir sütun yok.`, `There is no column “${name}”.`)]
  const source = rule.columns[name]
  const values =
    !source || 'answer' in source
      ? codesAnswered(source?.answer, byId)
      : 'value' in source
        ? [source.value]
        : Object.values(source.map)
  const bad = values.find(value => !fits(column, value))
  return bad === undefined
    ? []
    : [flaw(where, `“${name}” sütunu “${bad}” değerini almaz.`, `Column “${name}” does not take “${bad}”.`)]
}

/** Codes a choice may hand to a column as they are. */
function codesAnswered(id: string | undefined, byId: ById): string[] {
  const question = id === undefined ? undefined : byId.get(id)?.question
  return question?.type === 'choice' ? question.options.map(option => option.code) : []
}

function flawsOfProposal(rule: ProposalRule, where: string, byId: ById): Flaw[] {
  return unknown([...questionsOf(rule), ...(rule.of ? [rule.of] : [])], where, byId)
}

function flaw(where: string, tr: string, en: string): Flaw {
  return { where, tr, en }
}
