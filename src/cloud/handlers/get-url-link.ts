import { SESSION_PAGE } from '@/domain/link'
import type { ApartHandler } from '../handler'
import { sceneOfSession } from '../session-scene'

export const getUrlLink: ApartHandler<'getUrlLink'> = async ({ database, services }, payload) => {
  const query = await sceneOfSession(database, payload)
  return { urlLink: await services.makeUrlLink(SESSION_PAGE, query) }
}
