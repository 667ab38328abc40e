/** What a link into the app names. */
export interface SessionLink {
  communityId: string
  sessionId: string
  /** of a post somebody passes on; absent: an ordinary card */
  substituteId?: string
  /** of the card or link it came by; absent: none is known */
  shareId?: string
}

export type LinkQuery = Record<string, string | undefined>

export const COMMUNITY_ID = /^[0-9a-z]{6}$/
export const SESSION_ID = /^[0-9a-z]{10}$/
export const ROW_ID = /^[0-9a-z]{12}$/
/** As short as a mini-code has room for beside the session. */
export const SHARE_ID = /^[0-9a-z]{6}$/

/** Where the names may stand, the likeliest first. */
const PLACES: ((query: LinkQuery) => LinkQuery)[] = [
  // A card, a list, a URL link: c=…&s=… in the query itself, h=… of the share, sub=… of a post that is passed on.
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
    const { c, s, h, sub } = place(query)
    if (!isId(COMMUNITY_ID, c) || !isId(SESSION_ID, s)) continue
    return {
      communityId: c,
      sessionId: s,
      ...(isId(ROW_ID, sub) ? { substituteId: sub } : {}),
      ...(isId(SHARE_ID, h) ? { shareId: h } : {}),
    }
  }
  return null
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
  return { c: value('c'), s: value('s'), h: value('h'), sub: value('sub') }
}

function valueOf(pairs: string[][], name: string): string | undefined {
  return pairs.find(([key]) => key === name)?.[1]
}
