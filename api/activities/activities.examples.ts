import type { Activity, Assigned, Inspectors, Pool } from './activities.contract.ts'

const ACTIVITY: Activity = {
  id: 5120,
  version: 1,
  householdId: 1042,
  fileNo: '2026-001042',
  familyName: 'Deneme',
  districtId: 1203,
  district: 'Bornova',
  neighbourhoodId: 40122,
  neighbourhood: 'Naldöken',
  status: 'awaiting_inquiry',
  isUrgent: true,
  isAppeal: false,
  receivedOn: '2026-10-12',
  dueOn: '2026-11-11',
  ageDays: 41,
  daysLate: 11,
  needsTwo: false,
  wantedSex: null,
  inspector: null,
  second: null,
  planId: null,
  point: { lon: 27.215, lat: 38.462, quality: 'door' },
}

export const POOL: Pool = {
  items: [ACTIVITY],
  next: '2026-11-11_5120',
  areas: [
    {
      districtId: 1203,
      district: 'Bornova',
      neighbourhoodId: 40122,
      neighbourhood: 'Naldöken',
      files: 4,
      late: 1,
      urgent: 1,
    },
  ],
}

export const ASSIGNED: Assigned = {
  assigned: [{ applicationId: 5120, version: 2 }],
  refused: [{ applicationId: 5121, why: 'home_neighbourhood' }],
}

export const INSPECTORS: Inspectors = {
  monday: '2026-11-23',
  items: [
    {
      id: 6,
      name: 'Zeynep Çınar (sosyal incelemeci)',
      districtIds: [1203],
      openFiles: 7,
      minimum: 5,
      maximum: 25,
      sex: 'female',
      daysAway: 1,
      absences: [{ id: 3, from: '2026-11-27', to: '2026-11-27', kind: 'training' }],
    },
  ],
}
