import { sceneOf, type SessionLink } from '@/domain/link'
import type { Database } from './db/database'
import { notFound } from './handler'
import { findSession } from './repositories/slot'

/** What a way from outside names, of a session that is there. @throws RequestFailure not_found */
export async function sceneOfSession(
  database: Database,
  {
    communityId,
    sessionId,
    shareId,
  }: Pick<SessionLink, 'communityId' | 'sessionId'> & { shareId?: string | undefined },
): Promise<string> {
  const session = await database.transaction((tx) => findSession(tx, communityId, sessionId))
  if (!session) throw notFound('session')
  return sceneOf({ communityId, sessionId, ...(shareId && { shareId }) })
}
