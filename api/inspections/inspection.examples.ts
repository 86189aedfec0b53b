/** Examples for the description of the API; made-up people. */
import type {
  DescribeVisit,
  FalseStatement,
  InspectionList,
  InspectionView,
  Moved,
  Passed,
  Return,
  SaveAnswers,
  Start,
} from './inspection.contract.ts'

export const LIST: InspectionList = {
  application: {
    id: 204,
    version: 3,
    status: 'in_inspection',
    householdId: 88,
    fileNo: 'D-2026-88',
    address: '1827. Sokak, No 12, Bahariye, Karşıyaka',
  },
  items: [{ id: 17, control: 'open', visitedOn: '2026-11-22', mode: 'home', formVersion: 'sif-1' }],
}

export const START: Start = { applicationId: 204, version: 3, visitedOn: '2026-11-22', mode: 'home' }

export const SAVE: SaveAnswers = {
  version: 3,
  changes: [
    { question: 'tenure', person: null, from: null, to: { value: 'tenant' } },
    { question: 'income_wage', person: 'p51', from: null, to: { gap: 'unknown' } },
  ],
}

export const VISIT: DescribeVisit = {
  version: 4,
  visitedOn: '2026-11-22',
  mode: 'home',
  phoneReason: null,
  atHousehold: true,
  accuracyM: 12,
}

export const RETURN: Return = {
  version: 12,
  questions: [{ question: 'rent', person: null, text: 'Kira sözleşmesi görüldü mü?' }],
}

export const FALSE_STATEMENT: FalseStatement = {
  version: 13,
  reason: 'Beyan edilen kira sözleşmesinin başka bir adrese ait olduğu belgeyle görüldü.',
}

export const MOVED: Moved = { id: 17, version: 13, control: 'awaiting' }

export const PASSED: Passed = {
  id: 17,
  version: 14,
  facts: { written: 18, ended: 6, waiting: 0 },
  score: { total: 64, low: 60, high: 68, minimum: 50, schemeVersion: 'proposal-1' },
  status: 'inspected',
}

export const VIEW: InspectionView = {
  id: 17,
  version: 12,
  control: 'open',
  formVersion: 'sif-1',
  application: {
    id: 204,
    status: 'in_inspection',
    isUrgent: false,
    needsTwoInspectors: false,
    receivedOn: '2026-11-10',
    requests: ['cash_support'],
  },
  household: { id: 88, fileNo: 'D-2026-88', address: '1827. Sokak, No 12, Bahariye, Karşıyaka' },
  visit: {
    visitedOn: '2026-11-22',
    mode: 'home',
    kind: 'needy',
    members: [{ ref: 'p51', name: 'Ali Deniz', bornOn: '1986-05-02', sex: 'male', role: 'head', isNew: false }],
  },
  phoneReason: null,
  atHousehold: true,
  accuracyM: 12,
  inspector: { id: 9, name: 'Elif Kaya' },
  secondInspector: null,
  secondConfirmedAt: null,
  startedAt: '2026-11-22T08:10:00.000Z',
  sentAt: null,
  passedAt: null,
  passedBy: null,
  answers: { household: { tenure: { value: 'tenant' } }, people: {} },
  history: [],
  openProposals: 0,
  why: { answer: null, send: null, confirm: 'second_not_needed', control: 'wrong_role' },
}
