/** Rules of the public form. Pure and small: the page of a bad phone carries them too. */
import { ADULT_AGE, ageOn } from '../platform/day.ts'
import { hasRightCheckDigits } from '../platform/national-id.ts'

/**
 * What a citizen is told when an application does not go on. Codes, not free text: whoever holds the tracking number reads
 * it, so it can hold nothing of the person.
 */
export const DECLINE_ANSWERS = [
  'outside_province',
  'not_reachable',
  'wrong_identity',
  'already_applied',
  'not_social_aid',
] as const
export type DeclineAnswer = (typeof DECLINE_ANSWERS)[number]

export type WebForm = Readonly<{
  givenName: string
  familyName: string
  nationalId: string
  bornOn: string
  phone: string
  districtId: number
  address: string
  people: number
  kind: 'needy' | 'victim'
  eventKind?: string | null | undefined
  requests: readonly string[]
  note?: string | null | undefined
  consentVersion: string
  website: string
  seconds?: number | null | undefined
}>

export type WebIssueCode = keyof typeof WEB_ISSUE
export type WebIssue = Readonly<{ field: string; code: WebIssueCode }>

export const WEB_ISSUE = {
  name: { tr: 'Adınızı ve soyadınızı yazın.', en: 'Enter your first and last name.' },
  national_id: {
    tr: 'T.C. kimlik numarası hatalı. Kimliğinizdeki 11 rakamı sırayla yazın.',
    en: 'The identity number is not right. Enter the 11 digits on your identity card.',
  },
  born_in_future: { tr: 'Doğum tarihi gelecekte olamaz.', en: 'Your date of birth cannot be in the future.' },
  born_too_long_ago: { tr: 'Doğum yılınızı denetleyin.', en: 'Check the year of your birth.' },
  minor: {
    tr: '18 yaşından küçükler adına anne, baba ya da vasi başvurur. Bir büyüğünüz bu formu kendi adıyla doldurabilir ya da bir Dayanışma Noktasına birlikte gelebilirsiniz.',
    en: 'For people under 18 a parent or guardian applies. An adult may fill in this form in their own name, or come with you to a Solidarity Point.',
  },
  phone: {
    tr: 'Sizi arayabileceğimiz bir telefon yazın. Örnek: 0532 123 45 67. Bir yakınınızın numarası da olur.',
    en: 'Enter a phone number we can call. Example: 0532 123 45 67. A relative’s number will do.',
  },
  district: { tr: 'Oturduğunuz ilçeyi seçin.', en: 'Choose the district you live in.' },
  address: {
    tr: 'Adresinizi yazın: mahalle, sokak, kapı no.',
    en: 'Enter your address: neighbourhood, street, door number.',
  },
  people: { tr: 'Evde kaç kişi yaşadığınızı yazın (1–40).', en: 'Enter how many people live in your home (1–40).' },
  event: { tr: 'Başınıza gelen olayı seçin.', en: 'Choose what happened.' },
  request: { tr: 'En az bir ihtiyaç seçin.', en: 'Choose at least one thing you need.' },
  unknown_request: { tr: 'Listeden bir ihtiyaç seçin.', en: 'Choose from the list.' },
  consent: { tr: 'Aydınlatma metnini okuyup onaylayın.', en: 'Read the privacy text and agree to it.' },
  too_fast: {
    tr: 'Form çok hızlı gönderildi. Birkaç saniye bekleyip yeniden gönderin.',
    en: 'The form was sent very quickly. Wait a few seconds and send it again.',
  },
  trap: {
    tr: '“Web sitesi” kutusunu boş bırakın ve yeniden gönderin.',
    en: 'Leave the box “website” empty and send again.',
  },
} as const satisfies Record<string, { tr: string; en: string }>

/** Nobody reads and fills six screens in less. */
const FEWEST_SECONDS = 4

export type WebKnown = Readonly<{
  today: string
  districts?: readonly number[]
  aidTypes?: readonly string[]
  consentVersions?: readonly string[]
}>

/** Everything that stands in the way, in the order of the form. A program that fills in what nobody sees is told so too. */
export function findWebIssues(form: WebForm, known: WebKnown): WebIssue[] {
  const issues: WebIssue[] = []
  const when = (is: boolean, field: string, code: WebIssueCode) => void (is && issues.push({ field, code }))
  when(form.requests.length === 0, 'requests', 'request')
  when(!form.requests.every(code => known.aidTypes?.includes(code) ?? true), 'requests', 'unknown_request')
  when(form.kind === 'victim' && !form.eventKind, 'eventKind', 'event')
  when(!form.givenName || !form.familyName, form.givenName ? 'familyName' : 'givenName', 'name')
  when(!hasRightCheckDigits(form.nationalId), 'nationalId', 'national_id')
  when(form.bornOn > known.today, 'bornOn', 'born_in_future')
  when(form.bornOn < '1900-01-01', 'bornOn', 'born_too_long_ago')
  const isMinor = form.bornOn <= known.today && ageOn(form.bornOn, known.today) < ADULT_AGE
  when(isMinor, 'bornOn', 'minor')
  when(!isPhone(form.phone), 'phone', 'phone')
  when(!(known.districts?.includes(form.districtId) ?? form.districtId > 0), 'districtId', 'district')
  when(form.address.length < 5, 'address', 'address')
  when(!(form.people >= 1 && form.people <= 40), 'people', 'people')
  when(
    !(known.consentVersions?.includes(form.consentVersion) ?? form.consentVersion !== ''),
    'consentVersion',
    'consent',
  )
  when(form.website !== '', 'website', 'trap')
  when(form.seconds != null && form.seconds < FEWEST_SECONDS, 'form', 'too_fast')
  return issues
}

function isPhone(text: string): boolean {
  return /^(?:\+90|0090|90|0)?[2-58]\d{9}$/.test(text.replace(/[\s().\-/]+/g, ''))
}

/** As people type it: spaces, small letters and missing hyphens do not matter. Null: cannot be one. */
export function trackingNoOf(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]+/g, '')
  return /^[A-Z0-9]{12}$/.test(letters) ? letters.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3') : null
}
