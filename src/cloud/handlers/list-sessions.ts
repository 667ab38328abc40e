import type { VisitorHandler } from '../handler'
import { FIRST, PAGE, paged, positionOf } from '../page'
import { listFeed } from '../repositories/feed'

export const listSessions: VisitorHandler<'listSessions'> = async (
  { tx, resident, now },
  { communityId, cursor, ...query },
) => {
  const householdId = resident?.householdId ?? ''
  const page = { now, after: positionOf(cursor, FIRST), householdId, limit: PAGE + 1 }
  const rows = await listFeed(tx, communityId, page, query)
  const { page: sessions, nextCursor } = paged(rows, (row) => ({ at: row.startsAt, id: row.id }))
  return { sessions, nextCursor }
}
