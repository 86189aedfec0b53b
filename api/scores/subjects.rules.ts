import type { Member } from './household-facts.rules.ts'
import {
  areStatusesCovered,
  assetsOf,
  readAssetKind,
  readAssetWages,
  readStatus,
  statusesOf,
} from './read-belongings.rules.ts'
import { readDwelling, readIncomeRatio, readMembers, readPeoplePerRoom } from './read-household.rules.ts'
import { readAge, readCare, readDependant, readDisability, readIllness } from './read-people.rules.ts'
import { readWork } from './read-work.rules.ts'
import { isCovered, type Reading, type Scene } from './readings.rules.ts'
import type { Scope, VariableCode } from './variables.rules.ts'

/** One thing a question is asked about, with what is known of it. */
export type Subject = Readonly<{
  kind: Scope
  /** Person or asset id, status kind; null for the household. */
  id: number | string | null
  reading: Reading
  isDisputed: boolean
}>

/** Those a question is asked about, and whether there may be more of them that nobody asked for. */
export type Subjects = Readonly<{ list: readonly Subject[]; mayBeMore: boolean }>

type Ask = (scene: Scene) => Subjects

const ofHousehold =
  (read: (scene: Scene) => Reading): Ask =>
  scene => ({ list: [{ kind: 'household', id: null, reading: read(scene), isDisputed: false }], mayBeMore: false })

const ofPeople =
  (read: (scene: Scene, member: Member) => Reading): Ask =>
  scene => {
    const members = scene.people
    const list = members.map(member => {
      return { kind: 'person' as const, id: member.id, isDisputed: false, reading: read(scene, member) }
    })
    return { list, mayBeMore: list.length === 0 }
  }

const ofAssets =
  (read: typeof readAssetKind): Ask =>
  scene => ({
    list: assetsOf(scene).map(asset => ({
      ...{ kind: 'asset' as const, id: asset.id, isDisputed: asset.isDisputed },
      reading: read(scene, asset),
    })),
    mayBeMore: !isCovered(scene, 'assets'),
  })

const ofStatuses: Ask = scene => ({
  list: statusesOf(scene).map(standing => ({
    ...{ kind: 'status' as const, id: standing.kind, isDisputed: false },
    reading: readStatus(scene, standing),
  })),
  mayBeMore: !areStatusesCovered(scene),
})

const ASK: Readonly<Record<VariableCode, Ask>> = {
  'income.ratio': ofHousehold(readIncomeRatio),
  'household.members': ofHousehold(readMembers),
  'dwelling.tenure': ofHousehold(readDwelling('tenure')),
  'dwelling.kind': ofHousehold(readDwelling('kind')),
  'dwelling.condition': ofHousehold(readDwelling('condition')),
  'dwelling.heating': ofHousehold(readDwelling('heating')),
  'dwelling.people_per_room': ofHousehold(readPeoplePerRoom),
  'employment.work': ofHousehold(readWork),
  'person.age': ofPeople(readAge),
  'person.dependant': ofPeople(readDependant),
  'person.disability_degree': ofPeople(readDisability),
  'person.illness': ofPeople(readIllness),
  'person.needs_care': ofPeople(readCare),
  'asset.kind': ofAssets(readAssetKind),
  'asset.wages': ofAssets(readAssetWages),
  'status.kind': ofStatuses,
}

export function subjectsOf(scene: Scene, variable: VariableCode): Subjects {
  return ASK[variable](scene)
}
