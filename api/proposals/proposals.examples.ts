/** Examples for the description of the API; the people are made up. */
import type { Decided, Proposals } from './proposals.contract.ts'

export const OPEN: Proposals = {
  items: [
    {
      id: 5,
      version: 1,
      kind: 'person',
      household: { id: 12, fileNo: 'H00000012', version: 3, name: 'Ayşe Yılmaz' },
      person: { id: 31, name: 'Ayşe Yılmaz' },
      applicationId: 7,
      proposal: { given_name: 'Ayşegül' },
      current: { given_name: 'Ayşe' },
      now: { given_name: 'Ayşe' },
      hasChanged: false,
      source: 'inspector',
      reason: 'Kimlikten okundu',
      proposedAt: '2026-11-20T10:00:00.000Z',
      by: 'Zeynep Çınar',
      ageDays: 2,
      whyClosed: null,
      needs: [],
    },
  ],
}
export const ACCEPT = { version: 1, isConflictSeen: false, with: {} }
export const REFUSE = { version: 1, reason: 'Kimlikte eski adı yazıyor' }
export const DECIDED: Decided = {
  id: 5,
  state: 'accepted',
  householdId: 12,
  changed: { id: 12, version: 4, madeId: null, otherId: null, hints: [] },
}
