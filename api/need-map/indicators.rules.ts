/**
 * The catalogue of indicators: the one home of their names, units and definitions. Its order is the order of the arrays
 * in published.area_month: add at the end only. The formulas themselves are sql/functions/household-month.sql (what a
 * household counts as) and figures.rules.ts (what an area's figure is).
 */
import { NEED_INDICATORS } from './need-indicators.rules.ts'
import { REACH_INDICATORS } from './reach-indicators.rules.ts'

/** Grows when a formula, the order above or a disclosure rule changes; months of another version are not shown. */
export const RULES_VERSION = '1'

/** Every indicator of DOMAIN.md §4 "need" and "reach" that can be published today. */
export const INDICATORS = [...NEED_INDICATORS, ...REACH_INDICATORS] as const

export type IndicatorId = (typeof INDICATORS)[number]['id']

/** Place of an indicator in the arrays of area_month, from 1; undefined for an id that is not in the catalogue. */
export function positionOf(id: string): number | undefined {
  const index = INDICATORS.findIndex(indicator => indicator.id === id)
  return index === -1 ? undefined : index + 1
}
