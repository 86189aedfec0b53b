/** Examples of the API description; invented people. */
import type { WebApplication, WebDetail, WebItem } from './web-application.contract.ts'

export const SENT: WebApplication = {
  givenName: 'Ayşe',
  familyName: 'Örnek',
  nationalId: '80000000190',
  bornOn: '1985-02-28',
  phone: '0532 123 45 67',
  districtId: 1,
  address: 'Alsancak Mah. 1453. Sokak No 12 Daire 3',
  people: 4,
  kind: 'needy',
  eventKind: null,
  requests: ['food_parcel'],
  note: null,
  consentVersion: '2026-11',
  website: '',
  seconds: 95,
}

export const ITEM: WebItem = {
  id: 31,
  version: 1,
  state: 'new',
  district: 'Konak',
  name: 'Ayşe Örnek',
  kind: 'needy',
  requests: ['food_parcel'],
  receivedAt: '2026-11-21T09:14:05.000Z',
  reviewer: null,
  isMine: false,
}

const { website: _website, seconds: _seconds, ...sent } = SENT
export const DETAIL: WebDetail = { item: ITEM, sent, trackingNo: '7QK2-M9XD-4HVC' }
