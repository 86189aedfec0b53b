import type { Slice } from '../platform/http/slice.ts'
import { read } from '../rights/door.ts'
import { showWorkList } from './show-work-list.ts'
import { WorkList, WorkListQuery } from './work-lists.contract.ts'

/** /api/work-lists: each role's first screen. */
export const workListRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/work-lists',
    {
      config: { action: 'work_list.read' },
      schema: {
        summary: 'What I must do today, counted, the latest first',
        tags: ['work lists'],
        querystring: WorkListQuery,
        response: { 200: WorkList.meta({ examples: [EXAMPLE] }) },
      },
    },
    request => {
      const { role } = request.query
      if (role) request.headers['acting-role'] = role
      return read(db, request, showWorkList)
    },
  )
}

const EXAMPLE: WorkList = {
  role: 'inspector',
  day: '2026-11-22',
  sections: [
    {
      key: 'assigned',
      count: 1,
      late: 1,
      items: [
        {
          key: '5120',
          page: 'file/1042',
          applicationId: 5120,
          householdId: 1042,
          familyName: 'Deneme',
          fileNo: '2026-001042',
          district: 'Bornova',
          neighbourhood: 'Naldöken',
          dueOn: '2026-11-11',
          daysLate: 11,
          isUrgent: true,
          at: null,
          label: null,
          point: { lon: 27.215, lat: 38.462, quality: 'door' },
        },
      ],
    },
  ],
}
