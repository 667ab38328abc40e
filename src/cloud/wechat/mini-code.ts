import type { AskPlatform } from './platform'

/** `unpublished`: the page is not in the version that is out. `unanswered`: no code just now, perhaps later. */
export type MiniCode = { kind: 'image'; bytes: Uint8Array } | { kind: 'unpublished' | 'unanswered' }

/**
 * A code that opens a page of the mini-program when it is scanned; never throws.
 * @param scene what the page gets, at most 32 characters
 */
export type MakeMiniCode = (page: string, scene: string) => Promise<MiniCode>

/** Where no account of the platform is configured. */
export const withoutMiniCodes: MakeMiniCode = () => Promise.resolve({ kind: 'unanswered' })

const BAD_PAGE = 41030
// The smallest there is: sharp on a poster, and small in an answer.
const WIDTH = 280
// With what an answer of 100 KB has room for, encoded.
const MOST_BYTES = 64 * 1024

/** wxacode.getUnlimited, POST /wxa/getwxacodeunlimit. */
export function createMiniCodes(ask: AskPlatform): MakeMiniCode {
  return async (page, scene) => {
    const body = { scene, page, check_path: true, width: WIDTH }
    const said = await ask({ path: '/wxa/getwxacodeunlimit', body })
    if (said.kind === 'image' && said.bytes.length <= MOST_BYTES) return said
    return { kind: said.kind === 'said' && said.errcode === BAD_PAGE ? 'unpublished' : 'unanswered' }
  }
}
