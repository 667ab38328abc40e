import {
  MESSAGE_TEMPLATES,
  REST_AFTER_QUOTA,
  REST_OF_TEMPLATE,
  type MessageTemplate,
} from '@/domain/platform-message'
import type { Instant } from '@/domain/time'
import type { TemplateForms } from './message-template'
import { BAD_TOKEN, type AskPlatform, type PlatformAnswer } from './platform'

export interface Message {
  openId: string
  template: MessageTemplate
  /** opened by a tap on it; without a slash at the front */
  page: string
  data: Record<string, { value: string }>
}

/**
 * What came of it. `no_accept`: nobody has allowed it, or not any more. `refused`: as it is, it will never go.
 * `later`: it did not go, and may be tried again. `unknown`: it may have arrived.
 */
export type MessageOutcome =
  | { is: 'sent' }
  | { is: 'no_accept' }
  | { is: 'refused'; errcode: number }
  | { is: 'later'; at: Instant }
  | { is: 'unknown' }

/** The platform's messages to those who allowed them. */
export interface Messages {
  templates: TemplateForms
  /** kinds that can be sent now: none while the platform takes no more */
  ready(now: Instant): MessageTemplate[]
  /** Never throws. */
  send(message: Message, now: Instant): Promise<MessageOutcome>
}

/** Where no account of the platform is configured. */
export const withoutMessages: Messages = {
  templates: {},
  ready: () => [],
  send: (_, now) => Promise.resolve({ is: 'later', at: now }),
}

const NO_ACCEPT = [43101]
const TOO_OFTEN = [45009]
const BAD_TEMPLATE = [20004, 40037]
// System busy: what it did before it said so, nobody knows.
const BUSY = [-1]

/**
 * subscribeMessage.send (POST /cgi-bin/message/subscribe/send). After a quota, or for a template that is unknown to the
 * platform, it rests: in memory, as it is asked at most once more after a restart.
 */
export function createMessages(ask: AskPlatform, templates: TemplateForms): Messages {
  let restsUntil = 0
  const resting = new Map<MessageTemplate, Instant>()
  return {
    templates,
    ready: (now) =>
      now < restsUntil
        ? []
        : MESSAGE_TEMPLATES.filter((it) => templates[it] && now >= (resting.get(it) ?? 0)),
    async send({ openId, template, page, data }, now) {
      const id = templates[template]?.id
      if (id === undefined) return { is: 'later', at: now }
      const answer = await ask({
        path: '/cgi-bin/message/subscribe/send',
        body: { touser: openId, template_id: id, page, data, lang: 'zh_CN' },
      })
      const said = answer.kind === 'said' ? answer.errcode : 0
      if (TOO_OFTEN.includes(said)) restsUntil = now + REST_AFTER_QUOTA
      if (BAD_TEMPLATE.includes(said)) resting.set(template, now + REST_OF_TEMPLATE)
      return outcomeOf(answer, now)
    },
  }
}

function outcomeOf(answer: PlatformAnswer, now: Instant): MessageOutcome {
  if (answer.kind === 'silence' && !answer.sent) return { is: 'later', at: now }
  if (answer.kind !== 'said') return { is: 'unknown' }
  const { errcode } = answer
  if (errcode === 0) return { is: 'sent' }
  if (NO_ACCEPT.includes(errcode)) return { is: 'no_accept' }
  if (TOO_OFTEN.includes(errcode)) return { is: 'later', at: now + REST_AFTER_QUOTA }
  if (BAD_TOKEN.includes(errcode)) return { is: 'later', at: now }
  return BUSY.includes(errcode) ? { is: 'unknown' } : { is: 'refused', errcode }
}
