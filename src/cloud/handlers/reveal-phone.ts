import { notFound, type MemberHandler } from '../handler'
import { insertAudit } from '../repositories/audit'
import { findPhone } from '../repositories/phone'
import { findWaitingNews } from '../repositories/waiting-news'

export const revealPhone: MemberHandler<'revealPhone'> = async (
  { tx, resident: cadre, now },
  { noticeId },
) => {
  const { communityId, id: actorId } = cadre
  const news = await findWaitingNews(tx, communityId, noticeId)
  if (!news) throw notFound('notice for somebody who waits')
  const { sessionId, residentId: subjectId } = news
  const phone = await findPhone(tx, communityId, subjectId)
  if (phone === null) return { phone }
  await insertAudit(tx, communityId, {
    ...{ actorId, action: 'revealPhone', sessionId, subjectId, why: null, now },
  })
  return { phone }
}
