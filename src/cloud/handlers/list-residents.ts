import type { MemberHandler } from '../handler'
import { FIRST, PAGE, paged, positionOf } from '../page'
import { listConfirmed } from '../repositories/member'

export const listResidents: MemberHandler<'listResidents'> = async ({ tx, resident }, { name, cursor }) => {
  const after = positionOf(cursor, FIRST)
  const rows = await listConfirmed(tx, resident.communityId, name ?? null, after, PAGE + 1)
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.joinedAt, id: row.id }))
  return { residents: page, nextCursor }
}
