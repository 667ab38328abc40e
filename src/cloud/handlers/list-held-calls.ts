import { MOST_HELD } from '@/contract/list-held-calls'
import type { MemberHandler } from '../handler'
import { listHeldCalls as list } from '../repositories/held-call'

export const listHeldCalls: MemberHandler<'listHeldCalls'> = async ({ tx, resident }) => {
  const rows = await list(tx, resident.communityId, MOST_HELD)
  const calls = rows.map(({ id, state, label, nextTryAt, createdAt, heldBy, draft }) => {
    return { id, state, label, nextTryAt, createdAt, own: heldBy === resident.id, draft }
  })
  return { calls }
}
