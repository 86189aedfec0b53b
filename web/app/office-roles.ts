import type { Role } from '../../api/platform/role.ts'

/** Roles with casework, for the rail: RIGHTS['work_list.read'] without the matrix in the first load (a test compares them). */
export const OFFICE_ROLES: readonly Role[] = [
  'intake',
  'chief',
  'inspector',
  'manager',
  'commission',
  'auditor',
  'admin',
]
