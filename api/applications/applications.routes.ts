import { z } from 'zod'
import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { addRequest } from './add-request.ts'
import { appealApplication } from './appeal-application.ts'
import {
  AddRequest,
  Appeal,
  ApplicationItems,
  ApplicationsQuery,
  ApplicationView,
  ChangeDocument,
  MarkUrgent,
  Options,
  Withdraw,
  WithdrawRequest,
} from './application.contract.ts'
import { ITEM, OPTIONS, SUBMISSION, SUBMITTED, VIEW } from './applications.examples.ts'
import { changeDocument } from './change-document.ts'
import { markUrgent } from './mark-urgent.ts'
import { showApplication, showApplications } from './show-application.ts'
import { showOptions } from './show-options.ts'
import { Submission, Submitted } from './submission.contract.ts'
import { submitApplication } from './submit-application.ts'
import { withdrawApplication } from './withdraw-application.ts'
import { withdrawRequest } from './withdraw-request.ts'

const id = z.coerce.number().int().positive()
const Address = z.object({ id })
const tags = ['applications']
const shown = { 200: ApplicationView.meta({ examples: [VIEW] }) }
const version = 1

/** /api/applications: from the petition to the answer. */
export const applicationRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/applications/options',
    {
      config: { action: 'draft.read' },
      schema: {
        summary: 'What the intake wizard offers',
        tags,
        response: { 200: Options.meta({ examples: [OPTIONS] }) },
      },
    },
    request => read(db, request, showOptions),
  )
  app.post(
    '/api/applications',
    {
      config: { action: 'application.submit' },
      schema: {
        summary: 'Hand an application in, or join it to the open one of the household',
        tags,
        body: Submission.meta({ examples: [SUBMISSION] }),
        response: { 200: Submitted.meta({ examples: [SUBMITTED] }) },
      },
    },
    request => write(db, request, (trx, actor) => submitApplication(trx, actor, request.body)),
  )
  app.get(
    '/api/applications',
    {
      config: { action: 'application.read' },
      schema: {
        summary: 'Applications of a household, or with a reference number',
        tags,
        querystring: ApplicationsQuery,
        response: { 200: ApplicationItems.meta({ examples: [{ items: [ITEM] }] }) },
      },
    },
    request => read(db, request, (trx, actor) => showApplications(trx, actor, request.query)),
  )
  app.get(
    '/api/applications/:id',
    {
      config: { action: 'application.read' },
      schema: { summary: 'An application and its open steps', tags, params: Address, response: shown },
    },
    request => read(db, request, (trx, actor) => showApplication(trx, actor, request.params.id)),
  )
  app.post(
    '/api/applications/:id/requests',
    {
      config: { action: 'application.change' },
      schema: {
        summary: 'Ask for one thing more',
        tags,
        params: Address,
        body: AddRequest.meta({ examples: [{ version, aidType: 'coal', note: null }] }),
        response: shown,
      },
    },
    request => write(db, request, (trx, actor) => addRequest(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/applications/:id/requests/:requestId/withdraw',
    {
      config: { action: 'application.change' },
      schema: {
        summary: 'Withdraw one request',
        tags,
        params: z.object({ id, requestId: id }),
        body: WithdrawRequest.meta({ examples: [{ version, reason: 'Artık ihtiyacı yok' }] }),
        response: shown,
      },
    },
    request => write(db, request, (trx, actor) => withdrawRequest(trx, actor, request.params, request.body)),
  )
  app.put(
    '/api/applications/:id/documents/:code',
    {
      config: { action: 'application.change' },
      schema: {
        summary: 'Say how far a paper is',
        tags,
        params: z.object({ id, code: z.string().max(40) }),
        body: ChangeDocument.meta({ examples: [{ version, state: 'seen' }] }),
        response: shown,
      },
    },
    request => write(db, request, (trx, actor) => changeDocument(trx, actor, request.params, request.body)),
  )
  app.put(
    '/api/applications/:id/urgent',
    {
      config: { action: 'application.urgent' },
      schema: {
        summary: 'Mark as urgent, or no longer',
        tags,
        params: Address,
        body: MarkUrgent.meta({ examples: [{ version, isUrgent: true, reason: 'Evde bebek var, gıda yok' }] }),
        response: shown,
      },
    },
    request => write(db, request, (trx, actor) => markUrgent(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/applications/:id/withdraw',
    {
      config: { action: 'application.withdraw' },
      schema: {
        summary: 'The applicant withdraws',
        tags,
        params: Address,
        body: Withdraw.meta({ examples: [{ version, reason: 'Başka ile taşınıyor' }] }),
        response: shown,
      },
    },
    request => write(db, request, (trx, actor) => withdrawApplication(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/applications/:id/appeal',
    {
      config: { action: 'application.appeal' },
      schema: {
        summary: 'The applicant appeals, once',
        tags,
        params: Address,
        body: Appeal.meta({ examples: [{ version, reason: 'Gelir yanlış yazılmış' }] }),
        response: shown,
      },
    },
    request => write(db, request, (trx, actor) => appealApplication(trx, actor, request.params.id, request.body)),
  )
}
