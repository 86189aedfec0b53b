/** Rows of a household file as the database answers them (dates as ISO text, ids as numbers). */
import type { ApplicationRows } from './file-application.rows.contract.ts'
import type { FileFact } from './household.contract.ts'

export type HeadRow = Readonly<{
  id: number
  file_no: string
  version: number
  formed_on: string
  dissolved_on: string | null
  joined_into_id: number | null
  joined_into_no: string | null
  flat_no: string | null
  source: string
  district_id: number
  district: string
  neighbourhood_id: number
  neighbourhood: string
  street_id: number | null
  street: string | null
  address_id: number | null
  door_no: string | null
  uavt_code: string | null
  description: string | null
  quality: 'uavt' | 'door' | 'building' | 'street' | 'pin' | 'described' | null
  lon: number | null
  lat: number | null
  seen_through: number | null
  ground: string | null
  until: Date | null
  today: string
}>

export type PersonRow = Readonly<{
  id: number
  household_id: number
  national_id: string
  given_name: string
  family_name: string
  sex: 'female' | 'male'
  born_on: string
  died_on: string | null
  household_role: 'head' | 'spouse' | 'child' | 'parent' | 'grandchild' | 'relative' | 'other'
  version: number
  is_synthetic: boolean
}>

type Membership = Readonly<{
  person_id: number
  household_id: number
  household_role: string
  from_day: string
  to_day: string
  reason: string
  recorded_at: string
  by: string | null
}>

type Guardian = Readonly<{
  id: number
  person_id: number
  guardian_person_id: number | null
  guardian_name: string
  kind: string
  paper: string
  valid_from: string
  valid_to: string | null
}>

type Fact = Readonly<{
  fact: FileFact['fact']
  id: number
  household_id: number
  by: string | null
  row: Record<string, string | number | boolean | null>
}>

type End = Readonly<{
  fact: string
  fact_id: number
  kind: 'no_longer' | 'wrong'
  ended_on: string
  reason: string
  recorded_at: string
  by: string | null
}>

export type FileRows = ApplicationRows &
  Readonly<{
    people: PersonRow[]
    memberships: Membership[]
    guardians: Guardian[]
    facts: Fact[]
    ends: End[]
    aid: Readonly<{
      id: number
      aid_type_code: string
      amount_kurus: number | null
      given_on: string
      giver: string
    }>[]
    attachments: Readonly<{
      id: number
      application_id: number | null
      inspection_id: number | null
      kind: 'document' | 'photo'
      document_code: string | null
      caption: string | null
      file_name: string
      media_type: string
      bytes: number
      taken_on: string | null
      added_at: string
      removed_at: string | null
      removed_reason: string | null
      by: string | null
    }>[]
    events: Readonly<{
      id: number
      household_id: number
      kind: string
      person_id: number | null
      happened_on: string
      detail: Record<string, unknown>
      recorded_at: string
      by: string | null
    }>[]
    proposals: Readonly<{
      id: number
      kind: string
      person_id: number | null
      application_id: number | null
      proposal: Record<string, unknown>
      current: Record<string, unknown> | null
      source: string
      reason: string | null
      state: string
      version: number
      proposed_at: string
      decided_at: string | null
      decision_reason: string | null
      by: string | null
      decided_by: string | null
    }>[]
    duplicates: Readonly<{ id: number; other_id: number; other_file_no: string; kind: string; probability: number }>[]
  }>
