import { appendAudit } from '../platform/audit.ts'
import { InputError } from '../platform/command.ts'
import type { Trx } from '../platform/database.ts'
import type { Role } from '../platform/role.ts'
import { findDistricts, insertOfficer } from './officer.queries.ts'
import { hashPassword, MIN_PASSWORD } from './password.ts'

export type OfficerToMake = Readonly<{
  username: string
  displayName: string
  password: string
  role: Role
  /** Names of the districts they work in; none: all districts. */
  districts: readonly string[]
}>

/**
 * Makes an officer with one role, and says so in the audit.
 * @throws InputError when the password is short, the name is taken or a district is unknown
 */
export async function createOfficer(trx: Trx, officer: OfficerToMake): Promise<number> {
  assertPassword(officer.password, officer.username)
  const districts = officer.districts.length === 0 ? 'all' : await districtIds(trx, officer.districts)
  const passwordHash = await hashPassword(officer.password)
  const { username, displayName, role } = officer
  const id = await insertOfficer(trx, { username, displayName, passwordHash, role, districts, isDemo: false })
  if (id === undefined) throw new InputError(`"${username}" adlı kullanıcı var. · There is an officer "${username}".`)
  await appendAudit(trx, {
    officerId: null,
    actingRole: 'system',
    action: 'officer.create',
    subject: { type: 'officer', id },
    detail: { role, districts },
  })
  return id
}

function assertPassword(password: string, username: string): void {
  if ([...password].length < MIN_PASSWORD)
    throw new InputError(
      `Parola en az ${MIN_PASSWORD} karakter olmalı. · The password needs at least ${MIN_PASSWORD} characters.`,
    )
  if (password.length > 200) throw new InputError('Parola en çok 200 karakter. · At most 200 characters.')
  if (username.length > 3 && password.toLowerCase().includes(username))
    throw new InputError('Parola kullanıcı adını içermemeli. · The password must not contain the user name.')
}

async function districtIds(trx: Trx, names: readonly string[]): Promise<number[]> {
  const found = await findDistricts(trx, names)
  const missing = names.filter(name => !found.some(district => district.name === name))
  if (missing.length > 0) throw new InputError(`Böyle bir ilçe yok · There is no such district: ${missing.join(', ')}`)
  return found.map(district => district.id)
}
