import { SESSION_PAGE } from '@/domain/link'
import type { ApartHandler } from '../handler'
import { sceneOfSession } from '../session-scene'

export const getMiniCode: ApartHandler<'getMiniCode'> = async ({ database, services }, payload) => {
  const scene = await sceneOfSession(database, payload)
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
