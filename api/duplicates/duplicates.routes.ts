import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { decideDuplicate } from './decide-duplicate.ts'
import { Decide, Decided, Duplicate, Duplicates, DuplicatesQuery, IdParams } from './duplicates.contract.ts'
import { DECIDED, DUPLICATE, DUPLICATES } from './duplicates.examples.ts'
import { showDuplicate, showDuplicates } from './show-duplicates.ts'

const tags = ['duplicates']

/** Files that may be one household, as tasks for a person. */
export const duplicateRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/duplicates',
    {
      config: { action: 'duplicate.list' },
      schema: {
        summary: 'Files that may be one household, the likeliest first',
        tags,
        querystring: DuplicatesQuery,
        response: { 200: Duplicates.meta({ examples: [DUPLICATES] }) },
      },
    },
    request => read(db, request, (trx, actor) => showDuplicates(trx, actor, request.query)),
  )
  app.get(
    '/api/duplicates/:id',
    {
      config: { action: 'duplicate.list' },
      schema: {
        summary: 'One such pair side by side; looking opens both files for the comparison and is audited',
        tags,
        params: IdParams,
        response: { 200: Duplicate.meta({ examples: [DUPLICATE] }) },
      },
    },
    request => read(db, request, (trx, actor) => showDuplicate(trx, actor, request.params.id)),
  )
  app.post(
    '/api/duplicates/:id/decide',
    {
      config: { action: 'duplicate.decide' },
      schema: {
        summary: 'Same, different, or later',
        tags,
        params: IdParams,
        body: Decide.meta({ examples: [{ verdict: 'different', reason: 'Aynı ad, başka aile', version: 1 }] }),
        response: { 200: Decided.meta({ examples: [DECIDED] }) },
      },
    },
    request => write(db, request, (trx, actor) => decideDuplicate(trx, actor, request.params.id, request.body)),
  )
}
