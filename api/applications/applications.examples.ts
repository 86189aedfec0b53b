/** Examples of the API description; invented people. */
import type { ApplicationItem, ApplicationView, Options } from './application.contract.ts'
import type { Draft } from './draft.contract.ts'
import type { Submission, Submitted } from './submission.contract.ts'

export const SUBMISSION: Submission = {
  draftId: '0e1f3f4c-8f6a-4d0f-9c55-6a2b6f3f8f11',
  household: { id: 1042 },
  channel: 'solidarity_point',
  referenceNo: null,
  receivedOn: '2026-11-21',
  replyBy: null,
  applicant: { kind: 'self', personId: 3120 },
  kind: 'needy',
  event: null,
  requests: [{ aidType: 'food_parcel', note: null }],
  documents: [{ code: 'petition', state: 'seen', reason: null }],
  isUrgent: false,
  consent: { version: '2026-11' },
  phone: '0532 123 45 67',
  note: null,
  incomes: [],
}

export const SUBMITTED: Submitted = {
  id: 5001,
  joined: false,
  householdId: 1042,
  fileNo: 'S00001042',
  status: 'awaiting_inquiry',
  version: 1,
  receiptId: 801,
  replyBy: '2027-01-20',
  requestsAdded: ['food_parcel'],
  requestsLeftOut: [],
  documents: [
    {
      code: 'petition',
      name: 'İmzalı dilekçe',
      how: 'Noktada birlikte doldurulur.',
      isRequired: true,
      state: 'seen',
      reason: null,
      attachmentId: null,
    },
  ],
  duplicates: 0,
}

export const VIEW: ApplicationView = {
  id: 5001,
  version: 1,
  status: 'awaiting_inquiry',
  kind: 'needy',
  household: { id: 1042, fileNo: 'S00001042' },
  applicant: { kind: 'self', person: { id: 3120, name: 'Ayşe Örnek' }, name: null, paper: 'petition' },
  event: null,
  receivedOn: '2026-11-21',
  replyBy: '2027-01-20',
  closedOn: null,
  isUrgent: false,
  note: null,
  consent: { version: '2026-11', at: '2026-11-21T09:12:00Z' },
  withdrawnReason: null,
  appeal: null,
  inspector: null,
  receipts: [
    {
      id: 801,
      channel: 'solidarity_point',
      referenceNo: null,
      receivedOn: '2026-11-21',
      replyBy: '2027-01-20',
      receivedBy: { id: 4, name: 'Gülşen Ak' },
      note: null,
    },
  ],
  requests: [
    {
      id: 900,
      aidType: 'food_parcel',
      name: 'Gıda kolisi',
      note: null,
      addedOn: '2026-11-21',
      withdrawnOn: null,
      withdrawnReason: null,
    },
  ],
  documents: SUBMITTED.documents,
  steps: [
    { action: 'withdraw', why: null },
    { action: 'assign', why: 'wrong_role' },
  ],
  whyUnchangeable: null,
}

export const ITEM: ApplicationItem = {
  id: 5001,
  householdId: 1042,
  status: 'awaiting_inquiry',
  isOpen: true,
  kind: 'needy',
  channel: 'solidarity_point',
  referenceNo: null,
  receivedOn: '2026-11-21',
  replyBy: '2027-01-20',
  isUrgent: false,
  requests: ['food_parcel'],
}

export const DRAFT: Draft = {
  id: '0e1f3f4c-8f6a-4d0f-9c55-6a2b6f3f8f11',
  version: 3,
  payload: { channel: 'solidarity_point' },
  createdAt: '2026-11-21T09:10:00.000Z',
  updatedAt: '2026-11-21T09:11:30.000Z',
  applicationId: null,
}

export const OPTIONS: Options = {
  today: '2026-11-21',
  channels: [{ code: 'cimer', name: 'CİMER', replyDays: 30, isApplicantThere: false }],
  kinds: [{ code: 'needy', name: 'Muhtaç' }],
  applicants: [{ code: 'proxy', name: 'Noter vekili', paper: 'Vekâletname no' }],
  events: [{ code: 'fire', name: 'Yangın' }],
  aidTypes: [{ code: 'food_parcel', name: 'Gıda kolisi', category: 'in_kind' }],
  documents: [{ code: 'fire_report', name: 'Yangın raporu', how: 'İtfaiye dairesinden alınır.' }],
  documentRules: [{ documentCode: 'fire_report', because: 'event_kind', value: 'fire', isRequired: true }],
  consent: { version: '2026-11', title: 'Kişisel verileriniz hakkında', body: '…' },
  districts: [{ id: 1, name: 'Konak' }],
}
