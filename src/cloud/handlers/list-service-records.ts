import { spanOf } from '@/domain/period'
import type { MemberHandler } from '../handler'
import { LAST, PAGE, paged, positionOf } from '../page'
import { findServedSince, listServiceRecords as list } from '../repositories/service-record'
import { countThanks } from '../repositories/thanks'

const ALWAYS = { from: 0, until: Number.MAX_SAFE_INTEGER }

export const listServiceRecords: MemberHandler<'listServiceRecords'> = async (
  { tx, resident },
  { year, cursor },
) => {
  const { communityId, id } = resident
  const span = year === undefined ? ALWAYS : spanOf({ year, month: null })
  const rows = await list(tx, communityId, id, span, positionOf(cursor, LAST), PAGE + 1)
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.startsAt, id: row.id }))
  const { totalMinutes } = await findServedSince(tx, communityId, id)
  const sessionIds = page.map((row) => row.sessionId)
  const thanks = await countThanks(tx, communityId, resident.householdId, sessionIds)
  const records = page.map((row) => ({ ...row, thanks: thanks.get(row.sessionId) ?? 0 }))
  return { totalMinutes, records, nextCursor }
}
