import type { z } from 'zod'
import type { Absences } from './activities.contract.ts'
import { POOL } from './activities.examples.ts'
import type { Notices } from './notifications.contract.ts'
import type { PlanPage, Proposal, ProposePlan, SubmitPlan, WeeklyPlan, WeeklyPlans } from './weekly-plans.contract.ts'

export const ASSIGN = { officerId: 6, secondOfficerId: null, version: 1 }
export const REASSIGN = { ...ASSIGN, version: 2, reason: 'İncelemeci izne ayrıldı' }
export const ASSIGN_MANY = { items: [{ applicationId: 5120, version: 1 }], officerId: 6, secondOfficerId: null }
export const FILE = { applicationId: 5120, version: 2 }

export const ABSENCE = { officerId: 6, from: '2026-11-25', to: '2026-11-27', kind: 'leave' as const }
export const ABSENCES: Absences = {
  items: [
    {
      id: 3,
      officer: { id: 6, name: 'Zeynep Çınar (sosyal incelemeci)' },
      from: '2026-11-25',
      to: '2026-11-27',
      kind: 'leave',
    },
  ],
}

export const NOTICES: Notices = {
  items: [
    {
      id: 88,
      kind: 'assigned',
      subject: { type: 'application', id: 5120 },
      detail: { files: 1 },
      madeAt: '2026-11-22T08:30:00Z',
      isRead: false,
    },
  ],
  unread: 1,
}

export const PROPOSE: z.input<typeof ProposePlan> = {
  weekStart: '2026-11-23',
  inspectors: [{ id: 6, minimum: 5, maximum: 20 }],
}

export const PROPOSAL: Proposal = {
  weekStart: '2026-11-23',
  files: POOL.items,
  items: [{ applicationId: 5120, inspectorId: 6, secondInspectorId: null }],
  left: [],
  inspectors: [
    {
      id: 6,
      name: 'Zeynep Çınar (sosyal incelemeci)',
      load: 1,
      openLoad: 7,
      minLoad: 5,
      maxLoad: 20,
      neighbourhoods: 1,
      pieces: 1,
      meanDistance: 0,
    },
  ],
  barred: [],
  balance: { lowest: 0.4, highest: 0.4 },
  pieces: 1,
  meanDistance: 0,
  belowMinimum: [],
  notConsidered: 0,
}

export const SUBMIT: z.input<typeof SubmitPlan> = {
  weekStart: '2026-11-23',
  items: [{ applicationId: 5120, inspectorId: 6 }],
  note: 'Naldöken önce',
  changed: 1,
}

export const SUBMITTED = { id: 12, version: 1, state: 'submitted' as const }
export const DECIDE = { version: 1, note: '' }
export const RETURN = { version: 1, note: 'Yük dengesiz, Pelin Aksu’ya da dosya verin' }

const PLAN: WeeklyPlan = {
  id: 12,
  version: 1,
  weekStart: '2026-11-23',
  districts: [{ id: 1203, name: 'Bornova' }],
  state: 'submitted',
  summary: { files: 1, urgent: 1, late: 1, pieces: 1, changed: 1 },
  note: 'Naldöken önce',
  submittedBy: { id: 5, name: 'Hakan Işık (şef)' },
  submittedAt: '2026-11-22T09:00:00Z',
  decidedBy: null,
  decidedAt: null,
  decisionNote: '',
}

export const PLANS: WeeklyPlans = { items: [PLAN] }

/** As the manager sees it: counts and neighbourhoods, no household. */
export const PLAN_PAGE: PlanPage = {
  ...PLAN,
  areas: [
    {
      inspectorId: 6,
      name: 'Zeynep Çınar (sosyal incelemeci)',
      files: 1,
      urgent: 1,
      late: 1,
      neighbourhoods: [{ id: 40122, name: 'Naldöken', district: 'Bornova', middle: { lon: 27.21, lat: 38.46 } }],
      outcomes: { assigned: 0, not_awaiting: 0, conflict: 0, absent: 0 },
    },
  ],
}
