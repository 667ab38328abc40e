import type { CancelCause } from '@/domain/cancellation'
import type { MemberHandler } from '../handler'
import { LAST, PAGE, paged, positionOf } from '../page'
import { listNotices as list, markNoticesRead } from '../repositories/notice'

export const listNotices: MemberHandler<'listNotices'> = async ({ tx, resident, now }, { cursor }) => {
  const { communityId, id } = resident
  const rows = await list(tx, communityId, id, positionOf(cursor, LAST), PAGE + 1)
  await markNoticesRead(tx, communityId, id, now)
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.createdAt, id: row.id }))
  return {
    notices: page.map(({ sessionId, title, startsAt, cancelCause, cancelNote, ...notice }) => ({
      ...notice,
      session:
        sessionId && title !== null && startsAt !== null
          ? { id: sessionId, title, startsAt, cancelled: cancelled(cancelCause, cancelNote) }
          : null,
    })),
    nextCursor,
  }
}

function cancelled(cause: CancelCause | null, note: string | null) {
  return cause && { cause, note: note ?? '' }
}
