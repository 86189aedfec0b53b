import type { Slice } from '../platform/http/slice.ts'
import { write } from '../rights/door.ts'
import { addPerson } from './add-person.ts'
import * as change from './change.contract.ts'
import { correctPerson } from './correct-person.ts'
import { FileAddress } from './household.contract.ts'
import { CHANGED, SAID } from './households.examples.ts'
import { leaveHousehold } from './leave-household.ts'
import { nameGuardian } from './name-guardian.ts'
import { recordDeath } from './record-death.ts'
import { transferPerson } from './transfer-person.ts'

const tags = ['households']
const params = FileAddress
const response = { 200: change.Changed.meta({ examples: [CHANGED] }) }
const { PersonAddress } = change

/** /api/households/{id}/people: who lives there. */
export const personRoutes: Slice = (app, { db }) => {
  app.post(
    '/api/households/:id/people',
    {
      config: { action: 'person.add' },
      schema: {
        summary: 'Add a person',
        tags,
        params,
        body: change.AddPerson.meta({ examples: [SAID.add] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => addPerson(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/households/:id/people/transfer',
    {
      config: { action: 'person.add' },
      schema: {
        summary: 'Somebody of another file comes to live here',
        tags,
        params,
        body: change.TransferPerson.meta({ examples: [SAID.transfer] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => transferPerson(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/households/:id/people/:person/correct',
    {
      config: { action: 'person.correct' },
      schema: {
        summary: 'Correct a person',
        tags,
        params: PersonAddress,
        body: change.CorrectPerson.meta({ examples: [SAID.correct] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => correctPerson(trx, actor, request.params, request.body)),
  )
  app.post(
    '/api/households/:id/people/:person/leave',
    {
      config: { action: 'household.split' },
      schema: {
        summary: 'A person leaves',
        tags,
        params: PersonAddress,
        body: change.LeaveHousehold.meta({ examples: [SAID.leave] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => leaveHousehold(trx, actor, request.params, request.body)),
  )
  app.post(
    '/api/households/:id/people/:person/death',
    {
      config: { action: 'person.death' },
      schema: {
        summary: 'A death',
        tags,
        params: PersonAddress,
        body: change.RecordDeath.meta({ examples: [SAID.death] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => recordDeath(trx, actor, request.params, request.body)),
  )
  app.post(
    '/api/households/:id/people/:person/guardian',
    {
      config: { action: 'person.guardian' },
      schema: {
        summary: 'Name who acts for a person',
        tags,
        params: PersonAddress,
        body: change.NameGuardian.meta({ examples: [SAID.guardian] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => nameGuardian(trx, actor, request.params, request.body)),
  )
}
