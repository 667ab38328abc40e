import { notFound, type VisitorHandler } from '../handler'
import { readSessionView } from '../views/session-view'

export const getSession: VisitorHandler<'getSession'> = async ({ tx, resident, now }, payload) => {
  const { communityId, sessionId, substituteId } = payload
  const view = await readSessionView(tx, communityId, sessionId, resident, now, substituteId)
  if (!view) throw notFound('session')
  return view
}
