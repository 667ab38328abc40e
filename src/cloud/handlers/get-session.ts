import { notFound, type VisitorHandler } from '../handler'
import { readSessionView } from '../views/session-view'

export const getSession: VisitorHandler<'getSession'> = async ({ tx, resident, now }, payload) => {
  const view = await readSessionView(tx, payload.communityId, payload.sessionId, resident, now)
  if (!view) throw notFound('session')
  return view
}
