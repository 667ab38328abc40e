import { DAY, type Instant } from '@/domain/time'
import type { Heard } from './log'

/** A live card as the chat shows it now. */
export interface ShownCard {
  activityId: string
  state: 'open' | 'started' | 'over'
  /** null: it was never told; what the phone that sent it has said stands */
  count: string | null
  limit: string | null
  updates: number
  /** last changed */
  at: Instant
}

interface Update {
  activity_id: string
  target_state: number
  template_info: { parameter_list: { name: string; value: string }[] }
}

const STATES = ['open', 'started', 'over'] as const

/** From what the platform carried out; the last changed first. */
export function liveCardsOf(entries: readonly Heard[], now: Instant): ShownCard[] {
  const cards = new Map<string, ShownCard>()
  for (const entry of entries) {
    const card = createdBy(entry) ?? changedBy(entry, cards)
    if (!card) continue
    cards.delete(card.activityId)
    cards.set(card.activityId, card)
  }
  // A day after its last change the chat shows every card as over.
  const shown = [...cards.values()].map((it) => (it.at + DAY <= now ? { ...it, state: 'over' as const } : it))
  return shown.reverse()
}

function createdBy({ at, path, answer }: Heard): ShownCard | null {
  if (path !== '/cgi-bin/message/wxopen/activityid/create' || !isDone(answer)) return null
  const activityId = String(answer.activity_id)
  return { activityId, state: 'open', count: null, limit: null, updates: 0, at }
}

function changedBy({ at, path, asked, answer }: Heard, cards: Map<string, ShownCard>): ShownCard | null {
  if (path !== '/cgi-bin/message/wxopen/updatablemsg/send' || !isDone(answer)) return null
  const { activity_id: activityId, target_state, template_info } = asked as unknown as Update
  const said = new Map(template_info.parameter_list.map(({ name, value }) => [name, value]))
  const before = cards.get(activityId)
  return {
    ...{ activityId, at, state: STATES[target_state] ?? 'over', updates: (before?.updates ?? 0) + 1 },
    count: said.get('member_count') ?? before?.count ?? null,
    limit: said.get('room_limit') ?? before?.limit ?? null,
  }
}

const isDone = (answer: Heard['answer']): answer is Record<string, unknown> =>
  typeof answer === 'object' && answer !== null && answer.errcode === 0
