/** Codes of an application (DOMAIN.md §3, the same words as in SQL), with their names. Pure. */
import { addDays } from '../platform/day.ts'

type Name = Readonly<{ tr: string; en: string }>

/**
 * Days until an answer is due. CİMER and Açık Kapı pass petitions on under law 3071 (right of petition), whose article 7
 * gives an authority 30 days. For the others no text of the city names a number: 60 is Komşu's default, for the officer to
 * change per application.
 */
const PETITION_DAYS = 30
const USUAL_DAYS = 60

type Channel_ = Readonly<Name & { replyDays: number; hasReference: boolean; isApplicantThere: boolean }>

/** How an application comes. Where the applicant is not there, nobody can read the consent text to them. */
export const CHANNEL = {
  solidarity_point: {
    tr: 'Dayanışma Noktası',
    en: 'Solidarity point',
    replyDays: USUAL_DAYS,
    hasReference: false,
    isApplicantThere: true,
  },
  him: {
    tr: 'HİM (çağrı merkezi)',
    en: 'Call centre (HİM)',
    replyDays: USUAL_DAYS,
    hasReference: true,
    isApplicantThere: true,
  },
  cimer: { tr: 'CİMER', en: 'CİMER', replyDays: PETITION_DAYS, hasReference: true, isApplicantThere: false },
  acik_kapi: {
    tr: 'Açık Kapı',
    en: 'Açık Kapı',
    replyDays: PETITION_DAYS,
    hasReference: true,
    isApplicantThere: false,
  },
  web: { tr: 'Web (Biz Varız)', en: 'Web', replyDays: USUAL_DAYS, hasReference: true, isApplicantThere: true },
  field_finding: {
    tr: 'Saha tespiti',
    en: 'Field finding',
    replyDays: USUAL_DAYS,
    hasReference: false,
    isApplicantThere: false,
  },
  disaster: { tr: 'Afet', en: 'Disaster', replyDays: USUAL_DAYS, hasReference: false, isApplicantThere: false },
  media_report: {
    tr: 'Basın haberi',
    en: 'Media report',
    replyDays: USUAL_DAYS,
    hasReference: true,
    isApplicantThere: false,
  },
  third_party: {
    tr: 'Üçüncü kişi bildirimi',
    en: 'Notice by third party',
    replyDays: USUAL_DAYS,
    hasReference: false,
    isApplicantThere: false,
  },
  death_notice: {
    tr: 'Ölüm bildirimi (taziye)',
    en: 'Death notice (condolence)',
    replyDays: USUAL_DAYS,
    hasReference: true,
    isApplicantThere: false,
  },
} as const satisfies Record<string, Channel_>
export type Channel = keyof typeof CHANNEL
export const CHANNELS = Object.keys(CHANNEL) as [Channel, ...Channel[]]

/** Needy or victim of an event. */
export const KIND = {
  needy: { tr: 'Muhtaç', en: 'In need' },
  victim: { tr: 'Mağdur (afet, yangın, kaza)', en: 'Victim of an event' },
} as const satisfies Record<string, Name>
export type Kind = keyof typeof KIND
export const KINDS = Object.keys(KIND) as [Kind, ...Kind[]]

/** Who applies; `paper` says what their paper's number is called, where they need one. */
export const APPLICANT = {
  self: { tr: 'Kendisi (imzalı dilekçe)', en: 'In person (signed petition)', paper: null },
  proxy: { tr: 'Noter vekili', en: 'Notarised proxy', paper: { tr: 'Vekâletname no', en: 'No. of the proxy deed' } },
  guardian: {
    tr: 'Vasi veya veli',
    en: 'Guardian',
    paper: { tr: 'Vasilik kararı no veya velayet belgesi', en: 'Ruling or custody paper' },
  },
  muhtar: { tr: 'Muhtar', en: 'Muhtar', paper: null },
  ngo: { tr: 'Sivil toplum kuruluşu', en: 'Organisation (NGO)', paper: null },
  official: {
    tr: 'Resmî yazı (emniyet, itfaiye…)',
    en: 'Official letter (police, fire…)',
    paper: { tr: 'Yazının veya tutanağın no', en: 'No. of the letter or record' },
  },
} as const satisfies Record<string, Name & { paper: Name | null }>
export type ApplicantKind = keyof typeof APPLICANT
export const APPLICANT_KINDS = Object.keys(APPLICANT) as [ApplicantKind, ...ApplicantKind[]]

/** What happened to a victim. */
export const EVENT = {
  disaster: { tr: 'Afet (deprem, sel, heyelan)', en: 'Disaster (earthquake, flood, landslide)' },
  fire: { tr: 'Yangın', en: 'Fire' },
  accident: { tr: 'Kaza', en: 'Accident' },
} as const satisfies Record<string, Name>
export type EventKind = keyof typeof EVENT
export const EVENT_KINDS = Object.keys(EVENT) as [EventKind, ...EventKind[]]

/** Place of a person in the household. */
export const HOUSEHOLD_ROLE = {
  head: { tr: 'Hane reisi', en: 'Head' },
  spouse: { tr: 'Eşi', en: 'Spouse' },
  child: { tr: 'Çocuğu', en: 'Child' },
  parent: { tr: 'Annesi / babası', en: 'Parent' },
  grandchild: { tr: 'Torunu', en: 'Grandchild' },
  relative: { tr: 'Akrabası', en: 'Relative' },
  other: { tr: 'Diğer', en: 'Other' },
} as const satisfies Record<string, Name>
export type HouseholdRole = keyof typeof HOUSEHOLD_ROLE
export const HOUSEHOLD_ROLES = Object.keys(HOUSEHOLD_ROLE) as [HouseholdRole, ...HouseholdRole[]]

export const INCOME_SOURCES = [
  'wage',
  'casual_work',
  'self_employment',
  'pension',
  'unemployment_pay',
  'social_aid',
  'disability_pension',
  'rent',
  'farming',
  'support_from_relatives',
  'none',
  'other',
] as const

/** The day an answer is due by the channel. @param receivedOn ISO day */
export function defaultReplyBy(channel: Channel, receivedOn: string): string {
  return addDays(receivedOn, CHANNEL[channel].replyDays)
}
