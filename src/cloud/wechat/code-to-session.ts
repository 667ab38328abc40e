import * as v from 'valibot'
import { RequestFailure } from '../handler'

const answer = v.object({
  openid: v.optional(v.string()),
  errcode: v.optional(v.number()),
  errmsg: v.optional(v.string()),
})
const TOO_OFTEN = 45011
const INVALID_CODES = [40029, 40163, 40226]

/**
 * The platform's exchange of a login code (auth.code2Session, GET /sns/jscode2session).
 * @returns the open id; null for a code that is invalid, used or of a blocked user
 * @throws RequestFailure unavailable or too_many_requests when the platform does not answer
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
    const body = await ask(() =>
      fetchUrl(`${apiUrl}/sns/jscode2session?${query}`, { signal: AbortSignal.timeout(5000) }),
    )
    if (body.openid) return body.openid
    if (body.errcode !== undefined && INVALID_CODES.includes(body.errcode)) return null
    if (body.errcode === TOO_OFTEN)
      throw new RequestFailure('too_many_requests', 'too many sign-ins; try again later')
    throw new RequestFailure('unavailable', `the platform answered errcode ${body.errcode ?? 'none'}`)
  }
}

async function ask(send: () => Promise<Response>): Promise<v.InferOutput<typeof answer>> {
  try {
    // The platform answers JSON as text/plain, and 200 for its errors too.
    return v.parse(answer, JSON.parse(await (await send()).text()))
  } catch {
    // The cause would name the address, and with it the secret.
    throw new RequestFailure('unavailable', 'the platform cannot be asked just now; try again')
  }
}
