import { z } from 'zod'
import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { confirmInspection } from './confirm-inspection.ts'
import { describeVisit } from './describe-visit.ts'
import { findFalseStatement } from './find-false-statement.ts'
import {
  DescribeVisit,
  FalseStatement,
  InspectionList,
  InspectionView,
  Moved,
  Pass,
  Passed,
  Return,
  SaveAnswers,
  Saved,
  Send,
  Start,
  Started,
} from './inspection.contract.ts'
import * as examples from './inspection.examples.ts'
import { passInspection } from './pass-inspection.ts'
import { returnInspection } from './return-inspection.ts'
import { saveAnswers } from './save-answers.ts'
import { sendInspection } from './send-inspection.ts'
import { showInspection, showInspections } from './show-inspection.ts'
import { startInspection } from './start-inspection.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const OfApplication = z.object({ application: z.coerce.number().int().positive() })
const tags = ['inspections']
const moved = { 200: Moved.meta({ examples: [examples.MOVED] }) }

/** /api/inspections: the visit and its Social Inquiry Form, from its start to the chief's control. */
export const inspectionRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/inspections',
    {
      config: { action: 'inspection.read' },
      schema: {
        summary: 'Inspections of an application',
        tags,
        querystring: OfApplication,
        response: { 200: InspectionList.meta({ examples: [examples.LIST] }) },
      },
    },
    request => read(db, request, (trx, actor) => showInspections(trx, actor, request.query.application)),
  )
  app.post(
    '/api/inspections',
    {
      config: { action: 'inspection.start' },
      schema: {
        summary: 'Start the inspection of an application',
        tags,
        body: Start.meta({ examples: [examples.START] }),
        response: { 200: Started.meta({ examples: [{ id: 17, version: 1 }] }) },
      },
    },
    request => write(db, request, (trx, actor) => startInspection(trx, actor, request.body)),
  )
  app.get(
    '/api/inspections/:id',
    {
      config: { action: 'inspection.read' },
      schema: {
        summary: 'An inspection whole: visit, answers, control, and what may be done',
        tags,
        params,
        response: { 200: InspectionView.meta({ examples: [examples.VIEW] }) },
      },
    },
    request => read(db, request, (trx, actor) => showInspection(trx, actor, request.params.id)),
  )
  app.put(
    '/api/inspections/:id/answers',
    {
      config: { action: 'inspection.answer' },
      schema: {
        summary: 'Keep answers as they are typed',
        description:
          'Each change says what stood there when it was made. Another device’s different answer is never overwritten: it is listed in `conflicts`.',
        tags,
        params,
        body: SaveAnswers.meta({ examples: [examples.SAVE] }),
        response: { 200: Saved.meta({ examples: [{ version: 4, isStale: false, conflicts: [] }] }) },
      },
    },
    request => write(db, request, (trx, actor) => saveAnswers(trx, actor, request.params.id, request.body)),
  )
  app.put(
    '/api/inspections/:id/visit',
    {
      config: { action: 'inspection.answer' },
      schema: {
        summary: 'When and how the visit was made, and where the device was',
        tags,
        params,
        body: DescribeVisit.meta({ examples: [examples.VISIT] }),
        response: moved,
      },
    },
    request => write(db, request, (trx, actor) => describeVisit(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/inspections/:id/send',
    {
      config: { action: 'inspection.send' },
      schema: {
        summary: 'Send it to the chief; 400 with every place still to complete',
        tags,
        params,
        body: Send.meta({ examples: [{ version: 12 }] }),
        response: moved,
      },
    },
    request => write(db, request, (trx, actor) => sendInspection(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/inspections/:id/confirm',
    {
      config: { action: 'inspection.confirm' },
      schema: {
        summary: 'The second inspector confirms the answers',
        tags,
        params,
        body: Send.meta({ examples: [{ version: 12 }] }),
        response: moved,
      },
    },
    request => write(db, request, (trx, actor) => confirmInspection(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/inspections/:id/return',
    {
      config: { action: 'inspection.control' },
      schema: {
        summary: 'Give it back to the inspector with questions',
        tags,
        params,
        body: Return.meta({ examples: [examples.RETURN] }),
        response: moved,
      },
    },
    request => write(db, request, (trx, actor) => returnInspection(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/inspections/:id/pass',
    {
      config: { action: 'inspection.control' },
      schema: {
        summary: 'Pass it on: facts are written and the file is scored',
        tags,
        params,
        body: Pass.meta({ examples: [{ version: 13 }] }),
        response: { 200: Passed.meta({ examples: [examples.PASSED] }) },
      },
    },
    request => write(db, request, (trx, actor) => passInspection(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/inspections/:id/false-statement',
    {
      config: { action: 'inspection.control' },
      schema: {
        summary: 'Rule that the statement was false: the application ends as ineligible, with the reason',
        tags,
        params,
        body: FalseStatement.meta({ examples: [examples.FALSE_STATEMENT] }),
        response: { 200: Passed.meta({ examples: [{ ...examples.PASSED, score: null, status: 'ineligible' }] }) },
      },
    },
    request => write(db, request, (trx, actor) => findFalseStatement(trx, actor, request.params.id, request.body)),
  )
}
