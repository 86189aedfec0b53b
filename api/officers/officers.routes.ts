import { z } from 'zod'
import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { addRelative, removeRelative, setInterest, showOfficers } from './declare-interests.ts'
import { Interest, NewRelative, OfficerEntry, Officers, OldRelative } from './officers.contract.ts'

const tags = ['officers']
const Address = z.object({ id: z.coerce.number().int().positive() })

/** /api/officers: what bears on giving files to an officer, kept by the admin. */
export const officersRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/officers',
    {
      config: { action: 'interest.read' },
      schema: {
        summary: 'Officers with what bears on giving files to them',
        tags,
        response: { 200: Officers.meta({ examples: [{ items: [EXAMPLE] }] }) },
      },
    },
    request => read(db, request, showOfficers),
  )
  app.put(
    '/api/officers/:id/interest',
    {
      config: { action: 'interest.edit' },
      schema: {
        summary: 'Home neighbourhood, sex and weekly load of an officer',
        tags,
        params: Address,
        body: Interest.meta({
          examples: [{ homeNeighbourhoodId: 9000000123, sex: 'female', weeklyMinimum: 5, weeklyMaximum: 20 }],
        }),
        response: { 200: OfficerEntry.meta({ examples: [EXAMPLE] }) },
      },
    },
    request => write(db, request, (trx, actor) => setInterest(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/officers/:id/relatives',
    {
      config: { action: 'interest.edit' },
      schema: {
        summary: 'Declare a relative of an officer',
        description: 'From then on the officer neither sees nor acts on the relative’s file.',
        tags,
        params: Address,
        body: NewRelative.meta({ examples: [{ nationalId: '80000000178', relation: 'sibling' }] }),
        response: { 200: OfficerEntry.meta({ examples: [EXAMPLE] }) },
      },
    },
    request => write(db, request, (trx, actor) => addRelative(trx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/officers/:id/relatives/remove',
    {
      config: { action: 'interest.edit' },
      schema: {
        summary: 'Take the declaration of a relative back',
        tags,
        params: Address,
        body: OldRelative.meta({ examples: [{ nationalId: '80000000178' }] }),
        response: { 200: OfficerEntry.meta({ examples: [EXAMPLE] }) },
      },
    },
    request =>
      write(db, request, (trx, actor) => removeRelative(trx, actor, request.params.id, request.body.nationalId)),
  )
}

const EXAMPLE: OfficerEntry = {
  id: 6,
  username: 'inspector',
  displayName: 'Zeynep Çınar (sosyal incelemeci)',
  isActive: true,
  roles: ['inspector'],
  districts: ['Buca', 'Karabağlar', 'Bornova'],
  interest: { homeNeighbourhoodId: null, homeNeighbourhood: null, sex: 'female', weeklyMinimum: 5, weeklyMaximum: 20 },
  relatives: [{ number: '•••••••••78', relation: 'sibling', isKnown: true }],
}
