import type { MemberHandler } from '../handler'
import { FIRST, PAGE, paged, positionOf } from '../page'
import { listResidents as list } from '../repositories/resident'

export const listResidents: MemberHandler<'listResidents'> = async ({ tx, resident }, { which, cursor }) => {
  const rows = await list(tx, resident.communityId, which, positionOf(cursor, FIRST), PAGE + 1)
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.joinedAt, id: row.id }))
  return { residents: page, nextCursor }
}
