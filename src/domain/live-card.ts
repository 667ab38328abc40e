import { DAY, HOUR, type Instant } from './time'

/** How a card in the chat stands: 成员正在加入 2/4, 已开始, 已结束. It goes forward only. */
export const LIVE_STATES = ['open', 'started', 'over'] as const
export type LiveState = (typeof LIVE_STATES)[number]

/** What a live card shows of its session. */
export interface LiveFigures {
  state: LiveState
  /** places held, and all there are */
  memberCount: number
  roomLimit: number
}

export interface LiveFacts {
  startsAt: Instant
  endsAt: Instant
  cancelledAt: Instant | null
  /** over all slots */
  held: number
  capacity: number
  /** parties that wait in any slot */
  waiting: number
}

/** How long the platform lets a card be changed; after that it shows 已结束 by itself. */
export const LIVE_CARD_LASTS = DAY
/** A full session may count as begun from then on. */
export const FULL_IS_FINAL_BEFORE = HOUR

/**
 * `started` cannot be taken back, so a full session is not yet `started`: until shortly before it begins somebody may
 * give a place up, and a card that says 已开始 would keep the next one away. It reads 4/4 until then. Where somebody
 * waits it stays open to the beginning: a freed place is theirs, and others may still join the queue.
 */
export function liveFigures(facts: LiveFacts, now: Instant): LiveFigures {
  return { state: stateOf(facts, now), memberCount: facts.held, roomLimit: facts.capacity }
}

function stateOf(facts: LiveFacts, now: Instant): LiveState {
  if (facts.cancelledAt !== null || now >= facts.endsAt) return 'over'
  if (now >= facts.startsAt) return 'started'
  const full = facts.capacity > 0 && facts.held >= facts.capacity && facts.waiting === 0
  return full && now >= facts.startsAt - FULL_IS_FINAL_BEFORE ? 'started' : 'open'
}

/**
 * Whether a card shared now may be a live one: people can still come, and it does not turn to 已结束 before the session
 * has begun. Any other is an ordinary card, whose title says what is needed.
 */
export function mayBeLive(facts: LiveFacts, now: Instant): boolean {
  return stateOf(facts, now) === 'open' && facts.startsAt <= now + LIVE_CARD_LASTS
}

/**
 * What the card has to be told now; null: nothing.
 * @param shown what it shows
 */
export function liveCardNews(shown: LiveFigures, facts: LiveFacts, now: Instant): LiveFigures | null {
  const next = liveFigures(facts, now)
  const [was, is] = [LIVE_STATES.indexOf(shown.state), LIVE_STATES.indexOf(next.state)]
  if (is !== was) return is > was ? next : null
  if (next.state !== 'open') return null
  const same = shown.memberCount === next.memberCount && shown.roomLimit === next.roomLimit
  return same ? null : next
}
