/** What a proposal of a plan is made of, who may take which file, and how much. Pure. */
import { type Conflict, type FilePlace, type OfficerTies, whyConflict } from './conflict.rules.ts'

export type PlanFile = FilePlace &
  Readonly<{
    id: number
    districtId: number
    /** Where the household lives, degrees; null where the address has no point: then the middle of its neighbourhood. */
    lon: number | null
    lat: number | null
    receivedOn: string
    dueOn: string | null
    isUrgent: boolean
    needsTwo?: boolean
    wantedSex?: 'female' | 'male' | null
    wantedLanguage?: string | null
  }>

export type PlanInspector = OfficerTies &
  Readonly<{
    id: number
    /** Districts they work in; null for all. */
    districts: ReadonlySet<number> | null
    /** Files a full week should hold at least and may hold at most, those already open included. */
    minLoad: number
    maxLoad: number
    /** Files already assigned and not yet sent. */
    openLoad: number
    /** Neighbourhoods of those files: the proposal goes on from there. */
    openNeighbourhoods: readonly number[]
    /** Share of the week they are here, 0–1. */
    presence: number
    sex?: 'female' | 'male' | null
    languages?: readonly string[]
  }>

/** A neighbourhood with its middle (degrees) and the neighbourhoods that touch it. */
export type PlanNeighbourhood = Readonly<{ id: number; lon: number; lat: number; next: readonly number[] }>

export type PlanProblem = Readonly<{
  files: readonly PlanFile[]
  inspectors: readonly PlanInspector[]
  neighbourhoods: readonly PlanNeighbourhood[]
}>

export type WhyNot = Conflict | 'other_district' | 'wanted_sex' | 'wanted_language' | 'away'

/** Why an inspector cannot take a file at all, whatever their load; null when they can. */
export function whyNot(inspector: PlanInspector, file: PlanFile): WhyNot | null {
  if (inspector.districts && !inspector.districts.has(file.districtId)) return 'other_district'
  if (file.wantedSex && inspector.sex !== file.wantedSex) return 'wanted_sex'
  if (file.wantedLanguage && !inspector.languages?.includes(file.wantedLanguage)) return 'wanted_language'
  return whyConflict(inspector, file) ?? (inspector.presence > 0 ? null : 'away')
}

/** How many more files a week may hold and should hold; an absence shortens both in its proportion. */
export function capacityOf(inspector: PlanInspector): { max: number; min: number } {
  const max = Math.max(0, Math.floor(inspector.maxLoad * inspector.presence) - inspector.openLoad)
  const min = Math.max(0, Math.floor(inspector.minLoad * inspector.presence) - inspector.openLoad)
  return { max, min: Math.min(min, max) }
}

/** Order in which files are served when not all can be: urgent, then by the day due, then by the day received. */
export function byPriority(a: PlanFile, b: PlanFile): number {
  return (
    Number(b.isUrgent) - Number(a.isUrgent) ||
    compare(a.dueOn ?? '9999', b.dueOn ?? '9999') ||
    compare(a.receivedOn, b.receivedOn) ||
    a.id - b.id
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export type LeftReason =
  | 'no_inspector_in_district'
  | 'wanted_inspector'
  | 'conflict'
  | 'all_away'
  | 'no_second_inspector'
  | 'capacity'

/** The reason that shut out the last inspectors a file had, asked in the order an officer would ask. */
export function whyNobody(why: readonly (WhyNot | null)[]): LeftReason {
  const left = why.filter(one => one !== 'other_district')
  if (left.length === 0) return 'no_inspector_in_district'
  if (left.every(one => one === 'wanted_sex' || one === 'wanted_language')) return 'wanted_inspector'
  if (left.includes(null)) return 'capacity'
  return left.includes('away') ? 'all_away' : 'conflict'
}
