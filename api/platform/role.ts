/** Role codes of DOMAIN.md §1; each is a database role komsu_<code>. Pure: the browser imports it too. */
export const ROLES = [
  'manager',
  'planner',
  'analyst',
  'intake',
  'chief',
  'inspector',
  'commission',
  'fulfilment',
  'warehouse',
  'dispatcher',
  'secretary',
  'psychologist',
  'auditor',
  'admin',
] as const
export type Role = (typeof ROLES)[number]
