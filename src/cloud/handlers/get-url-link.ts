import { sceneOf, SESSION_PAGE } from '@/domain/link'
import { notFound, type ApartHandler } from '../handler'
import { findSession } from '../repositories/slot'

export const getUrlLink: ApartHandler<'getUrlLink'> = async (
  { database, services },
  { communityId, sessionId, shareId },
) => {
  const session = await database.transaction((tx) => findSession(tx, communityId, sessionId))
  if (!session) throw notFound('session')
  const query = sceneOf({ communityId, sessionId, ...(shareId && { shareId }) })
  return { urlLink: await services.makeUrlLink(SESSION_PAGE, query) }
}
