/** Row → view of a household's file: the one crossing. Pure. */
import { ADULT_AGE, ageOn } from '../platform/day.ts'
import type { Role } from '../platform/role.ts'
import { applicationOf } from './file-application.rules.ts'
import type { FileFact, HouseholdFile, PersonOfFile } from './household.contract.ts'
import { FILE_ACTIONS, whyFileClosed } from './household.workflow.ts'
import type { FileRows, HeadRow, PersonRow } from './household-file.rows.contract.ts'
import type { Timeline } from './timeline.contract.ts'

type Parts = Readonly<{
  head: HeadRow
  files: readonly { id: number; file_no: string }[]
  rows: FileRows
  timeline: Timeline
  role: Role
}>

export function assembleFile({ head, files, rows, timeline, role }: Parts): HouseholdFile {
  const mine = rows.people.filter(person => person.household_id === head.id)
  const living = mine.filter(person => person.died_on === null).length
  const standing = { joinedIntoId: head.joined_into_id, dissolvedOn: head.dissolved_on, living }
  const actions = Object.fromEntries(FILE_ACTIONS.map(action => [action, whyFileClosed(action, standing, role)]))
  return {
    id: head.id,
    fileNo: head.file_no,
    version: head.version,
    formedOn: head.formed_on,
    dissolvedOn: head.dissolved_on,
    joinedInto: head.joined_into_id === null ? null : { id: head.joined_into_id, fileNo: head.joined_into_no ?? '' },
    joinedFrom: files.filter(one => one.id !== head.id).map(one => ({ id: one.id, fileNo: one.file_no })),
    today: head.today,
    ground: groundOf(head),
    address: addressOf(head),
    people: mine.map(person => personOf(person, rows, head.today)),
    formerPeople: formerPeople(rows, head.id),
    facts: factsOf(rows, head, files),
    attachments: attachmentsOf(rows),
    applications: rows.applications.map(one => applicationOf(one, rows)),
    aid: rows.aid.map(one => ({
      id: one.id,
      aidType: one.aid_type_code,
      amountKurus: one.amount_kurus,
      givenOn: one.given_on,
      giver: one.giver,
    })),
    proposals: proposalsOf(rows),
    duplicates: rows.duplicates.map(one => ({
      id: one.id,
      otherId: one.other_id,
      otherFileNo: one.other_file_no,
      kind: one.kind,
      probability: one.probability,
    })),
    actions: actions as HouseholdFile['actions'],
    timeline,
  }
}

function groundOf({ ground, until, seen_through }: HeadRow): HouseholdFile['ground'] {
  return { kind: ground ?? 'application', applicationId: seen_through, until: until?.toISOString() ?? null }
}

function addressOf(head: HeadRow): HouseholdFile['address'] {
  const { lon, lat } = head
  return {
    district: { id: head.district_id, name: head.district },
    neighbourhood: { id: head.neighbourhood_id, name: head.neighbourhood },
    street: head.street_id === null ? null : { id: head.street_id, name: head.street ?? '' },
    doorNo: head.door_no,
    flatNo: head.flat_no,
    description: head.description,
    uavtCode: head.uavt_code,
    quality: head.quality,
    point: lon === null || lat === null ? null : { lon, lat },
  }
}

function personOf(row: PersonRow, { guardians }: FileRows, today: string): PersonOfFile {
  const age = ageOn(row.born_on, row.died_on ?? today)
  return {
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    nationalId: row.national_id,
    sex: row.sex,
    bornOn: row.born_on,
    age,
    isAdult: age >= ADULT_AGE,
    diedOn: row.died_on,
    role: row.household_role,
    version: row.version,
    isSynthetic: row.is_synthetic,
    guardians: guardians
      .filter(one => one.person_id === row.id)
      .map(one => ({
        id: one.id,
        personId: one.guardian_person_id,
        name: one.guardian_name,
        kind: one.kind,
        paper: one.paper,
        from: one.valid_from,
        to: one.valid_to,
      })),
  }
}

/** Who lived here before; a name is said only where the officer sees the file they are in now. */
function formerPeople({ memberships, people }: FileRows, id: number): HouseholdFile['formerPeople'] {
  const names = new Map(people.map(one => [one.id, `${one.given_name} ${one.family_name}`]))
  return memberships
    .filter(one => one.household_id === id)
    .map(one => ({
      personId: one.person_id,
      name: names.get(one.person_id) ?? null,
      role: one.household_role,
      from: one.from_day,
      to: one.to_day,
      reason: one.reason,
      by: one.by,
    }))
}

const COMMON = new Set([
  'id',
  'person_id',
  'valid_from',
  'valid_to',
  'provenance',
  'recorded_at',
  'recorded_by',
  'note',
])

function factsOf({ facts, ends }: FileRows, head: HeadRow, files: Parts['files']): FileFact[] {
  const endOf = new Map(ends.map(one => [`${one.fact} ${one.fact_id}`, one]))
  const fileNo = new Map(files.map(one => [one.id, one.file_no]))
  return facts.map(({ fact, id, row, by, household_id }) => {
    const end = endOf.get(`${fact} ${id}`)
    const [from, to] = [String(row.valid_from), row.valid_to === null ? null : String(row.valid_to)]
    return {
      fact,
      id,
      personId: (row.person_id as number | null | undefined) ?? null,
      values: Object.fromEntries(Object.entries(row).filter(([column]) => !COMMON.has(column))),
      from,
      to,
      holds: from <= head.today && (to === null || to > head.today),
      provenance: String(row.provenance),
      recordedAt: String(row.recorded_at),
      by,
      note: row.note === null ? null : String(row.note),
      end: end ? { kind: end.kind, reason: end.reason, by: end.by, at: end.recorded_at } : null,
      fromFile: household_id === head.id ? null : (fileNo.get(household_id) ?? null),
    }
  })
}

function attachmentsOf({ attachments }: FileRows): HouseholdFile['attachments'] {
  return attachments.map(one => ({
    id: one.id,
    kind: one.kind,
    documentCode: one.document_code,
    caption: one.caption,
    fileName: one.file_name,
    mediaType: one.media_type,
    bytes: one.bytes,
    takenOn: one.taken_on,
    addedAt: one.added_at,
    by: one.by,
    applicationId: one.application_id,
    inspectionId: one.inspection_id,
    isRemoved: one.removed_at !== null,
    removedReason: one.removed_reason,
  }))
}

function proposalsOf({ proposals }: FileRows): HouseholdFile['proposals'] {
  return proposals
    .filter(one => one.state === 'open')
    .map(one => ({
      id: one.id,
      kind: one.kind,
      personId: one.person_id,
      proposal: one.proposal,
      current: one.current,
      source: one.source,
      reason: one.reason,
      proposedAt: one.proposed_at,
      by: one.by,
      version: one.version,
    }))
}
