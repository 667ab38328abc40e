import { notFound, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { findWaitingNews, markTold as mark } from '../repositories/waiting-news'

export const markTold: MemberHandler<'markTold'> = async ({ tx, resident: cadre, now }, { noticeId }) => {
  const { communityId, id: actorId } = cadre
  const news = await findWaitingNews(tx, communityId, noticeId)
  if (!news) throw notFound('notice for somebody who waits')
  // Two cadres may have the same list before them: the first who told is in the log.
  if (await mark(tx, communityId, noticeId, now)) {
    const { sessionId, residentId: subjectId } = news
    const audit = { actorId, action: 'markTold', sessionId, subjectId, why: null, now } as const
    await insertAudit(tx, communityId, audit)
  }
  return {}
}
