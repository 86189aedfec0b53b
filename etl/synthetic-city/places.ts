import type { Polygon } from './dissolve.ts'
import type { Plane } from './plane.ts'

export type District = Readonly<{
  id: number
  name: string
  seat: string | null
  population: number
  /** Income level against the province, standard deviations. */
  affluence: number
}>

export type Neighbourhood = Readonly<{
  id: number
  name: string
  /** Place of its district in `districts`. */
  district: number
  population: number
  /** Its middle of settlement, metres. */
  x: number
  y: number
  /** Parts, the one with the settlement first. */
  polygons: readonly Polygon[]
}>

/** What streets and households are laid over: made by the generator, or read from imported boundaries. */
export type Places = Readonly<{
  provinceId: number
  isSchematic: boolean
  plane: Plane
  districts: readonly District[]
  neighbourhoods: readonly Neighbourhood[]
  /** For each neighbourhood the ones it borders, by place in the list. */
  borders: readonly (readonly number[])[]
}>
