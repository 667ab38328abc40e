import type { MemberHandler } from '../handler'
import { LAST, PAGE, paged, positionOf } from '../page'
import { listPublished } from '../repositories/published-call'

export const listPastCalls: MemberHandler<'listPastCalls'> = async ({ tx, resident }, { cursor }) => {
  const rows = await listPublished(tx, resident.communityId, positionOf(cursor, LAST), PAGE + 1)
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.publishedAt, id: row.id }))
  return { calls: page, nextCursor }
}
