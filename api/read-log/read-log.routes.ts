import type { Slice } from '../platform/http/slice.ts'
import { read } from '../rights/door.ts'
import { ReadLog, ReadLogQuery } from './read-log.contract.ts'
import { showReadLog } from './show-read-log.ts'

/** /api/read-log: the audit, for the auditor. */
export const readLogRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/read-log',
    {
      config: { action: 'read_log.read' },
      schema: {
        summary: 'Who saw or changed what, and on what ground',
        tags: ['read log'],
        querystring: ReadLogQuery,
        response: { 200: ReadLog.meta({ examples: [EXAMPLE] }) },
      },
    },
    request => read(db, request, (trx, actor) => showReadLog(trx, actor, request.query)),
  )
}

const EXAMPLE: ReadLog = {
  items: [
    {
      id: 4711,
      at: '2026-11-21T09:14:05.120Z',
      officer: { username: 'intake', displayName: 'Gülşen Ak (çözüm masası)' },
      role: 'intake',
      action: 'household.read',
      subject: { type: 'household', id: '1042' },
      ground: 'petition_received',
      detail: {},
    },
  ],
}
