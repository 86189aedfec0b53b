import { useMemo, useState } from 'react'
import type { Role } from '../../api/platform/role.ts'
import type { SessionOfficer } from '../../api/session/session.contract.ts'
import { OFFICE_ROLES } from '../app/office-roles.ts'

/** The role an officer of several acts in, and those to choose from; null: none of theirs has work here. */
export function useActingRole(officer: SessionOfficer | null) {
  const [chosen, choose] = useState<Role | null>(null)
  const roles = useMemo(() => OFFICE_ROLES.filter(role => officer?.roles.includes(role)), [officer])
  const role = roles.find(one => one === chosen) ?? roles[0] ?? null
  return [role, choose, roles] as const
}
