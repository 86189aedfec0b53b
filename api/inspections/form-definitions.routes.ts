import { z } from 'zod'
import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { addFormDefinition, showFormVersions } from './add-form-definition.ts'
import { getFormDefinition } from './find-form-definition.ts'
import { AddFormDefinition, FormVersions } from './inspection.contract.ts'
import { SOCIAL_INQUIRY_FORM } from './social-inquiry-form.rules.ts'

const params = z.object({ version: z.string().max(50) })
const tags = ['form definitions']
// The definition's own schema is recursive (conditions in conditions); it is checked in the verb, against every flaw at once.
const Definition = z.looseObject({ version: z.string() })
const EXAMPLE = { ...SOCIAL_INQUIRY_FORM, sections: SOCIAL_INQUIRY_FORM.sections.slice(0, 1), facts: [], proposals: [] }

/** /api/form-definitions: versions of the Social Inquiry Form. */
export const formDefinitionRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/form-definitions',
    {
      config: { action: 'form.read' },
      schema: {
        summary: 'Versions of the Social Inquiry Form',
        tags,
        response: {
          200: FormVersions.meta({
            examples: [
              { items: [{ version: 'sif-1', title: 'Sosyal İnceleme Formu', validFrom: null, isCurrent: true }] },
            ],
          }),
        },
      },
    },
    request => read(db, request, showFormVersions),
  )
  app.get(
    '/api/form-definitions/:version',
    {
      config: { action: 'form.read' },
      schema: {
        summary: 'One version of the form',
        description: 'Shape: api/inspections/form-definition.contract.ts.',
        tags,
        params,
        response: { 200: Definition.meta({ examples: [EXAMPLE] }) },
      },
    },
    request => read(db, request, trx => getFormDefinition(trx, request.params.version)),
  )
  app.post(
    '/api/form-definitions',
    {
      config: { action: 'form.add' },
      schema: {
        summary: 'Add a version, used for inspections begun from a day on',
        tags,
        body: AddFormDefinition.meta({ examples: [{ definition: EXAMPLE, validFrom: '2027-01-01' }] }),
        response: { 200: Definition.meta({ examples: [EXAMPLE] }) },
      },
    },
    request => write(db, request, (trx, actor) => addFormDefinition(trx, actor, request.body)),
  )
}
