import { encodeTile } from '../../tiles/encoder/encode-tile.ts'
import { householdContract } from '../../tiles/layers/household/contract.ts'
import { appendAudit } from '../platform/audit.ts'
import type { Database } from '../platform/database.ts'
import { asOfficer, type Officer } from '../platform/officer.ts'
import type { Role } from '../platform/role.ts'
import { isDrawnAt, type TileAddress } from './tile-address.ts'
import { readHouseholds } from './tiles.queries.ts'

/** Roles that work on households; which ones each sees is row-level security's business (sql/policies). */
export const HOUSEHOLD_ROLES: readonly Role[] = ['intake', 'chief', 'inspector', 'commission', 'fulfilment']

/**
 * The households with a case for an officer in one tile, and the note of who looked where, in one transaction.
 * @returns an empty buffer where there are none; such a look is noted too
 */
export async function householdTile(
  db: Database,
  who: { officer: Officer; role: Role },
  address: TileAddress,
): Promise<Buffer> {
  if (!isDrawnAt(householdContract, address.z)) return Buffer.alloc(0)
  return asOfficer(db, who, async trx => {
    const rows = await readHouseholds(trx, address)
    await appendAudit(trx, {
      officerId: who.officer.id,
      actingRole: who.role,
      action: 'household.tile_read',
      subject: { type: 'household', id: null },
      ground: 'casework',
      detail: { tile: `${address.z}/${address.x}/${address.y}`, households: rows[0]?.marks.length ?? 0 },
    })
    return encodeTile(householdContract, rows)
  })
}
