import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import { mergeAnswers } from './answers.rules.ts'
import { getFormDefinition } from './find-form-definition.ts'
import type { FormDefinition } from './form-definition.contract.ts'
import { questionsOfForm } from './form-definition.rules.ts'
import type { Change, SaveAnswers, Saved } from './inspection.contract.ts'
import { saveSheet } from './inspection-writes.queries.ts'
import { answersOf, lockFor } from './open-form.ts'

/** More than forty people of a household are not asked about. */
const PEOPLE_LIMIT = 80
const SIZE_LIMIT = 900_000

/**
 * Keeps answers as they are typed. Devices that changed different answers are merged; an answer another one changed
 * meanwhile is not overwritten but reported. Not audited one by one: sending is.
 * @throws not-found, closed, invalid-input for a question the form does not have
 */
export async function saveAnswers(trx: Trx, actor: Actor, id: number, body: SaveAnswers): Promise<Saved> {
  const row = await lockFor(trx, actor, { id, action: 'answer', version: null })
  refuseStrangers(await getFormDefinition(trx, row.formVersion ?? ''), body.changes)
  const { answers, conflicts, isChanged } = mergeAnswers(answersOf(row), body.changes)
  if (Object.keys(answers.people).length > PEOPLE_LIMIT || JSON.stringify(answers).length > SIZE_LIMIT)
    throw problem(
      'too-large',
      { tr: 'Form çok büyüdü; uzun notları kısaltın', en: 'The form grew too large; shorten long notes' }[
        actor.language
      ],
    )
  const version = isChanged ? await saveSheet(trx, id, { ...row.form, ...answers }) : row.version
  return {
    version,
    isStale: body.version !== row.version,
    conflicts: conflicts.map(({ question, person }) => ({ question, person })),
  }
}

function refuseStrangers(definition: FormDefinition, changes: readonly Change[]): void {
  const placed = new Map(questionsOfForm(definition).map(one => [one.question.id, one.block.about]))
  const fields = changes.flatMap(({ question, person }, index) => {
    const about = placed.get(question)
    if (about && (about === 'household') === (person === null)) return []
    return [{ field: `changes.${index}.question`, why: 'Formda böyle bir soru yok / There is no such question' }]
  })
  if (fields.length > 0) throw problem('invalid-input', '', { where: 'body', fields })
}
