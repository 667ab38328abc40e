import { sceneOf, SESSION_PAGE } from '@/domain/link'
import { notFound, type ApartHandler } from '../handler'
import { findSession } from '../repositories/slot'

export const getMiniCode: ApartHandler<'getMiniCode'> = async (
  { database, services },
  { communityId, sessionId, shareId },
) => {
  const session = await database.transaction((tx) => findSession(tx, communityId, sessionId))
  if (!session) throw notFound('session')
  const scene = sceneOf({ communityId, sessionId, ...(shareId && { shareId }) })
  const code = await services.makeMiniCode(SESSION_PAGE, scene)
  return code.kind === 'image'
    ? { image: dataUrl(code.bytes), lacks: null }
    : { image: null, lacks: code.kind }
}

// The platform sends either, and says which only in a header.
function dataUrl(bytes: Uint8Array): string {
  const type = bytes[0] === 0x89 ? 'png' : 'jpeg'
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`
}
