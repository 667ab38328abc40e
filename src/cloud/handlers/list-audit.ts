import type { MemberHandler } from '../handler'
import { LAST, PAGE, paged, positionOf } from '../page'
import { listAudit as list } from '../repositories/audit'
import { listStaff } from '../repositories/resident'
import { askedOf, auditEntryOf } from '../views/audit-view'

export const listAudit: MemberHandler<'listAudit'> = async ({ tx, resident }, { cursor, ...filter }) => {
  const { communityId } = resident
  const rows = await list(tx, communityId, askedOf(filter), positionOf(cursor, LAST), PAGE + 1)
  const { page, nextCursor } = paged(rows, ({ at, id }) => ({ at, id }))
  return { entries: page.map(auditEntryOf), nextCursor, staff: await listStaff(tx, communityId) }
}
