import { z } from 'zod'
import { languageOf } from '../platform/http/language.ts'
import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { declineWebApplication, showWaiting, showWebApplication, takeWebApplication } from './review-web-application.ts'
import { sendWebApplication, showWebStatus } from './send-web-application.ts'
import {
  DeclinedWeb,
  DeclineWeb,
  TakenWeb,
  TakeWeb,
  Tracking,
  WebApplication,
  WebDetail,
  WebItems,
  WebItemsQuery,
  WebStatus,
} from './web-application.contract.ts'
import { DETAIL, ITEM, SENT } from './web-applications.examples.ts'

const tags = ['web applications']
const Address = z.object({ id: z.coerce.number().int().positive() })
const BODY_LIMIT = 16 * 1024

/** The public form's two addresses: anybody, no account. */
export const publicFormRoutes: Slice = (app, { db }) => {
  app.post(
    '/api/web-applications',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        summary: 'Apply without an account; an officer reviews it',
        description: 'Idempotency-Key (UUID) makes a retry the same application. Limited by network and day.',
        tags,
        headers: z.object({ 'idempotency-key': z.uuid() }),
        body: WebApplication.meta({ examples: [SENT] }),
        response: { 200: Tracking.meta({ examples: [{ trackingNo: '7QK2-M9XD-4HVC' }] }) },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      const key = request.headers['idempotency-key']
      return sendWebApplication(db, { form: request.body, key, address: request.ip, language: languageOf(request) })
    },
  )
  app.get(
    '/api/web-applications/status/:trackingNo',
    {
      schema: {
        summary: 'What became of a web application: a word and a day',
        tags,
        params: z.object({ trackingNo: z.string().max(40) }),
        response: { 200: WebStatus.meta({ examples: [{ state: 'in_review', since: '2026-11-21', answer: null }] }) },
      },
    },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      return showWebStatus(db, request.params.trackingNo, request.ip)
    },
  )
}

/** /api/web-applications for intake: what citizens sent. */
export const webApplicationRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/web-applications',
    {
      config: { action: 'web_application.list' },
      schema: {
        summary: 'Waiting for a review',
        tags,
        querystring: WebItemsQuery,
        response: { 200: WebItems.meta({ examples: [{ items: [ITEM] }] }) },
      },
    },
    request => read(db, request, (trx, actor) => showWaiting(trx, actor, request.query.cursor)),
  )
  app.get(
    '/api/web-applications/:id',
    {
      config: { action: 'web_application.review' },
      schema: {
        summary: 'What a citizen sent',
        tags,
        params: Address,
        response: { 200: WebDetail.meta({ examples: [DETAIL] }) },
      },
    },
    request => read(db, request, (trx, actor) => showWebApplication(trx, actor, request.params.id)),
  )
  app.post(
    '/api/web-applications/:id/take',
    {
      config: { action: 'web_application.review' },
      schema: {
        summary: 'Take one up as a draft',
        tags,
        params: Address,
        body: TakeWeb.meta({ examples: [{ version: 1, draftId: '0e1f3f4c-8f6a-4d0f-9c55-6a2b6f3f8f11' }] }),
        response: {
          200: TakenWeb.meta({
            examples: [{ draftId: '0e1f3f4c-8f6a-4d0f-9c55-6a2b6f3f8f11', householdId: 1042, fileNo: 'S00001042' }],
          }),
        },
      },
    },
    request => write(db, request, (trx, actor) => takeWebApplication(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/web-applications/:id/decline',
    {
      config: { action: 'web_application.review' },
      schema: {
        summary: 'End one with an answer for the citizen',
        tags,
        params: Address,
        body: DeclineWeb.meta({ examples: [{ version: 1, answer: 'outside_province' }] }),
        response: { 200: DeclinedWeb.meta({ examples: [{ declined: true }] }) },
      },
    },
    request => write(db, request, (trx, actor) => declineWebApplication(trx, actor, request.params.id, request.body)),
  )
}
