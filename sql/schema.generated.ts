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
  /** First day it no longer holds; null while it does. */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
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
  /** First day it no longer holds; null while it does. */
  valid_to: string | null
  /** Who says so. */
  provenance: string
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
  /** First day it no longer holds; null while it does. */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
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
  /** First day it no longer holds; null while it does. */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
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

/** Districts in which an officer works (scope of row-level security). */
export interface OfficerDistrict {
  /** Officer. */
  officer_id: number
  /** District. */
  district_id: number
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
  /** First day it no longer holds; null while it does. */
  valid_to: string | null
  /** Who says so. */
  provenance: string
  /** When it was written down. */
  recorded_at: ColumnType<Date, Date | string | undefined, Date | string>
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
  "area": Area
  "area_population": AreaPopulation
  "asset_fact": AssetFact
  "audit_event": AuditEvent
  "boundary_crosswalk": BoundaryCrosswalk
  "boundary_vintage": BoundaryVintage
  "data_version": DataVersion
  "decision": Decision
  "district": District
  "district_boundary": DistrictBoundary
  "dwelling_fact": DwellingFact
  "health_fact": HealthFact
  "household": Household
  "import_batch": ImportBatch
  "income": Income
  "inspection": Inspection
  "login_attempt": LoginAttempt
  "need_score": NeedScore
  "neighbourhood": Neighbourhood
  "neighbourhood_boundary": NeighbourhoodBoundary
  "officer": Officer
  "officer_district": OfficerDistrict
  "officer_role": OfficerRole
  "parameter": Parameter
  "person": Person
  "planted_truth": PlantedTruth
  "point": Point
  "province": Province
  "request": Request
  "schooling_fact": SchoolingFact
  "session": Session
  "street": Street
  "street_line": StreetLine
  "synthetic_city": SyntheticCity
  "water": Water
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
