import * as v from 'valibot'

const answer = v.object({
  openid: v.optional(v.string()),
  errcode: v.optional(v.number()),
  errmsg: v.optional(v.string()),
})
const INVALID_CODES = [40029, 40163, 40226]

/**
 * The platform's exchange of a login code (auth.code2Session, GET /sns/jscode2session).
 * @returns the open id; null for a code that is invalid, used or of a blocked user
 * @throws Error when the platform cannot be asked
 */
export function createCodeExchange(
  { apiUrl, appId, secret }: { apiUrl: string; appId: string; secret: string },
  fetchUrl: (url: string, init: { signal: AbortSignal }) => Promise<Response> = fetch,
) {
  return async (code: string): Promise<string | null> => {
    const query = new URLSearchParams({
      appid: appId,
      secret,
      js_code: code,
      grant_type: 'authorization_code',
    })
    const response = await fetchUrl(`${apiUrl}/sns/jscode2session?${query}`, {
      signal: AbortSignal.timeout(5000),
    })
    // The platform answers JSON as text/plain, and 200 for its errors too.
    const body = v.parse(answer, JSON.parse(await response.text()))
    if (body.openid) return body.openid
    if (body.errcode !== undefined && INVALID_CODES.includes(body.errcode)) return null
    throw new Error(`jscode2session failed with errcode ${body.errcode ?? 'none'}`)
  }
}
