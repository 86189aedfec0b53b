import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { currentVersion } from './find-form-definition.ts'
import { FormDefinition } from './form-definition.contract.ts'
import { findStored, insertDefinition, listStored } from './form-definition.queries.ts'
import { flawsOf } from './form-definition.rules.ts'
import type { AddFormDefinition, FormVersions } from './inspection.contract.ts'
import { SOCIAL_INQUIRY_FORM } from './social-inquiry-form.rules.ts'
import { today } from './start-inspection.ts'

/**
 * Adds a version of the form for inspections begun from a day on; a version never changes and past inspections keep theirs.
 * @throws invalid-input (details.fields), conflict when there is the version already
 */
export async function addFormDefinition(trx: Trx, actor: Actor, body: AddFormDefinition): Promise<FormDefinition> {
  const read = FormDefinition.safeParse(body.definition)
  const flaws = read.success
    ? flawsOf(read.data).map(flaw => ({ field: flaw.where, why: flaw[actor.language] }))
    : read.error.issues.map(issue => ({ field: issue.path.join('.'), why: issue.message }))
  if (body.validFrom < today())
    flaws.push({
      field: 'validFrom',
      why: { tr: 'Geçmiş bir gün olamaz', en: 'It cannot be a past day' }[actor.language],
    })
  if (!read.success || flaws.length > 0) {
    const words = { tr: 'Form tanımı kullanılamıyor', en: 'The definition cannot be used' }[actor.language]
    throw problem('invalid-input', words, { where: 'body', fields: flaws.slice(0, 100) })
  }
  const { version } = read.data
  if (version === SOCIAL_INQUIRY_FORM.version || (await findStored(trx, version)))
    throw problem('conflict', { tr: `${version} sürümü var`, en: `There is a version ${version}` }[actor.language], {
      version,
    })
  await insertDefinition(trx, { version, document: read.data, validFrom: body.validFrom, officerId: actor.officer.id })
  await auditDeed(trx, actor, {
    action: 'form.add',
    subject: { type: 'form_definition', id: version },
    detail: { validFrom: body.validFrom },
  })
  return read.data
}

/** Versions there are, the shipped one first. */
export async function showFormVersions(trx: Trx, actor: Actor): Promise<FormVersions> {
  const current = await currentVersion(trx, today())
  const stored = (await listStored(trx)).map(one => ({
    version: one.version,
    title: FormDefinition.parse(one.document).title[actor.language],
    validFrom: one.validFrom,
  }))
  const shipped = {
    version: SOCIAL_INQUIRY_FORM.version,
    title: SOCIAL_INQUIRY_FORM.title[actor.language],
    validFrom: null,
  }
  return { items: [shipped, ...stored].map(one => ({ ...one, isCurrent: one.version === current })) }
}
