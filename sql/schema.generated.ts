// Made by `npm run types` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** A building or described place, with how well it is known (quality rung). */
export interface Address {
  /** Key. */
  id: Generated<number>
  /** District, kept with the address so that scope and sums need no geometry. */
  district_id: number
  /** Neighbourhood the address lies in today. */
  neighbourhood_id: number
  /** Street it stands on, where known. */
  street_id: number | null
  /** Outer door number (dış kapı). */
  door_no: string | null
  /** National address code, where known. */
  uavt_code: string | null
  /** The place in words where there is no door number. */
  description: string | null
  /** Rung, best first: uavt, door, building, street, pin, described. */
  quality: string
  /** Point, WGS 84; null for a place only described. */
  geom: string | null
}

/** Salt of the day for login_attempt.address_hash; deleted with the day, after which no hash leads back to an address. */
export interface AddressSalt {
  /** Day it is for. */
  day: string
  /** 32 random bytes. */
  salt: Buffer
}

/** Yardım: one thing given to a household on one day, by us or another giver. */
export interface Aid {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** Decision it follows; null for other givers and imports. */
  decision_id: number | null
  /** What was given. */
  aid_type_code: string
  /** Worth in kuruş, where known. */
  amount_kurus: number | null
  /** Day given. */
  given_on: string
  /** municipality, or who else. */
  giver: Generated<string>
  /** Number in the giver's system; makes an import idempotent. */
  external_ref: string | null
}

/** Yardım türü: what the municipality can give. */
export interface AidType {
  /** Key: cash_support, food_parcel, … */
  code: string
  /** Turkish name. */
  name_tr: string
  /** English name. */
  name_en: string
  /** nakdi, ayni, lojistik, beşerî. */
  category: string
}

/** Başvuru: a petition received through a channel. */
export interface Application {
  /** Key. */
  id: Generated<number>
  /** Client-made id: a retry is the same application. */
  request_id: Generated<string>
  /** Household that applies. */
  household_id: number
  /** District of the household when received; scope of row-level security. */
  district_id: number
  /** Person who applied, where known. */
  applicant_person_id: number | null
  /** How it came. */
  channel: string
  /** Number the channel gave it. */
  reference_no: string | null
  /** needy (muhtaç) or victim (mağdur). */
  kind: Generated<string>
  /** State of DOMAIN.md §3. */
  status: string
  /** Day received. */
  received_on: string
  /** Day by which the channel wants an answer. */
  reply_by: string | null
  /** Day it reached an end (granted and refused stay null until expiry). */
  closed_on: string | null
  /** Urgent need seen. */
  is_urgent: Generated<boolean>
  /** Inspector it is assigned to. */
  assigned_officer_id: number | null
  /** Counts changes; who writes says which one they read. */
  version: Generated<number>
  /** Officer who took it; sees it whatever the district. */
  received_by: number | null
  /** When it was submitted; null for imported and synthetic ones. */
  submitted_at: ColumnType<Date, Date | string, Date | string> | null
  /** Who applies: self with signed petition, notarised proxy, muhtar, NGO, guardian, or official letter (police, fire) for a victim. */
  applicant_kind: Generated<string>
  /** Name of an applicant who is no member of the household. */
  applicant_name: string | null
  /** Number of the proxy, guardianship ruling, police record or official letter; "petition" for a signed petition. */
  applicant_paper: string | null
  /** For a victim: { kind, occurred_on, statement }. */
  event: ColumnType<unknown, string, string> | null
  /** What the intake officer wrote down. */
  note: string | null
  /** Version of the KVKK text read out and accepted. */
  consent_version: string | null
  /** When it was accepted. */
  consented_at: ColumnType<Date, Date | string, Date | string> | null
  /** Application before this one that it follows up. */
  previous_id: number | null
  /** Reason of the one appeal (ineligible or refused). */
  appeal_reason: string | null
  /** Day of the appeal; there is one. */
  appealed_on: string | null
  /** Two inspectors must visit. */
  needs_two_inspectors: Generated<boolean>
  /** Sex of inspector the household asked for, where it did. */
  wanted_inspector_sex: string | null
  /** Second inspector, where two visit. */
  second_officer_id: number | null
  /** Day an answer is due: what the channel asked for, else 30 days after it was received (Law 3071, art. 7). */
  due_on: Generated<string | null>
  /** Why the applicant withdrew it, as they said. */
  withdrawn_reason: string | null
}

/** Papers asked for in an application and how far they are. */
export interface ApplicationDocument {
  /** Application. */
  application_id: number
  /** Paper. */
  document_code: string
  /** As the rule said when it was asked for. */
  is_required: boolean
  /** missing, seen (shown, no copy kept), attached, or waived with a reason. */
  state: Generated<string>
  /** The copy kept. */
  attachment_id: number | null
  /** Why it was waived. */
  reason: string | null
  /** Officer who last changed it. */
  recorded_by: number | null
  /** When. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Each time an application was received: the first, and every later one of the same household that joined it while it was open. */
export interface ApplicationReceipt {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id: a retry is the same receipt. */
  request_id: string
  /** Application it belongs to. */
  application_id: number
  /** How it came. */
  channel: string
  /** Number the channel gave it. */
  reference_no: string | null
  /** Day received. */
  received_on: string
  /** Day by which that channel wants an answer. */
  reply_by: string | null
  /** Officer who took it. */
  received_by: number | null
  /** What was said. */
  note: string | null
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Which role may move an application from which state to which; a trigger refuses every other change. */
export interface ApplicationStep {
  /** Name of the step. */
  action: string
  /** State before. */
  from_status: string
  /** State after. */
  to_status: string
  /** Role that may take it; system for jobs of the owner. */
  role: string
}

/** Provinces, districts, neighbourhoods and streets in one shape. */
export interface Area {
  /** province, district, neighbourhood or street. */
  level: string | null
  /** Id at its level. */
  id: number | null
  /** Name in Turkish spelling. */
  name: string | null
  /** Search key made by turkishKey. */
  name_key: string | null
  /** Area one level up; null for a province. */
  parent_id: number | null
  /** First day it no longer exists; null while it does. */
  valid_to: string | null
}

/** Registered residents (ADNKS) of an area at the end of a year. */
export interface AreaPopulation {
  /** district or neighbourhood. */
  level: string
  /** District or neighbourhood id. */
  area_id: number
  /** Year; the figure is of 31 December. */
  year: number
  /** Residents, persons. */
  population: number
  /** Where the figure came from. */
  source: string
}

/** Dated fact: something of worth a household owns. */
export interface AssetFact {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** Kind of asset. */
  kind: string
  /** Worth in kuruş, where known. */
  value_kurus: number | null
  /** First day. */
  valid_from: string
  /** First day it no longer holds; null while it does; equal to valid_from when it never did (a correction). */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who wrote it down; null for imports and the generator. */
  recorded_by: number | null
  /** What else was said. */
  note: string | null
}

/** Each time an application was given to an inspector; the newest holds. Only ever added. */
export interface Assignment {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id of the deed. */
  request_id: string
  /** Application. */
  application_id: number
  /** Inspector. */
  inspector_id: number
  /** Second inspector, where two visit. */
  second_inspector_id: number | null
  /** Weekly plan it came from. */
  plan_id: number | null
  /** Why it was given to another one. */
  reason: string | null
  /** Officer who did it. */
  assigned_by: number
  /** When. */
  assigned_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Copy of a paper, or a photo. Never deleted by an officer; a removal is a mark with a reason. */
export interface Attachment {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id: a retry is the same attachment. */
  request_id: string
  /** Household; row-level security follows it. */
  household_id: number
  /** Application it belongs to. */
  application_id: number | null
  /** Inspection it was made in. */
  inspection_id: number | null
  /** document or photo. */
  kind: string
  /** Which paper it is. */
  document_code: string | null
  /** What it shows. */
  caption: string | null
  /** Name it came with, cleaned. */
  file_name: string
  /** What its content was found to be. */
  media_type: string
  /** Size as kept. */
  bytes: number
  /** Hash of what is kept. */
  sha256: Buffer
  /** Pixels. */
  width: number | null
  /** Pixels. */
  height: number | null
  /** Day the photo was taken, as said by who added it. */
  taken_on: string | null
  /** When it was marked as removed. */
  removed_at: ColumnType<Date, Date | string, Date | string> | null
  /** Who marked it. */
  removed_by: number | null
  /** Why. */
  removed_reason: string | null
  /** Who added it. */
  added_by: number | null
  /** When. */
  added_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Bytes of an attachment: in the database, so that they are written, backed up and guarded with the rest. */
export interface AttachmentContent {
  /** Attachment. */
  attachment_id: number
  /** The bytes, photos without EXIF. */
  content: Buffer
  /** Small JPEG of a photo. */
  thumbnail: Buffer | null
}

/** Who did or saw what, on what ground. Only ever added to, in the transaction of the deed. */
export interface AuditEvent {
  /** Key, in order of writing. */
  id: GeneratedAlways<number>
  /** Wall-clock time. */
  at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Who; null for the system. */
  officer_id: number | null
  /** Role in which it was done, or system. */
  acting_role: string
  /** thing.verb, as household.read or session.open. */
  action: string
  /** Table of the thing. */
  subject_type: string
  /** Key of the thing. */
  subject_id: string | null
  /** Legal or casework ground of a read of personal data (KVKK). */
  ground: string | null
  /** What changed; never more personal data than needed to prove the deed. */
  detail: ColumnType<unknown, string | undefined, string>
  /** Client-made id, so that a retry is one event. */
  request_id: string | null
}

/** How an area of one vintage is shared among areas of another, by address points; shares of one from_area sum to 1. */
export interface BoundaryCrosswalk {
  /** Vintage the figures are in. */
  from_vintage_id: number
  /** Vintage they are wanted in. */
  to_vintage_id: number
  /** Area in the first vintage. */
  from_area_id: number
  /** Area in the second vintage. */
  to_area_id: number
  /** Address points in both. */
  addresses: number
  /** Part of the first area's address points, 0–1. */
  share: number
}

/** One edition of the outlines (or street lines) of one province, and why it replaced the one before. */
export interface BoundaryVintage {
  /** Key. */
  id: GeneratedAlways<number>
  /** Level whose geometry the edition holds. */
  level: string
  /** Province it covers. */
  province_id: number
  /** First day it holds. */
  valid_from: string
  /** First day it no longer holds; null for the one in force, valid_from for one replaced on its own day. */
  valid_to: string | null
  /** Why it was opened; re-digitised is not a real change on the ground. */
  reason: string
  /** File or office it came from. */
  source: string
  /** Hash of the imported file, so that the same file changes nothing. */
  file_sha256: string | null
  /** When it was recorded. */
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** What an applicant is told about their data (KVKK art. 10) and agrees to (art. 5–6), by version and language. Only ever added: what was read out stays as it was. */
export interface ConsentText {
  /** Version kept with each application. */
  version: string
  /** tr or en. */
  language: string
  /** First day it is read out. */
  valid_from: string
  /** Heading. */
  title: string
  /** Text; paragraphs are parted by an empty line. */
  body: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Dated fact: how a household or one of its people is reached. */
export interface Contact {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** Person; null for the household. */
  person_id: number | null
  /** phone or email. */
  kind: string
  /** As written. */
  value: string
  /** Phone: national number, ten digits (5321234567), or +country…; email: lower case. */
  value_key: string
  /** First day. */
  valid_from: string
  /** First day it no longer holds. */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who wrote it down. */
  recorded_by: number | null
  /** Whose phone it is, when to call. */
  note: string | null
}

/** Counters that go up when drawn geometry or published figures change; part of every ETag. */
export interface DataVersion {
  /** What the counter is about: geometry or published. */
  scope: string
  /** Grows by one at each change. */
  version: Generated<number>
  /** When it last grew. */
  changed_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Karar: what the commission decided on an application; inserted, never changed. */
export interface Decision {
  /** Key. */
  id: Generated<number>
  /** Client-made id: a retry is the same decision. */
  request_id: Generated<string>
  /** Application. */
  application_id: number
  /** Household. */
  household_id: number
  /** grant carries aid and months; the others carry a reason. */
  outcome: string
  /** What is granted. */
  aid_type_code: string | null
  /** Amount a month, kuruş, for cash aid. */
  amount_kurus: number | null
  /** For how many months. */
  months: number | null
  /** Why it was not granted. */
  reason: string | null
  /** Day of the session. */
  decided_on: string
}

/** İlçe: identity through time; its outline is in district_boundary. */
export interface District {
  /** Registry code, or one from area_id_seq. */
  id: Generated<number>
  /** Province it belongs to. */
  province_id: number
  /** Name in Turkish spelling. */
  name: string
  /** Search key made by turkishKey. */
  name_key: string
  /** Name of the settlement where the district is governed. */
  seat: string | null
  /** First day the district exists. */
  valid_from: Generated<string>
  /** First day it no longer exists; null while it does. */
  valid_to: string | null
}

/** Outline of a district in one boundary vintage. */
export interface DistrictBoundary {
  /** Boundary vintage. */
  vintage_id: number
  /** District. */
  district_id: number
  /** Valid multipolygon, WGS 84, degrees. */
  geom: string
  /** How the outline was obtained, in the words of its file. */
  geom_source: string
  /** True where the outline was not surveyed; drawn as approximate. */
  is_approximate: Generated<boolean>
}

/** Which paper is asked for because of what: the aid asked for, who applies, the event of a victim. Listed, not guessed. */
export interface DocumentRule {
  /** Paper. */
  document_code: string
  /** aid_type, applicant_kind or event_kind. */
  because: string
  /** Its code. */
  value: string
  /** False: helps, but the application goes on without it. */
  is_required: Generated<boolean>
}

/** Papers that may be asked for. */
export interface DocumentType {
  /** Key. */
  code: string
  /** Turkish name. */
  name_tr: string
  /** English name. */
  name_en: string
  /** Where the applicant gets it, in Turkish. */
  how_tr: string
  /** Where the applicant gets it, in English. */
  how_en: string
}

/** Two files that may be one household: a task for a person. Nobody loses aid while it is open. */
export interface DuplicateCandidate {
  /** Key. */
  id: GeneratedAlways<number>
  /** File with the smaller key. */
  household_a: number
  /** The other file. */
  household_b: number
  /** Person of file a that resembles person_b; null when only the address does. */
  person_a: number | null
  /** Person of file b. */
  person_b: number | null
  /** What is alike. */
  kind: string
  /** Match weight, bits (log2 of the Bayes factor). */
  weight: number
  /** Probability of being the same, Fellegi–Sunter. */
  probability: number
  /** Weight of each comparison. */
  because: ColumnType<unknown, string | undefined, string>
  /** Version of the m and u used. */
  parameters_version: string | null
  /** open, later, same, different. */
  state: Generated<string>
  /** Counts changes. */
  version: Generated<number>
  /** When it was found. */
  found_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who decided. */
  decided_by: number | null
  /** When. */
  decided_at: ColumnType<Date, Date | string, Date | string> | null
  /** Why. */
  reason: string | null
  /** District of file a; with district_b the scope of who sees the task. */
  district_a: number | null
  /** District of file b. */
  district_b: number | null
  /** Client-made id of the deciding deed. */
  request_id: string | null
  /** When one of the files ended (joined into another, dissolved): nothing is left to decide or to join. */
  settled_at: ColumnType<Date, Date | string, Date | string> | null
}

/** A search for duplicates through all files (komsu find-duplicates); one that was stopped goes on where it was. */
export interface DuplicateRun {
  /** Key. */
  id: GeneratedAlways<number>
  /** Parameters it compares by. */
  parameters_version: string
  /** Newest file when it began; later ones are looked at when they are entered. */
  up_to_household: number
  /** File it came to. */
  last_household: Generated<number>
  /** Files looked at so far. */
  households: Generated<number>
  /** Candidates found so far. */
  found: Generated<number>
  /** When it began. */
  started_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** When it was through. */
  finished_at: ColumnType<Date, Date | string, Date | string> | null
}

/** Dated fact: how a household is housed. */
export interface DwellingFact {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** On what right it lives there. */
  tenure: string
  /** Kind of dwelling. */
  kind: string
  /** State of the dwelling. */
  condition: string
  /** Main heating. */
  heating: string
  /** Rooms, living room included. */
  rooms: number
  /** Rent a month, kuruş; null where none is paid. */
  rent_kurus: number | null
  /** First day. */
  valid_from: string
  /** First day it no longer holds; null while it does; equal to valid_from when it never did (a correction). */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who wrote it down; null for imports and the generator. */
  recorded_by: number | null
  /** What else was said. */
  note: string | null
}

/** Dated fact: whether and how a person works. */
export interface EmploymentFact {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** Person. */
  person_id: number
  /** Relation to work. */
  status: string
  /** Whether insured (SGK); null when not known. */
  has_social_security: boolean | null
  /** Occupation or skill, in words. */
  occupation: string | null
  /** Whether looking for work; null when not asked. */
  seeks_work: boolean | null
  /** First day. */
  valid_from: string
  /** First day it no longer holds; null while it does; equal to valid_from when it never did (a correction). */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who wrote it down. */
  recorded_by: number | null
  /** What else was said. */
  note: string | null
}

/** Dated fact: what a household spends a month on one thing. */
export interface ExpenseFact {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** On what. */
  kind: string
  /** Kuruş a month. */
  monthly_kurus: number
  /** First day. */
  valid_from: string
  /** First day it no longer holds; null while it does; equal to valid_from when it never did (a correction). */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who wrote it down. */
  recorded_by: number | null
  /** What else was said. */
  note: string | null
}

/** A fact ended: it no longer holds (ended_on), or was wrong (it never held). Only ever added; a trigger closes the fact. */
export interface FactEnd {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id of the deed. */
  request_id: string
  /** Household. */
  household_id: number
  /** Table of the fact. */
  fact: string
  /** Its key. */
  fact_id: number
  /** no_longer or wrong. */
  kind: string
  /** First day it no longer held. */
  ended_on: string
  /** Why. */
  reason: string
  /** Officer. */
  recorded_by: number | null
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** A ground on which an officer opened a file that is not otherwise theirs to see; it runs out. Given by komsu.open_file alone. */
export interface FileAccess {
  /** Key. */
  id: GeneratedAlways<number>
  /** Officer. */
  officer_id: number
  /** Role they acted in. */
  acting_role: string
  /** Household. */
  household_id: number
  /** Why it may be opened. */
  ground: string
  /** In words. */
  reason: string | null
  /** From. */
  opened_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Until. */
  expires_at: ColumnType<Date, Date | string, Date | string>
}

/** Versions of the Social Inquiry Form an office added to the one that ships; never changed. */
export interface FormDefinition {
  /** Name of the version. */
  version: string
  /** The definition (api/inspections/form-definition.contract.ts). */
  document: ColumnType<unknown, string, string>
  /** First day it is used for new inspections. */
  valid_from: string
  /** Officer who added it. */
  recorded_by: number | null
  /** When. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Who acts for a person who cannot (a minor, a ward). */
export interface Guardian {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id of the deed. */
  request_id: string
  /** Person acted for. */
  person_id: number
  /** Their household. */
  household_id: number
  /** Guardian, where known to us. */
  guardian_person_id: number | null
  /** Name of the guardian. */
  guardian_name: string
  /** T.C. number of the guardian. */
  guardian_national_id: string | null
  /** parent, court_guardian (vasi), trustee (kayyım), foster. */
  kind: string
  /** Ruling or record that proves it. */
  paper: string
  /** First day. */
  valid_from: string
  /** First day it no longer holds. */
  valid_to: string | null
  /** Officer. */
  recorded_by: number | null
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Dated fact: disability, illness or need of care of a person (special-category data, KVKK art. 6). */
export interface HealthFact {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** Person. */
  person_id: number
  /** What it is. */
  kind: string
  /** Degree of disability, percent, where a report gives it. */
  degree_percent: number | null
  /** First day. */
  valid_from: string
  /** First day it no longer holds; null while it does; equal to valid_from when it never did (a correction). */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who wrote it down; null for imports and the generator. */
  recorded_by: number | null
  /** What else was said. */
  note: string | null
}

/** Hane: people living together at an address; one file each (000). */
export interface Household {
  /** Key. */
  id: Generated<number>
  /** File number of the office. */
  file_no: string
  /** Address it lives at. */
  address_id: number
  /** District of the address; the scope of row-level security. */
  district_id: number
  /** Neighbourhood of the address. */
  neighbourhood_id: number
  /** Street of the address, where known. */
  street_id: number | null
  /** Inner door number (iç kapı). */
  flat_no: string | null
  /** First day known as a household. */
  formed_on: string
  /** Day it ended (moved away, joined another, died out). */
  dissolved_on: string | null
  /** Where the record came from: casework, import:<file>, synthetic. */
  source: Generated<string>
  /** True for made-up households of the demo city. */
  is_synthetic: Generated<boolean>
  /** Counts changes of the file; who writes says which one they read. */
  version: Generated<number>
  /** File this one was joined to, when two files proved to be one household. */
  joined_into_id: number | null
}

/** What happened to a household, in its timeline. Only ever added. */
export interface HouseholdEvent {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id of the deed. */
  request_id: string | null
  /** Household. */
  household_id: number
  /** What happened. */
  kind: string
  /** Person it concerns. */
  person_id: number | null
  /** Day it happened (not the day it was written). */
  happened_on: string
  /** Before and after, other file, reason. */
  detail: ColumnType<unknown, string | undefined, string>
  /** Officer. */
  recorded_by: number | null
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Where a person lived before; where they live now is person.household_id. Only ever added. */
export interface HouseholdMembership {
  /** Key. */
  id: GeneratedAlways<number>
  /** Person. */
  person_id: number
  /** Household they left. */
  household_id: number
  /** Their role in it. */
  household_role: string
  /** First day in it, as far as known. */
  from_day: string
  /** Day they left. */
  to_day: string
  /** Why. */
  reason: string
  /** Officer. */
  recorded_by: number | null
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Writes by their client-made key: the same key and body get the same answer, never a second effect. Kept 30 days. */
export interface Idempotency {
  /** Who wrote. */
  officer_id: number
  /** Idempotency-Key of the request. */
  key: string
  /** Action of the matrix. */
  action: string
  /** SHA-256 of action, address and body. */
  body_hash: Buffer
  /** What was answered. */
  answer: string | null
  /** When. */
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** One run of `komsu import`: what was read, loaded and rejected. */
export interface ImportBatch {
  /** Key. */
  id: GeneratedAlways<number>
  /** Kind of import: districts, neighbourhoods, … */
  kind: string
  /** File name without its folder. */
  file_name: string
  /** Hash of the file. */
  file_sha256: string
  /** When it began. */
  started_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** The counts and rejected lines without values of people. */
  result: ColumnType<unknown, string | undefined, string>
}

/** Dated fact: what a household or one of its people earns from one source. Corrected by adding, not editing. */
export interface Income {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** Person who earns it; null for the household as a whole. */
  person_id: number | null
  /** Kind of income; none says "asked, and there is none". */
  source: string
  /** Net amount a month, kuruş. */
  monthly_kurus: number
  /** First day. */
  valid_from: string
  /** First day it no longer holds; null while it does; equal to valid_from when it never did (a correction). */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who wrote it down; null for imports and the generator. */
  recorded_by: number | null
  /** What else was said. */
  note: string | null
}

/** Sosyal inceleme: the visit and its Social Inquiry Form. */
export interface Inspection {
  /** Key. */
  id: Generated<number>
  /** Client-made id: a retry is the same inspection. */
  request_id: Generated<string>
  /** Application. */
  application_id: number
  /** Household visited. */
  household_id: number
  /** Inspector. */
  inspector_id: number | null
  /** Day of the visit. */
  visited_on: string
  /** home, or telephone in extraordinary times (19.10). */
  mode: Generated<string>
  /** Whether the device was at the household; null when not known. */
  at_household: boolean | null
  /** Answers of the form. */
  form: ColumnType<unknown, string | undefined, string>
  /** Version of the form; null for imported and synthetic ones. */
  form_version: string | null
  /** Counts saves. */
  version: Generated<number>
  /** open (being filled in), awaiting the chief's control, returned with questions, passed. */
  control: Generated<string>
  /** When it was begun. */
  started_at: ColumnType<Date, Date | string, Date | string> | null
  /** When it was last sent to the chief. */
  sent_at: ColumnType<Date, Date | string, Date | string> | null
  /** When the chief passed it on. */
  passed_at: ColumnType<Date, Date | string, Date | string> | null
  /** Chief who passed it on. */
  passed_by: number | null
  /** Second inspector, where two visited. */
  second_inspector_id: number | null
  /** When the second inspector confirmed. */
  second_confirmed_at: ColumnType<Date, Date | string, Date | string> | null
  /** Why it was made by telephone (19.10). */
  phone_reason: string | null
  /** Accuracy of the place captured, metres. */
  place_accuracy_m: number | null
  /** When an answer last changed. */
  answered_at: ColumnType<Date, Date | string, Date | string> | null
}

/** Each time an inspection was sent, returned with questions, confirmed by the second inspector, or passed on. Only ever added. */
export interface InspectionControl {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id of the deed. */
  request_id: string
  /** Inspection. */
  inspection_id: number
  /** send, return, pass, confirm. */
  action: string
  /** Questions of the chief: [{ path, question }]. */
  questions: ColumnType<unknown, string | undefined, string>
  /** In words. */
  note: string | null
  /** Who. */
  officer_id: number
  /** When. */
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** An application being typed (state draft): saved as it is typed, seen by its author alone. */
export interface IntakeDraft {
  /** Client-made key. */
  id: string
  /** Author. */
  officer_id: number
  /** What was typed so far. */
  payload: ColumnType<unknown, string, string>
  /** Counts saves. */
  version: Generated<number>
  /** Application it became. */
  application_id: number | null
  /** Begun. */
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Last saved. */
  updated_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Versions of the m and u by which files are compared (Fellegi–Sunter, api/linkage). Only ever added; the newest is in force. */
export interface LinkageParameters {
  /** Name of the version, kept with every candidate found by it. */
  version: string
  /** Day it was learnt or written down. */
  learnt_on: string
  /** False for the first version, which is belief and not learnt from this registry. */
  is_learnt: boolean
  /** People looked at when it was learnt. */
  people: number
  /** Share of pairs of people in different files that are one person. */
  lambda: number
  /** Share of pairs of people in different files that share family name, address or phone as kin do. */
  kin_lambda: number
  /** Of each field the share of each level among matches (m), strangers (u) and kin: { field: [{ level, m, u, kin }] }. */
  shares: ColumnType<unknown, string, string>
  /** From this probability on a pair of files becomes a task. */
  least_probability: Generated<number>
  /** How it was made. */
  note: Generated<string>
  /** When it was written down. */
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Tries to sign in, counted to slow down guessing; kept a day. */
export interface LoginAttempt {
  /** Key. */
  id: GeneratedAlways<number>
  /** Name tried. */
  username: string
  /** Salted hash of the network address. */
  address_hash: Buffer
  /** Whether it worked. */
  succeeded: boolean
  /** When. */
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Every word of a person's name key, with how often it was seen: resemblance is asked here, not of millions of people. */
export interface NameToken {
  /** Word of person.name_key. */
  token: string
  /** About how many people bear it (only ever counted up). */
  people: Generated<number>
}

/** Puan: points of a form under one version of the scheme; advises, never decides. */
export interface NeedScore {
  /** Key. */
  id: Generated<number>
  /** Inspection scored. */
  inspection_id: number
  /** Household. */
  household_id: number
  /** Version of the scheme. */
  scheme_version: string
  /** Points, 0–100. */
  total: number
  /** Points of each part. */
  parts: ColumnType<unknown, string, string>
  /** Day scored. */
  scored_on: string
  /** Application it was made for. */
  application_id: number | null
  /** Lowest total the missing facts allow. */
  low: number | null
  /** Highest total the missing facts allow. */
  high: number | null
  /** Every point with its reason and the facts behind it. */
  points: ColumnType<unknown, string, string> | null
  /** Questions whose facts are missing or could not be reached. */
  missing: ColumnType<unknown, string, string> | null
  /** SHA-256 over the facts used. */
  facts_hash: string | null
  /** Minimum in force. */
  minimum: number | null
  /** Officer whose deed caused it. */
  scored_by: number | null
  /** When. */
  scored_at: ColumnType<Date, Date | string, Date | string> | null
}

/** Mahalle: identity through time; its outline is in neighbourhood_boundary. */
export interface Neighbourhood {
  /** Registry (UAVT) code, or one from area_id_seq. */
  id: Generated<number>
  /** District it belongs to. */
  district_id: number
  /** Name in Turkish spelling. */
  name: string
  /** Search key made by turkishKey. */
  name_key: string
  /** First day the neighbourhood exists. */
  valid_from: Generated<string>
  /** First day it no longer exists; null while it does. */
  valid_to: string | null
}

/** Outline of a neighbourhood in one boundary vintage. */
export interface NeighbourhoodBoundary {
  /** Boundary vintage. */
  vintage_id: number
  /** Neighbourhood. */
  neighbourhood_id: number
  /** Valid multipolygon, WGS 84, degrees. */
  geom: string
  /** How the outline was obtained: surveyed_…, voronoi_…, schematic. */
  geom_source: string
  /** True where the outline was not surveyed; drawn as approximate. */
  is_approximate: Generated<boolean>
}

/** What an officer is told inside Komşu. No name of a person in it. */
export interface Notification {
  /** Key. */
  id: GeneratedAlways<number>
  /** Who is told. */
  officer_id: number
  /** What happened. */
  kind: string
  /** Table of the thing. */
  subject_type: string
  /** Key of the thing. */
  subject_id: number
  /** Counts, dates, district; nothing personal. */
  detail: ColumnType<unknown, string | undefined, string>
  /** When. */
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** When it was read. */
  read_at: ColumnType<Date, Date | string, Date | string> | null
}

/** A person who works in Komşu. */
export interface Officer {
  /** Key. */
  id: GeneratedAlways<number>
  /** Name used to sign in, lower case ASCII. */
  username: string
  /** Name shown to colleagues. */
  display_name: string
  /** argon2id hash (RFC 9106). */
  password_hash: string
  /** False ends every session and refuses sign-in. */
  is_active: Generated<boolean>
  /** True for the accounts of the demo city, refused in production. */
  is_demo: Generated<boolean>
  /** When the account was made. */
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Days an officer is away; never why in detail. */
export interface OfficerAbsence {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id of the deed. */
  request_id: string
  /** Officer. */
  officer_id: number
  /** First day away. */
  from_day: string
  /** Last day away. */
  to_day: string
  /** leave, training, other; no health data. */
  kind: string
  /** When it was cancelled. */
  cancelled_at: ColumnType<Date, Date | string, Date | string> | null
  /** Who entered it. */
  recorded_by: number
  /** When. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Districts in which an officer works (scope of row-level security). */
export interface OfficerDistrict {
  /** Officer. */
  officer_id: number
  /** District. */
  district_id: number
}

/** What bears on giving files to an officer: home neighbourhood (no files there), sex where a household asks, load. */
export interface OfficerInterest {
  /** Officer. */
  officer_id: number
  /** Neighbourhood they live in. */
  home_neighbourhood_id: number | null
  /** For households that ask for an inspector of their sex. */
  sex: string | null
  /** Files a week, at least. */
  weekly_minimum: Generated<number>
  /** Files a week, at most. */
  weekly_maximum: Generated<number>
}

/** Relatives an officer declared: nobody acts on a relative's file (DOMAIN.md §1). */
export interface OfficerRelative {
  /** Officer. */
  officer_id: number
  /** T.C. number of the relative. */
  national_id: string
  /** How they are related. */
  relation: string
  /** When it was declared. */
  declared_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Roles an officer holds; in each request one of them acts. */
export interface OfficerRole {
  /** Officer. */
  officer_id: number
  /** Role code of DOMAIN.md §1. */
  role: string
  /** True where the role is not limited to the districts of officer_district. */
  all_districts: Generated<boolean>
}

/** Dated figures rules depend on; the one in force is the latest not after the day asked about. */
export interface Parameter {
  /** Name: net_minimum_wage_kurus, minimum_need_score, … */
  code: string
  /** First day it holds. */
  valid_from: string
  /** Figure in its unit. */
  value: number
  /** kuruş per month, points, households, … */
  unit: string
  /** Law, decision or office it comes from. */
  source: string
}

/** Birey: a member of a household. */
export interface Person {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** T.C. kimlik no or foreigner's no (99…), checksum checked in the application; synthetic ones begin with 8. */
  national_id: string
  /** Given name. */
  given_name: string
  /** Family name. */
  family_name: string
  /** Search key of the full name made by turkishKey. */
  name_key: string
  /** As in the population registry. */
  sex: string
  /** Date of birth. */
  born_on: string
  /** Date of death, where known. */
  died_on: string | null
  /** Relation to the head of the household. */
  household_role: string
  /** True for made-up people of the demo city. */
  is_synthetic: Generated<boolean>
  /** Counts changes. */
  version: Generated<number>
  /** Officer who added them; null for imports and the generator. */
  added_by: number | null
}

/** Demo city only: second files of one family the generator planted, kept so that tests can ask how many linkage finds. */
export interface PlantedDuplicate {
  /** File opened first. */
  household_a: number
  /** Second file of the same family. */
  household_b: number
  /** typo (names or dates mistyped, same door), maiden_name (the wife applied by hers, with the children), moved (within the neighbourhood). */
  kind: string
}

/** Demo city only: where the generator planted need and silence, kept so that tests can ask whether the map finds them. */
export interface PlantedTruth {
  /** Neighbourhood. */
  neighbourhood_id: number
  /** hot_spot (much need) or silent_area (need that does not apply). */
  kind: string
  /** Which cluster it belongs to. */
  cluster_no: number
  /** hot_spot: multiplier of the poverty odds; silent_area: multiplier of the odds to apply. */
  intensity: number
}

/** A place that serves people: solidarity points, assembly areas, stops, buildings. */
export interface Point {
  /** Key. */
  id: Generated<number>
  /** What it is. */
  kind: string
  /** Its code in the source; with kind and province the natural key of an import. */
  code: string
  /** Name. */
  name: string
  /** Search key made by turkishKey. */
  name_key: string
  /** Province. */
  province_id: number
  /** District it lies in, where known. */
  district_id: number | null
  /** Neighbourhood it lies in, where known. */
  neighbourhood_id: number | null
  /** Point, WGS 84. */
  geom: string
  /** What else the source says (area in m², lines at a stop). */
  attributes: ColumnType<unknown, string | undefined, string>
  /** Where it came from. */
  source: string
  /** First day it serves. */
  valid_from: Generated<string>
  /** First day it no longer serves; null while it does. */
  valid_to: string | null
}

/** A change of the file somebody proposes (inspector on the spot, a registry); a person accepts or refuses it. */
export interface ProposedChange {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id of the deed. */
  request_id: string
  /** Household. */
  household_id: number
  /** Application in whose course it was proposed. */
  application_id: number | null
  /** Person it concerns. */
  person_id: number | null
  /** What would change. */
  kind: string
  /** The change: for fact { fact, values }, for person { field: value }, for address the address. */
  proposal: ColumnType<unknown, string, string>
  /** What stood there when it was proposed; shown beside it, checked again when accepted. */
  current: ColumnType<unknown, string, string> | null
  /** Who says so. */
  source: string
  /** Why. */
  reason: string | null
  /** open, accepted, refused. */
  state: Generated<string>
  /** Counts changes. */
  version: Generated<number>
  /** Officer who proposed it. */
  proposed_by: number | null
  /** When. */
  proposed_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who decided. */
  decided_by: number | null
  /** When. */
  decided_at: ColumnType<Date, Date | string, Date | string> | null
  /** Why it was refused. */
  decision_reason: string | null
}

/** A province (il); a metropolitan municipality serves one. */
export interface Province {
  /** Plate code, 35 = İzmir. */
  id: number
  /** Name in Turkish spelling. */
  name: string
  /** Search key made by turkishKey (api/platform/turkish.ts). */
  name_key: string
  /** True while its geometry was made by the demo generator and is not official. */
  is_schematic: Generated<boolean>
}

/** Talep: one thing asked for in an application. */
export interface Request {
  /** Key. */
  id: Generated<number>
  /** Application. */
  application_id: number
  /** What is asked for. */
  aid_type_code: string
  /** Day added. */
  added_on: string
  /** Day withdrawn. */
  withdrawn_on: string | null
  /** What exactly is asked for. */
  note: string | null
  /** Officer who added it. */
  added_by: number | null
  /** Officer who withdrew it. */
  withdrawn_by: number | null
  /** Why it was withdrawn. */
  withdrawn_reason: string | null
}

/** Dated fact: the school a person finished, and whether they attend one. */
export interface SchoolingFact {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** Person. */
  person_id: number
  /** Highest level finished, or attended while attending. */
  level: string
  /** Whether they are at school now. */
  is_attending: boolean
  /** First day. */
  valid_from: string
  /** First day it no longer holds; null while it does; equal to valid_from when it never did (a correction). */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who wrote it down; null for imports and the generator. */
  recorded_by: number | null
  /** What else was said. */
  note: string | null
}

/** Versions of the score scheme. A draft is edited; adopted ones never change and hold from a date on. */
export interface ScoreScheme {
  /** Name of the version; need_score.scheme_version names it. */
  version: string
  /** The scheme (api/scores/score-scheme.contract.ts). */
  document: ColumnType<unknown, string, string>
  /** draft, adopted, withdrawn. */
  state: Generated<string>
  /** Counts saves of the draft; who writes says which one they read. */
  edition: Generated<number>
  /** Minimum score of eligibility (19.12). */
  minimum: number
  /** First day it is used; past files keep their version. */
  effective_from: string | null
  /** Number of the commission's decision (19.15). */
  decision_no: string | null
  /** Day of that decision. */
  decision_on: string | null
  /** Version it was drafted from: one of this table, or one that ships (default-…). */
  based_on: string | null
  /** Officer who drafted it. */
  drafted_by: number | null
  /** When. */
  drafted_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who entered its adoption. */
  adopted_by: number | null
  /** When. */
  adopted_at: ColumnType<Date, Date | string, Date | string> | null
  /** Last simulation of it, disclosure-safe aggregates only. */
  simulation: ColumnType<unknown, string, string> | null
}

/** Open sign-ins. The cookie holds the token, the database only its hash. */
export interface Session {
  /** SHA-256 of the random token in the cookie. */
  token_hash: Buffer
  /** Officer signed in. */
  officer_id: number
  /** When it began. */
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Last request. */
  last_seen_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** After this it is worthless. */
  expires_at: ColumnType<Date, Date | string, Date | string>
}

/** Dated fact: a shock or special status of a household or person (disaster, veteran, bereavement…). */
export interface StatusFact {
  /** Key. */
  id: Generated<number>
  /** Household. */
  household_id: number
  /** Person it concerns; null for the household. */
  person_id: number | null
  /** What it is; none says "asked, and there is none". */
  kind: string
  /** First day. */
  valid_from: string
  /** First day it no longer holds; null while it does; equal to valid_from when it never did (a correction). */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Officer who wrote it down. */
  recorded_by: number | null
  /** What else was said. */
  note: string | null
}

/** Cadde, sokak, bulvar, meydan (CSBM): identity through time; its line, where known, is in street_line. */
export interface Street {
  /** Registry (CSBM) code, or one from area_id_seq. */
  id: Generated<number>
  /** Neighbourhood it belongs to; a street crossing two has one row in each. */
  neighbourhood_id: number
  /** Name in Turkish spelling. */
  name: string
  /** Search key made by turkishKey. */
  name_key: string
  /** Lower-case CSBM kind: sokak, cadde, bulvar, meydan, küme evler, … */
  kind: Generated<string>
  /** First day the street exists. */
  valid_from: Generated<string>
  /** First day it no longer exists; null while it does. */
  valid_to: string | null
}

/** Centre line of a street in one boundary vintage. */
export interface StreetLine {
  /** Boundary vintage. */
  vintage_id: number
  /** Street. */
  street_id: number
  /** Centre line, WGS 84, degrees; ends meet at junctions. */
  geom: string
  /** Where the line came from: osm, municipality, schematic. */
  geom_source: string
  /** True where the line was not surveyed. */
  is_approximate: Generated<boolean>
}

/** The demo city standing in this database: what it was made of, so that it can be left alone or replaced whole. */
export interface SyntheticCity {
  /** Province it stands in. */
  province_id: number
  /** Seed: the same seed gives the same city. */
  seed: number
  /** Households asked for. */
  households: number
  /** Streets asked for, about. */
  streets: number
  /** Last day of its two years. */
  until: string
  /** Whether it stands on schematic places of its own or on imported boundaries. */
  places: string
  /** Version of the generator, boundaries and parameters it was made from; another one means another city. */
  fingerprint: string
  /** First id of the areas and streets it added; null when none. */
  first_area_id: number | null
  /** Last id of the areas and streets it added. */
  last_area_id: number | null
  /** First id of its addresses. */
  first_address_id: number
  /** Last id of its addresses. */
  last_address_id: number
  /** Rows written, by table. */
  counts: ColumnType<unknown, string, string>
  /** When it was made. */
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Water bodies drawn under the need map. */
export interface Water {
  /** Key. */
  id: GeneratedAlways<number>
  /** Province whose map it belongs to. */
  province_id: number
  /** sea, lake or river. */
  kind: string
  /** Name, where it has one. */
  name: string | null
  /** Valid multipolygon, WGS 84. */
  geom: string
  /** Where it came from: schematic, or the file. */
  source: string
}

/** What a citizen sent on the public form, until an intake officer reviews it. Proves nothing about who sent it. */
export interface WebApplication {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id: a retry is the same application. */
  request_id: string
  /** Random number given to the citizen; tells the state and nothing else. */
  tracking_no: string
  /** District the citizen named; scope of row-level security; null: all. */
  district_id: number | null
  /** What was sent. */
  payload: ColumnType<unknown, string, string>
  /** new, in_review, taken (became an application) or declined with an answer. */
  state: Generated<string>
  /** What the citizen is told. */
  answer: string | null
  /** Application it became or joined. */
  application_id: number | null
  /** Officer who reviewed it. */
  reviewed_by: number | null
  /** When. */
  reviewed_at: ColumnType<Date, Date | string, Date | string> | null
  /** Counts changes. */
  version: Generated<number>
  /** When it came. */
  received_at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** Who knocked at the public form how often, by the salted hash of the network address; swept after a day. */
export interface WebKnock {
  /** Key. */
  id: GeneratedAlways<number>
  /** HMAC of the network address with the salt of the day. */
  address_hash: Buffer
  /** send (an application) or look (for a tracking number). */
  kind: string
  /** When. */
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

/** A week's assignments the chief accepted, for the branch manager to approve (9.9). */
export interface WeeklyPlan {
  /** Key. */
  id: GeneratedAlways<number>
  /** Client-made id of the deed. */
  request_id: string
  /** Monday of the week. */
  week_start: string
  /** Districts it covers. */
  district_ids: (number | null)[]
  /** submitted, approved, returned, withdrawn. */
  state: Generated<string>
  /** Counts changes. */
  version: Generated<number>
  /** Loads and rules it was proposed with. */
  settings: ColumnType<unknown, string | undefined, string>
  /** Loads, pieces, balance; counts only, no household. */
  summary: ColumnType<unknown, string | undefined, string>
  /** Words of the chief. */
  note: string | null
  /** Chief. */
  submitted_by: number
  /** When. */
  submitted_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Manager; never the one who submitted it. */
  decided_by: number | null
  /** When. */
  decided_at: ColumnType<Date, Date | string, Date | string> | null
  /** Words of the manager. */
  decision_note: string | null
}

/** One visit of a weekly plan. */
export interface WeeklyPlanItem {
  /** Plan. */
  plan_id: number
  /** Application. */
  application_id: number
  /** Inspector. */
  inspector_id: number
  /** Second inspector. */
  second_inspector_id: number | null
  /** Neighbourhood of the household, for the counts the manager sees. */
  neighbourhood_id: number
  /** What became of it at approval; null before. */
  outcome: string | null
}

/** Disclosure-safe figures of one area in one month; arrays are indexed by indicator.position. */
export interface PublishedAreaMonth {
  /** Level of the area. */
  level: string
  /** First day of the month. */
  month: string
  /** Province, district, neighbourhood or street id. */
  area_id: number
  /** Area one level up. */
  parent_id: number | null
  /** Figure, null unless state is o. */
  value: (number | null)[]
  /** Lower end of the 95 % interval, where the indicator has one. */
  low: (number | null)[]
  /** Upper end of the 95 % interval. */
  high: (number | null)[]
  /** Class of the number of households behind the figure: 0 withheld, 1: 5–9, 2: 10–19, 3: 20–49, 4: 50–99, 5: 100 and more. */
  n_class: (number | null)[]
  /** o ok, s suppressed, t too few, n no data. */
  state: (string | null)[]
}

/** Catalogue of indicators; written by publish from api/need-map/indicators.rules.ts, the one home of their formulas. */
export interface PublishedIndicator {
  /** Place of the indicator in the arrays of area_month, from 1. */
  position: number
  /** Name in URLs: below_threshold, rate_below, … */
  id: string
  /** Names (tr, en), unit, kind, direction, formula, source. */
  definition: ColumnType<unknown, string, string>
}

/** One published month. */
export interface PublishedRelease {
  /** First day of the month; figures are as of its last day. */
  month: string
  /** When it was computed. */
  published_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Version of the indicators and the disclosure rules. */
  rules_version: string
  /** Areas with a row. */
  areas: number
  /** Figures withheld. */
  suppressed: number
  /** True when every household counted was made up by the demo generator. */
  is_synthetic: Generated<boolean>
}

/** What a screen asks of a drawn area beside its outline: its box, its neighbours, the place of its label. */
export interface TileArea {
  /** Level of the area. */
  level: string
  /** Province, district, neighbourhood or street. */
  id: number
  /** Name in Turkish spelling. */
  name: string
  /** Box, degrees. */
  west: number
  /** Box, degrees. */
  south: number
  /** Box, degrees. */
  east: number
  /** Box, degrees. */
  north: number
  /** How the geometry was obtained, as in the boundary tables. */
  geom_source: string
  /** True where it was not surveyed. */
  is_approximate: boolean
  /** Areas of the level that share a border with it; empty for streets and provinces. */
  neighbours: Generated<(number | null)[]>
  /** First zoom at which its name fits inside; null for provinces and streets. */
  label_from_zoom: number | null
  /** Point inside, farthest from the border; null for provinces and streets. */
  label: string | null
}

/** Outlines of districts in force, generalised for one zoom; neighbours share their borders. */
export interface TileDistrict {
  /** Zoom it is drawn at. */
  zoom: number
  /** District. */
  id: number
  /** Name in Turkish spelling. */
  name: string
  /** One letter for its properties in a tile: a approximate, s surveyed. */
  mark: string
  /** Outline, Web Mercator metres. */
  geom: string
}

/** What is drawn now, a row a layer; its fingerprint tells whether the record changed since. */
export interface TileDrawing {
  /** Map layer. */
  layer: string
  /** Hash of the rows it was drawn from and of the way of drawing. */
  fingerprint: string
  /** Areas, streets or points drawn. */
  features: number
  /** How many of them are approximate. */
  approximate: number
  /** True where a province of it was made by the demo generator. */
  is_schematic: boolean
  /** Box, degrees; null when empty. */
  west: number | null
  /** Box, degrees. */
  south: number | null
  /** Box, degrees. */
  east: number | null
  /** Box, degrees. */
  north: number | null
  /** When. */
  drawn_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Every tile of the layer up to this zoom is in tile.rendered, or empty; null where none is. */
  rendered_to: number | null
}

/** Outlines of neighbourhoods in force, generalised for one zoom; neighbours share their borders. */
export interface TileNeighbourhood {
  /** Zoom it is drawn at. */
  zoom: number
  /** Neighbourhood. */
  id: number
  /** Name in Turkish spelling. */
  name: string
  /** One letter for its properties in a tile: a approximate, s surveyed. */
  mark: string
  /** Outline, Web Mercator metres. */
  geom: string
}

/** Points in service, with the zoom from which there is room for them. */
export interface TilePoint {
  /** First zoom it is drawn at. */
  from_zoom: number
  /** Point. */
  id: number
  /** Name. */
  name: string
  /** One letter for its kind (tiles/layers/point/contract.ts). */
  mark: string
  /** Place, Web Mercator metres. */
  geom: string
}

/** Tiles that hold anything, of layers and zooms that are wholly rendered (tile.drawing.rendered_to). */
export interface TileRendered {
  /** Map layer. */
  layer: string
  /** Zoom. */
  z: number
  /** Column of the tile, from the west. */
  x: number
  /** Row of the tile, from the north. */
  y: number
  /** The tile as it is sent: gzip, or the bare MVT where it is too small to gain by compression. */
  body: Buffer
}

/** Street lines generalised for a band of two zooms. */
export interface TileStreet {
  /** Upper zoom of the band: 9, 11, 13 or 15. */
  zoom: number
  /** First zoom it is drawn at: the important streets of a place first, all from 14. */
  from_zoom: number
  /** Street. */
  id: number
  /** Name in Turkish spelling. */
  name: string
  /** One letter: m main, o other; upper case where approximate. */
  mark: string
  /** Line, Web Mercator metres. */
  geom: string
}

/** Water generalised for one zoom with the shores of the districts, cut into small pieces. */
export interface TileWater {
  /** Zoom it is drawn at. */
  zoom: number
  /** Name, empty where it has none. */
  name: string
  /** One letter for its kind: s sea, l lake, r river. */
  mark: string
  /** Piece of a water body, Web Mercator metres. */
  geom: string
}

export interface DB {
  "address": Address
  "address_salt": AddressSalt
  "aid": Aid
  "aid_type": AidType
  "application": Application
  "application_document": ApplicationDocument
  "application_receipt": ApplicationReceipt
  "application_step": ApplicationStep
  "area": Area
  "area_population": AreaPopulation
  "asset_fact": AssetFact
  "assignment": Assignment
  "attachment": Attachment
  "attachment_content": AttachmentContent
  "audit_event": AuditEvent
  "boundary_crosswalk": BoundaryCrosswalk
  "boundary_vintage": BoundaryVintage
  "consent_text": ConsentText
  "contact": Contact
  "data_version": DataVersion
  "decision": Decision
  "district": District
  "district_boundary": DistrictBoundary
  "document_rule": DocumentRule
  "document_type": DocumentType
  "duplicate_candidate": DuplicateCandidate
  "duplicate_run": DuplicateRun
  "dwelling_fact": DwellingFact
  "employment_fact": EmploymentFact
  "expense_fact": ExpenseFact
  "fact_end": FactEnd
  "file_access": FileAccess
  "form_definition": FormDefinition
  "guardian": Guardian
  "health_fact": HealthFact
  "household": Household
  "household_event": HouseholdEvent
  "household_membership": HouseholdMembership
  "idempotency": Idempotency
  "import_batch": ImportBatch
  "income": Income
  "inspection": Inspection
  "inspection_control": InspectionControl
  "intake_draft": IntakeDraft
  "linkage_parameters": LinkageParameters
  "login_attempt": LoginAttempt
  "name_token": NameToken
  "need_score": NeedScore
  "neighbourhood": Neighbourhood
  "neighbourhood_boundary": NeighbourhoodBoundary
  "notification": Notification
  "officer": Officer
  "officer_absence": OfficerAbsence
  "officer_district": OfficerDistrict
  "officer_interest": OfficerInterest
  "officer_relative": OfficerRelative
  "officer_role": OfficerRole
  "parameter": Parameter
  "person": Person
  "planted_duplicate": PlantedDuplicate
  "planted_truth": PlantedTruth
  "point": Point
  "proposed_change": ProposedChange
  "province": Province
  "request": Request
  "schooling_fact": SchoolingFact
  "score_scheme": ScoreScheme
  "session": Session
  "status_fact": StatusFact
  "street": Street
  "street_line": StreetLine
  "synthetic_city": SyntheticCity
  "water": Water
  "web_application": WebApplication
  "web_knock": WebKnock
  "weekly_plan": WeeklyPlan
  "weekly_plan_item": WeeklyPlanItem
  "published.area_month": PublishedAreaMonth
  "published.indicator": PublishedIndicator
  "published.release": PublishedRelease
  "tile.area": TileArea
  "tile.district": TileDistrict
  "tile.drawing": TileDrawing
  "tile.neighbourhood": TileNeighbourhood
  "tile.point": TilePoint
  "tile.rendered": TileRendered
  "tile.street": TileStreet
  "tile.water": TileWater
}
