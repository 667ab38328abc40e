import type { MessageTemplate } from './platform-message'
import type { Standing } from './standing'
import { DAY, dayStart, type Instant } from './time'

/** The messages that are of use after what the main button does; at most three, as WeChat asks about no more. */
export function messagesAfter(standing: Standing): MessageTemplate[] {
  switch (standing.is) {
    case 'bookable':
      return standing.kind === 'post' ? ['reminder', 'change', 'points'] : ['reminder', 'change']
    case 'substitute':
      return ['reminder', 'change', 'points']
    case 'fewer':
    case 'offered':
      return ['reminder', 'change']
    case 'remindable':
      return ['opening']
    case 'waitable':
      return ['vacancy', 'offer']
    case 'draw_open':
      return ['booked', 'vacancy']
    default:
      return []
  }
}

/** What this phone remembers of having asked. */
export interface LeaveAsked {
  /** when it last asked about each */
  at: Partial<Record<MessageTemplate, Instant>>
  /** refused for good, or taken off by the platform */
  never: MessageTemplate[]
}

/** Of these, what may be asked about now: each once a day, and none that was refused for good. */
export function mayAskAbout(
  templates: MessageTemplate[],
  { at, never }: LeaveAsked,
  now: Instant,
): MessageTemplate[] {
  const askedToday = (it: MessageTemplate) => {
    const asked = at[it]
    return asked !== undefined && dayStart(asked) === dayStart(now)
  }
  return templates.filter((it) => !never.includes(it) && !askedToday(it))
}

/** The server knows a repeated request again for seven days; after these it might count an answer twice. */
export const TOLD_WITHIN = 6 * DAY
