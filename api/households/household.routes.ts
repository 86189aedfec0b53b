import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { addNote } from './add-note.ts'
import * as change from './change.contract.ts'
import { FileAddress, HouseholdFile, Opened, OpenFile } from './household.contract.ts'
import { CHANGED, FILE, FOUND, SAID, SEEN, TIMELINE } from './households.examples.ts'
import { joinHouseholds } from './join-households.ts'
import { moveHouse } from './move-house.ts'
import { openHousehold } from './open-household.ts'
import { addFact, endFact } from './record-fact.ts'
import { LastSeen, SearchAnswer, SearchQuery } from './search.contract.ts'
import { searchHouseholds } from './search-households.ts'
import { showHousehold, showTimeline } from './show-household.ts'
import { showLastSeen } from './show-last-seen.ts'
import { splitHousehold } from './split-household.ts'
import { Timeline, TimelineQuery } from './timeline.contract.ts'

const tags = ['households']
const params = FileAddress
const response = { 200: change.Changed.meta({ examples: [CHANGED] }) }

/** /api/households: search, the file, and what changes in it. */
export const householdRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/households',
    {
      config: { action: 'household.search' },
      schema: {
        summary: 'Find a household by number, phone, address or name',
        tags,
        querystring: SearchQuery,
        response: { 200: SearchAnswer.meta({ examples: [FOUND] }) },
      },
    },
    request => read(db, request, (trx, actor) => searchHouseholds(trx, actor, request.query.q)),
  )
  app.get(
    '/api/households/last-seen',
    {
      config: { action: 'household.search' },
      schema: { summary: 'The ten files read last', tags, response: { 200: LastSeen.meta({ examples: [SEEN] }) } },
    },
    request => read(db, request, showLastSeen),
  )
  app.get(
    '/api/households/:id',
    {
      config: { action: 'household.read' },
      schema: {
        summary: 'The whole file of a household; the read is logged',
        tags,
        params,
        response: { 200: HouseholdFile.meta({ examples: [FILE] }) },
      },
    },
    request => read(db, request, (trx, actor) => showHousehold(trx, actor, request.params.id)),
  )
  app.get(
    '/api/households/:id/timeline',
    {
      config: { action: 'household.read' },
      schema: {
        summary: 'A page of its timeline',
        tags,
        params,
        querystring: TimelineQuery,
        response: { 200: Timeline.meta({ examples: [TIMELINE] }) },
      },
    },
    request => read(db, request, (trx, actor) => showTimeline(trx, actor, { ...request.params, ...request.query })),
  )
  app.post(
    '/api/households/:id/open',
    {
      config: { action: 'household.open' },
      schema: {
        summary: 'Open a file on a ground, for three hours',
        tags,
        params,
        body: OpenFile.meta({ examples: [SAID.open] }),
        response: { 200: Opened.meta({ examples: [{ id: 12, until: '2026-11-22T15:00:00.000Z' }] }) },
      },
    },
    request => write(db, request, (trx, actor) => openHousehold(trx, actor, { ...request.params, ...request.body })),
  )
  app.post(
    '/api/households/:id/notes',
    {
      config: { action: 'household.note' },
      schema: { summary: 'Add a note', tags, params, body: change.AddNote.meta({ examples: [SAID.note] }), response },
    },
    request => write(db, request, (trx, actor) => addNote(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/households/:id/facts',
    {
      config: { action: 'household.correct' },
      schema: {
        summary: 'Add a dated fact or contact',
        tags,
        params,
        body: change.AddFactAtDesk.meta({ examples: [SAID.fact] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => addFact(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/households/:id/facts/:fact/:factId/end',
    {
      config: { action: 'household.correct' },
      schema: {
        summary: 'End or correct a fact',
        tags,
        params: change.FactAddress,
        body: change.EndFact.meta({ examples: [SAID.end] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => endFact(trx, actor, request.params, request.body)),
  )
  app.post(
    '/api/households/:id/move',
    {
      config: { action: 'household.move' },
      schema: {
        summary: 'The household moved',
        tags,
        params,
        body: change.MoveHouse.meta({ examples: [SAID.move] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => moveHouse(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/households/:id/join',
    {
      config: { action: 'household.join' },
      schema: {
        summary: 'Join another file into this one',
        tags,
        params,
        body: change.JoinHouseholds.meta({ examples: [SAID.join] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => joinHouseholds(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/households/:id/split',
    {
      config: { action: 'household.split' },
      schema: {
        summary: 'Some become a household of their own',
        tags,
        params,
        body: change.SplitHousehold.meta({ examples: [SAID.split] }),
        response,
      },
    },
    request => write(db, request, (trx, actor) => splitHousehold(trx, actor, request.params.id, request.body)),
  )
}
