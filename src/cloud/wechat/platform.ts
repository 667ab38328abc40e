import { createAccessToken, type AccessToken, type FetchUrl, type PlatformAccount } from './access-token'

/** The token is refused: nothing was carried out. */
export const BAD_TOKEN = [40001, 40014, 42001]
const PATIENCE = 3000

/** What is asked of the platform; without a body by GET. */
export interface PlatformRequest {
  /** of the endpoint, with a leading slash */
  path: string
  query?: Record<string, string>
  body?: object
}

/**
 * What came back. `said`: JSON, its errcode 0 where it names none. `image`: bytes of one. `silence`: nothing that can
 * be read; `sent` says whether the platform may have carried it out nevertheless.
 */
export type PlatformAnswer =
  | { kind: 'said'; errcode: number; body: object }
  | { kind: 'image'; bytes: Uint8Array }
  | { kind: 'silence'; sent: boolean }

/** The platform's HTTP API in the name of the mini-program. Never throws: silence is an answer. */
export type AskPlatform = (request: PlatformRequest) => Promise<PlatformAnswer>

export function createPlatform(
  account: PlatformAccount,
  fetchUrl: FetchUrl = fetch,
  token: AccessToken = createAccessToken(account, fetchUrl),
): AskPlatform {
  const askWith = async (accessToken: string, { path, query, body }: PlatformRequest) => {
    const parameters = new URLSearchParams({ access_token: accessToken, ...query })
    const response = await fetchUrl(`${account.apiUrl}${path}?${parameters}`, {
      method: body ? 'POST' : 'GET',
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
    })
    return readAnswer(response)
  }
  return async (request) => {
    // The cause of a failure would name the address, and with it the token: it is not passed on.
    const first = await token.read().catch(() => null)
    if (first === null) return { kind: 'silence', sent: false }
    const unread = () => ({ kind: 'silence', sent: true }) as const
    const answer = await askWith(first, request).catch(unread)
    if (answer.kind !== 'said' || !BAD_TOKEN.includes(answer.errcode)) return answer
    token.drop(first)
    const second = await token.read().catch(() => null)
    return second === null ? answer : askWith(second, request).catch(unread)
  }
}

/** The platform answers JSON as text/plain, and 200 for its errors too. */
async function readAnswer(response: Response): Promise<PlatformAnswer> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (response.ok && response.headers.get('content-type')?.startsWith('image/'))
    return { kind: 'image', bytes }
  const body: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (typeof body !== 'object' || body === null) return { kind: 'silence', sent: true }
  const errcode: unknown = 'errcode' in body ? body.errcode : 0
  return typeof errcode === 'number' ? { kind: 'said', errcode, body } : { kind: 'silence', sent: true }
}
