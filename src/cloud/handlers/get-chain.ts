import { notFound, type MemberHandler } from '../handler'
import { findHead, listChain } from '../repositories/chain'

const LINKS = 50

export const getChain: MemberHandler<'getChain'> = async ({ tx, resident }, { seq }) => {
  const { communityId, householdId: accountId } = resident
  // The head first: what is added meanwhile lies behind it.
  const head = await findHead(tx, communityId, accountId)
  if (!head) throw notFound('account')
  const entries = await listChain(tx, communityId, accountId, { seq, last: head.seq, limit: LINKS })
  return { accountId, head, entries }
}
