import { mayThank } from '@/domain/thanks'
import { notFound, type MemberHandler } from '../handler'
import { insertNotices, listTold } from '../repositories/notice'
import { findSession } from '../repositories/slot'
import { insertThanks, listHelpers, readThanks } from '../repositories/thanks'

export const thankHelpers: MemberHandler<'thankHelpers'> = async ({ tx, resident, now }, { sessionId }) => {
  const { communityId, householdId } = resident
  // Locked: two families at once must not both find that nobody was told yet.
  const session = await findSession(tx, communityId, sessionId, 'update')
  if (!session || !mayThank(session, now)) throw notFound('class that is over')
  const standing = await readThanks(tx, communityId, sessionId, { residentId: resident.id, householdId })
  if (!standing.attended || !standing.helpedByOthers) throw notFound('helper of a class you were in')
  if (!(await insertThanks(tx, communityId, { sessionId, householdId, now }))) return {}
  const helpers = (await listHelpers(tx, communityId, sessionId, householdId)).map((it) => it.id)
  const told = await listTold(tx, communityId, 'thanked', helpers)
  const isTold = (id: string) => told.some((it) => it.residentId === id && it.sessionId === sessionId)
  // Once each: how many have thanked by then is read where it stands.
  await insertNotices(
    tx,
    communityId,
    helpers
      .filter((id) => !isTold(id))
      .map((residentId) => ({ residentId, kind: 'thanked', sessionId, points: null, until: null, now })),
  )
  return {}
}
