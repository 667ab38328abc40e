import * as v from 'valibot'
import type { ContentLabel, ContentVerdict } from '@/domain/content-check'
import type { AskPlatform } from './platform'

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
const TOO_OFTEN = [45009, 45011]
// Not seen within two hours, or not known to the account at all.
const STALE = [61010, 40003]
/** A post to a public board. */
const SCENE = 3
const MOST_CHARACTERS = 2500
const NO_ANSWER: ContentVerdict = { suggest: 'unanswered', cause: 'no_answer' }

/** The platform's check of texts (security.msgSecCheck 2.0, POST /wxa/msg_sec_check). */
export function createContentCheck(ask: AskPlatform): CheckContent {
  return async (openId, { title, content }) => {
    const said = await ask({
      path: '/wxa/msg_sec_check',
      body: {
        ...{ openid: openId, scene: SCENE, version: 2, title },
        content: [...content].slice(0, MOST_CHARACTERS).join(''),
      },
    })
    return said.kind === 'said' ? verdictOf(said.errcode, said.body) : NO_ANSWER
  }
}

function verdictOf(errcode: number, body: object): ContentVerdict {
  if (TOO_OFTEN.includes(errcode)) return { suggest: 'unanswered', cause: 'too_often' }
  if (STALE.includes(errcode)) return { suggest: 'unanswered', cause: 'stale_identity' }
  const { output, success } = v.safeParse(answer, body)
  if (errcode !== 0 || !success || !output.result) return NO_ANSWER
  const { suggest, label } = output.result
  return suggest === 'pass' ? { suggest } : { suggest, label: LABELS[label] ?? 'other' }
}
