import * as v from 'valibot'
import type { ContentLabel, ContentVerdict } from '@/domain/content-check'
import { createAccessToken, type AccessToken, type FetchUrl, type PlatformAccount } from './access-token'

/** What somebody wants to publish. */
export interface CheckedText {
  title: string
  /** at most 2500 characters, by the platform's limit */
  content: string
}

/** Never throws: no answer is a verdict too. `openId`: who wants to publish it. */
export type CheckContent = (openId: string, text: CheckedText) => Promise<ContentVerdict>

/** Where no account of the platform is configured. */
export const withoutCheck: CheckContent = () => Promise.resolve({ suggest: 'pass' })

const answer = v.object({
  errcode: v.number(),
  result: v.optional(
    v.object({ suggest: v.picklist(['pass', 'review', 'risky']), label: v.optional(v.number(), 100) }),
  ),
})

const LABELS: Record<number, ContentLabel> = {
  10001: 'advert',
  20001: 'politics',
  20002: 'vulgar',
  20003: 'abuse',
  20006: 'crime',
  20008: 'fraud',
  20012: 'indecent',
  20013: 'copyright',
}
const BAD_TOKEN = [40001, 40014, 42001]
const TOO_OFTEN = [45009, 45011]
// Not seen within two hours, or not known to the account at all.
const STALE = [61010, 40003]
/** A post to a public board. */
const SCENE = 3
const MOST_CHARACTERS = 2500
const PATIENCE = 3000
const NO_ANSWER: ContentVerdict = { suggest: 'unanswered', cause: 'no_answer' }

/** The platform's check of texts (security.msgSecCheck 2.0, POST /wxa/msg_sec_check). */
export function createContentCheck(
  account: PlatformAccount,
  fetchUrl: FetchUrl = fetch,
  token: AccessToken = createAccessToken(account, fetchUrl),
): CheckContent {
  const ask = async (accessToken: string, body: string) => {
    const query = new URLSearchParams({ access_token: accessToken })
    const response = await fetchUrl(`${account.apiUrl}/wxa/msg_sec_check?${query}`, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(PATIENCE),
    })
    // The platform answers JSON as text/plain, and 200 for its errors too.
    return v.parse(answer, JSON.parse(await response.text()))
  }
  return async (openId, { title, content }) => {
    const body = JSON.stringify({
      ...{ openid: openId, scene: SCENE, version: 2, title },
      content: [...content].slice(0, MOST_CHARACTERS).join(''),
    })
    try {
      const first = await token.read()
      let said = await ask(first, body)
      if (BAD_TOKEN.includes(said.errcode)) {
        token.drop(first)
        said = await ask(await token.read(), body)
      }
      return verdictOf(said)
    } catch {
      // The cause would name the address, and with it the token.
      return NO_ANSWER
    }
  }
}

function verdictOf({ errcode, result }: v.InferOutput<typeof answer>): ContentVerdict {
  if (TOO_OFTEN.includes(errcode)) return { suggest: 'unanswered', cause: 'too_often' }
  if (STALE.includes(errcode)) return { suggest: 'unanswered', cause: 'stale_identity' }
  if (errcode !== 0 || !result) return NO_ANSWER
  return result.suggest === 'pass'
    ? { suggest: 'pass' }
    : { suggest: result.suggest, label: LABELS[result.label] ?? 'other' }
}
