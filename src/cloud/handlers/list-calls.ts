import type { MemberHandler } from '../handler'
import { FIRST, LAST, PAGE, paged, positionOf } from '../page'
import { countOpenDisputes } from '../repositories/dispute'
import { listCallSessions } from '../repositories/feed'
import { countUnconfirmed } from '../repositories/resident'
import { listToCall } from '../repositories/waiting-news'

export const listCalls: MemberHandler<'listCalls'> = async ({ tx, resident, now }, { which, cursor }) => {
  const { communityId } = resident
  const from = positionOf(cursor, which === 'open' ? FIRST : LAST)
  const rows = await listCallSessions(tx, communityId, which, from, PAGE + 1)
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.startsAt, id: row.id }))
  const ids = page.map((row) => row.id)
  const callees = which === 'open' ? await listToCall(tx, communityId, ids, now) : []
  const sessions = page.map((row) => ({
    ...row,
    toCall: callees.filter((callee) => callee.sessionId === row.id).length,
  }))
  return {
    sessions,
    nextCursor,
    unconfirmed: await countUnconfirmed(tx, communityId),
    disputes: await countOpenDisputes(tx, communityId),
  }
}
