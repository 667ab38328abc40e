import type { MemberHandler } from '../handler'
import { FIRST, LAST, PAGE, paged, positionOf } from '../page'
import { listCallSessions } from '../repositories/feed'
import { countUnconfirmed } from '../repositories/resident'

export const listCalls: MemberHandler<'listCalls'> = async ({ tx, resident }, { which, cursor }) => {
  const { communityId } = resident
  const from = positionOf(cursor, which === 'open' ? FIRST : LAST)
  const rows = await listCallSessions(tx, communityId, which, from, PAGE + 1)
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.startsAt, id: row.id }))
  return { sessions: page, nextCursor, unconfirmed: await countUnconfirmed(tx, communityId) }
}
