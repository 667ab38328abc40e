/** What a link into the app names. */
export interface SessionLink {
  communityId: string
  sessionId: string
  /** of a post somebody passes on; absent: an ordinary card */
  substituteId?: string
  /** of the QR code on the leader's screen: the number it shows */
  number?: string
  /** of the card or link it came by; absent: none is known */
  shareId?: string
}

export type LinkQuery = Record<string, string | undefined>

export const COMMUNITY_ID = /^[0-9a-z]{6}$/
export const SESSION_ID = /^[0-9a-z]{10}$/
export const ROW_ID = /^[0-9a-z]{12}$/
/** Where such a link leads, as the platform's own calls name a page. */
export const SESSION_PAGE = 'pages/session/index'

const CHECK_IN_NUMBER = /^[0-9]{6}$/
/** As short as a mini-code has room for beside the session. */
export const SHARE_ID = /^[0-9a-z]{6}$/

/** Where the names may stand, the likeliest first. */
const PLACES: ((query: LinkQuery) => LinkQuery)[] = [
  // A card, a list, a URL link: c=…&s=… in the query itself, h=… of the share, sub=… of a post that is passed on,
  // n=… of a leader's screen.
  (query) => query,
  // A mini-code has one encoded parameter of at most 32 characters: the same, 30 characters long with a share.
  ({ scene }) => pairsOf(decoded(scene)),
  // A QR code that holds the address of the H5 page comes as that whole address, encoded.
  ({ q }) => pairsOf(/\?([^#]*)/.exec(decoded(q))?.[1] ?? ''),
]

/**
 * Reads a session's link, however it came in.
 * @param query as the platform hands it to the page, values not decoded
 * @returns null when it names none: cut off, made up, or of something else
 */
export function readSessionLink(query: LinkQuery): SessionLink | null {
  for (const place of PLACES) {
    const { c, s, h, sub, n } = place(query)
    if (!isId(COMMUNITY_ID, c) || !isId(SESSION_ID, s)) continue
    return {
      ...{ communityId: c, sessionId: s },
      ...(isId(ROW_ID, sub) ? { substituteId: sub } : {}),
      ...(isId(SHARE_ID, h) ? { shareId: h } : {}),
      ...(isId(CHECK_IN_NUMBER, n) ? { number: n } : {}),
    }
  }
  return null
}

/** The session as the one parameter of a mini-code, at most 32 characters; the query of a link as well. */
export function sceneOf({ communityId, sessionId, shareId }: SessionLink): string {
  return `c=${communityId}&s=${sessionId}${shareId ? `&h=${shareId}` : ''}`
}

/** The same from a QR code as a camera reads it: an address, or the path of a page; null: not one of ours. */
export function readScannedLink(text: string): SessionLink | null {
  return readSessionLink(pairsOf(/\?([^#]*)/.exec(text)?.[1] ?? ''))
}

/** Reads a link to a call's own page: c and call. */
export function readCallLink({ c, call }: LinkQuery): { communityId: string; callId: string } | null {
  return isId(COMMUNITY_ID, c) && isId(ROW_ID, call) ? { communityId: c, callId: call } : null
}

/** What the link of an invitation into a household names. */
export interface InvitationLink {
  communityId: string
  invitationId: string
}

/** Reads such a link: c and i; null when it names none. */
export function readInvitationLink({ c, i }: LinkQuery): InvitationLink | null {
  return isId(COMMUNITY_ID, c) && isId(ROW_ID, i) ? { communityId: c, invitationId: i } : null
}

/** The community a link speaks of, whatever else it names; null when it names none. */
export function readCommunity({ c }: LinkQuery): string | null {
  return isId(COMMUNITY_ID, c) ? c : null
}

function isId(form: RegExp, value: unknown): value is string {
  return typeof value === 'string' && form.test(value)
}

// Half an escape is no text at all.
function decoded(text: unknown): string {
  try {
    return typeof text === 'string' ? decodeURIComponent(text) : ''
  } catch {
    return ''
  }
}

function pairsOf(text: string): LinkQuery {
  const pairs = text.split('&').map((pair) => pair.split('='))
  const value = (name: string) => valueOf(pairs, name)
  return { c: value('c'), s: value('s'), h: value('h'), sub: value('sub'), n: value('n') }
}

function valueOf(pairs: string[][], name: string): string | undefined {
  return pairs.find(([key]) => key === name)?.[1]
}
