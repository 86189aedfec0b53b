/** What may be done with an inspection now, and why not. Pure: the server says 409 with the key, the screen a tooltip. */
import type { Role } from '../platform/role.ts'
import type { Control } from './inspection.contract.ts'

export type InspectionStanding = Readonly<{
  control: Control
  formVersion: string | null
  /** Of its application. */
  status: string
  inspectorId: number | null
  secondInspectorId: number | null
  needsTwoInspectors: boolean
  isConfirmed: boolean
}>

export type InspectionAction = 'answer' | 'send' | 'confirm' | 'control'
export type WhyInspectionClosed =
  | 'wrong_state'
  | 'wrong_role'
  | 'no_form'
  | 'not_yours'
  | 'own_inspection'
  | 'second_not_assigned'
  | 'second_missing'
  | 'second_not_needed'
  | 'confirmed_already'

/** Null when the action is open to the officer in the role; otherwise the key of the reason. */
export function whyInspectionClosed(
  action: InspectionAction,
  inspection: InspectionStanding,
  actor: Readonly<{ id: number; role: Role }>,
): WhyInspectionClosed | null {
  if (action === 'control') return whyNoControl(inspection, actor)
  if (actor.role !== 'inspector') return 'wrong_role'
  if (inspection.formVersion === null) return 'no_form'
  const isWithInspectors = inspection.control === 'open' || inspection.control === 'returned'
  if (!isWithInspectors || !['in_inspection', 'inspected'].includes(inspection.status)) return 'wrong_state'
  if (action === 'confirm') return whyNoConfirmation(inspection, actor.id)
  if (actor.id !== inspection.inspectorId && (action === 'send' || actor.id !== inspection.secondInspectorId))
    return 'not_yours'
  return action === 'send' ? whyNotSent(inspection) : null
}

function whyNoControl(inspection: InspectionStanding, actor: Readonly<{ id: number; role: Role }>) {
  if (actor.role !== 'chief') return 'wrong_role'
  if (inspection.control !== 'awaiting' || inspection.status !== 'inspected') return 'wrong_state'
  // Who inspected a file does not control it: the second pair of eyes is another's.
  return actor.id === inspection.inspectorId || actor.id === inspection.secondInspectorId ? 'own_inspection' : null
}

function whyNoConfirmation(inspection: InspectionStanding, officer: number): WhyInspectionClosed | null {
  if (!inspection.needsTwoInspectors) return 'second_not_needed'
  if (officer !== inspection.secondInspectorId) return 'not_yours'
  return inspection.isConfirmed ? 'confirmed_already' : null
}

function whyNotSent(inspection: InspectionStanding): WhyInspectionClosed | null {
  if (!inspection.needsTwoInspectors) return null
  if (inspection.secondInspectorId === null) return 'second_not_assigned'
  return inspection.isConfirmed ? null : 'second_missing'
}
