import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import { asOwner } from '../platform/officer.ts'
import type { Role } from '../platform/role.ts'
import { ensureDemoInspectors } from './demo-inspectors.ts'
import { insertOfficer, listDemoUsernames, listLargestDistricts } from './officer.queries.ts'
import { hashPassword } from './password.ts'

/** Password of every demo account (HOUSE.md §5). */
export const DEMO_PASSWORD = 'komsu'

/** One account for each role, named as the role. The names of the people are made up. */
const DEMO_NAMES: Readonly<Record<Role, string>> = {
  manager: 'Yasemin Aydın (yönetici)',
  planner: 'Onur Karataş (planlamacı)',
  analyst: 'Elif Tuna (veri analisti)',
  intake: 'Gülşen Ak (çözüm masası)',
  chief: 'Hakan Işık (şef)',
  inspector: 'Zeynep Çınar (sosyal incelemeci)',
  commission: 'İsmail Gür (komisyon üyesi)',
  fulfilment: 'Derya Öz (ödeme ve teslimat)',
  warehouse: 'Mustafa Ekin (depo görevlisi)',
  dispatcher: 'Sevgi Yol (araç sevk)',
  secretary: 'Nihal Su (sekreter)',
  psychologist: 'Çağla Umut (psikolog)',
  auditor: 'Kemal Dikkat (denetçi)',
  admin: 'Ümit Şahin (veri işleme)',
}

/** Roles that work in some districts; the others in all. */
const IN_DISTRICTS: ReadonlySet<Role> = new Set<Role>(['intake', 'chief', 'inspector'])
const DISTRICTS_OF_DEMO = 3

/**
 * Makes the demo accounts that are missing; run after the demo city has its districts. Safe to repeat.
 * @returns usernames of all demo accounts
 * @throws Error in production, where they would be an open door
 */
export async function ensureDemoOfficers(db: Database, config: Pick<Config, 'isProduction'>): Promise<string[]> {
  if (config.isProduction) throw new Error('Demo accounts are not made when NODE_ENV=production.')
  const passwordHash = await hashPassword(DEMO_PASSWORD) // one for all: everybody knows the password
  return asOwner(db, async trx => {
    const some = await listLargestDistricts(trx, DISTRICTS_OF_DEMO)
    for (const [role, displayName] of Object.entries(DEMO_NAMES) as [Role, string][]) {
      const districts = IN_DISTRICTS.has(role) ? some : 'all'
      await insertOfficer(trx, { username: role, displayName, passwordHash, role, districts, isDemo: true })
    }
    await ensureDemoInspectors(trx, { districts: some, passwordHash })
    return listDemoUsernames(trx)
  })
}

/** The accounts as a line to read: several of one kind are told together, as "inspector … inspector6". */
export function tellAccounts(usernames: readonly string[]): string {
  const kinds = new Map<string, string[]>()
  for (const name of usernames) {
    const kind = name.replace(/\d+$/, '')
    kinds.set(kind, [...(kinds.get(kind) ?? []), name])
  }
  return [...kinds.values()]
    .map(names => (names.length > 2 ? `${names[0]} … ${names.at(-1)}` : names.join(', ')))
    .join(', ')
}
