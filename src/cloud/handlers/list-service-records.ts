import type { ActivityKind } from '@/domain/activity'
import type { MemberHandler } from '../handler'
import { LAST, PAGE, paged, positionOf } from '../page'
import { listServiceRecords as list, sumMinutes } from '../repositories/statement'

export const listServiceRecords: MemberHandler<'listServiceRecords'> = async (
  { tx, resident },
  { cursor },
) => {
  const { communityId, id } = resident
  const rows = await list(tx, communityId, id, positionOf(cursor, LAST), PAGE + 1)
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.startsAt, id: row.id }))
  return {
    totalMinutes: await sumMinutes(tx, communityId, id, 0),
    records: page.map((row) => ({ ...row, activityKind: row.activityKind as ActivityKind })),
    nextCursor,
  }
}
