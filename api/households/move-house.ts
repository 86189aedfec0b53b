import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import type { Changed, MoveHouse } from './change.contract.ts'
import { insertEvent, isInScope, updateAddress } from './household.queries.ts'
import { lockOpenApplications, moveApplication } from './household-application.queries.ts'
import { refuseFaults } from './refuse.ts'
import { settleAt } from './settle.ts'
import { holdFile, openOn, recordChange } from './with-file.ts'

/**
 * The household moved: new address with its district, neighbourhood and street; an open application goes with it. Outside
 * the province it is refused with what to do instead (art. 22).
 * @throws not-found, conflict, closed (other_district: a chief does not move a file out of their districts), invalid-input
 */
export async function moveHouse(trx: Trx, actor: Actor, id: number, said: MoveHouse): Promise<Changed> {
  const { file, today } = await holdFile(trx, { id, version: said.version, action: 'move' })
  refuseFaults(actor, said.on > today ? [{ field: 'on', code: 'in_future' }] : [])
  const home = await settleAt(trx, actor, said.address)
  const [open] = await lockOpenApplications(trx, [id])
  const isLeaving = home.districtId !== file.district_id && !(await isInScope(trx, home.districtId))
  if (isLeaving && actor.role !== 'intake') throw problem('closed', '', { why: 'other_district' })
  // Who moves a file out of their districts still sees it until the deed is done, and a little longer.
  if (isLeaving) await openOn(trx, id, 'petition_received', 'Hanenin taşınması')
  if (open && home.districtId !== file.district_id) await moveApplication(trx, open.id, home.districtId)
  await updateAddress(trx, id, home)
  await insertEvent(trx, actor, {
    householdId: id,
    kind: 'moved',
    on: said.on,
    detail: {
      reason: said.reason ?? null,
      was: {
        addressId: file.address_id,
        flatNo: file.flat_no,
        districtId: file.district_id,
        neighbourhoodId: file.neighbourhood_id,
      },
      now: {
        addressId: home.addressId,
        flatNo: home.flatNo,
        districtId: home.districtId,
        neighbourhoodId: home.neighbourhoodId,
      },
    },
  })
  const hints = home.districtId === file.district_id ? [] : ['other_district']
  return recordChange(trx, actor, {
    id,
    action: 'household.move',
    detail: { was: file.address_id, now: home.addressId },
    hints,
  })
}
