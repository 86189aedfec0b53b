import { z } from 'zod'
import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import {
  Absences,
  Assign,
  Assigned,
  AssignMany,
  FileRef,
  IdParams,
  Inspectors,
  InspectorsQuery,
  NewAbsence,
  Pool,
  PoolQuery,
  Reassign,
} from './activities.contract.ts'
import { ASSIGNED, INSPECTORS, POOL } from './activities.examples.ts'
import { assignFile, assignFiles } from './assign-files.ts'
import { listAbsences } from './inspectors.queries.ts'
import { showInspectors, showPool } from './list-activities.ts'
import { Notices, NoticesQuery, ReadNotices } from './notifications.contract.ts'
import * as example from './plans.examples.ts'
import { cancelAbsence, recordAbsence } from './record-absence.ts'
import { readNotifications, showNotifications } from './show-notifications.ts'

const tags = ['activities']
const today = () => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Istanbul' })

/** The pool, assignments by hand, inspectors and their absences, notices. */
export const activityRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/activities',
    {
      config: { action: 'activity.list' },
      schema: {
        summary: 'What waits for a visit, longest overdue first',
        tags,
        querystring: PoolQuery,
        response: { 200: Pool.meta({ examples: [POOL] }) },
      },
    },
    request => read(db, request, (trx, actor) => showPool(trx, actor, request.query)),
  )
  app.post(
    '/api/applications/:id/assign',
    {
      config: { action: 'activity.assign' },
      schema: {
        summary: 'Give a file to an inspector',
        tags,
        params: IdParams,
        body: Assign.meta({ examples: [example.ASSIGN] }),
        response: { 200: FileRef.meta({ examples: [example.FILE] }) },
      },
    },
    request =>
      write(db, request, (trx, actor) => {
        const { version, ...officers } = request.body
        return assignFile(trx, actor, {
          kind: 'assign',
          items: [{ applicationId: request.params.id, version }],
          ...officers,
        })
      }),
  )
  app.post(
    '/api/applications/:id/reassign',
    {
      config: { action: 'activity.reassign' },
      schema: {
        summary: 'Hand a file on to another inspector, with the reason',
        tags,
        params: IdParams,
        body: Reassign.meta({ examples: [example.REASSIGN] }),
        response: { 200: FileRef.meta({ examples: [example.FILE] }) },
      },
    },
    request =>
      write(db, request, (trx, actor) => {
        const { version, ...rest } = request.body
        return assignFile(trx, actor, {
          kind: 'reassign',
          items: [{ applicationId: request.params.id, version }],
          ...rest,
        })
      }),
  )
  app.post(
    '/api/activities/assign',
    {
      config: { action: 'activity.assign' },
      schema: {
        summary: 'Give several files to an inspector; each answers for itself',
        tags,
        body: AssignMany.meta({ examples: [example.ASSIGN_MANY] }),
        response: { 200: Assigned.meta({ examples: [ASSIGNED] }) },
      },
    },
    request => write(db, request, (trx, actor) => assignFiles(trx, actor, { kind: 'assign', ...request.body })),
  )
  app.get(
    '/api/inspectors',
    {
      config: { action: 'inspector.list' },
      schema: {
        summary: 'Inspectors of one’s districts, how full their week is, when they are away',
        tags,
        querystring: InspectorsQuery,
        response: { 200: Inspectors.meta({ examples: [INSPECTORS] }) },
      },
    },
    request => read(db, request, trx => showInspectors(trx, request.query.week ?? today())),
  )
  app.get(
    '/api/absences',
    {
      config: { action: 'absence.list' },
      schema: {
        summary: 'Absences that last or come',
        tags,
        response: { 200: Absences.meta({ examples: [example.ABSENCES] }) },
      },
    },
    request => read(db, request, async trx => ({ items: await listAbsences(trx) })),
  )
  app.post(
    '/api/absences',
    {
      config: { action: 'absence.record' },
      schema: {
        summary: 'Enter days an inspector is away',
        tags,
        body: NewAbsence.meta({ examples: [example.ABSENCE] }),
        response: {
          200: z.object({ id: z.number(), openFiles: z.number().int() }).meta({ examples: [{ id: 3, openFiles: 7 }] }),
        },
      },
    },
    request => write(db, request, (trx, actor) => recordAbsence(trx, actor, request.body)),
  )
  app.post(
    '/api/absences/:id/cancel',
    {
      config: { action: 'absence.record' },
      schema: {
        summary: 'Take an absence back',
        tags,
        params: IdParams,
        response: { 200: z.object({ id: z.number() }).meta({ examples: [{ id: 3 }] }) },
      },
    },
    request => write(db, request, (trx, actor) => cancelAbsence(trx, actor, request.params.id)),
  )
  app.get(
    '/api/notifications',
    {
      config: { action: 'notification.read' },
      schema: {
        summary: 'What I was told',
        tags,
        querystring: NoticesQuery,
        response: { 200: Notices.meta({ examples: [example.NOTICES] }) },
      },
    },
    request => read(db, request, trx => showNotifications(trx, request.query)),
  )
  app.post(
    '/api/notifications/read',
    {
      config: { action: 'notification.read' },
      schema: {
        summary: 'Mark notices as read',
        tags,
        body: ReadNotices.meta({ examples: [{ upTo: 88 }] }),
        response: { 200: z.object({ unread: z.number().int() }).meta({ examples: [{ unread: 0 }] }) },
      },
    },
    request => write(db, request, trx => readNotifications(trx, request.body.upTo)),
  )
}
