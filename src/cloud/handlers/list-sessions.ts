import type { VisitorHandler } from '../handler'
import { FIRST, PAGE, paged, positionOf } from '../page'
import { listFeed } from '../repositories/feed'

export const listSessions: VisitorHandler<'listSessions'> = async ({ tx, resident, now }, payload) => {
  const rows = await listFeed(tx, payload.communityId, {
    now,
    after: positionOf(payload.cursor, FIRST),
    householdId: resident?.householdId ?? '',
    activityKind: payload.activityKind ?? null,
    slotKind: payload.slotKind ?? null,
    limit: PAGE + 1,
  })
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.startsAt, id: row.id }))
  return { sessions: page, nextCursor }
}
