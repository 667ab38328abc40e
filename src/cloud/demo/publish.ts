import { toWire } from '@/contract/instants'
import type { Instant } from '@/domain/time'
import { newRowId } from '../ids'
import { listGrids } from '../repositories/community'
import { listSlots } from '../repositories/slot'
import { COMMUNITY, GRIDS } from './neighbourhood'
import type { Occasion, PlannedSlot, Taken } from './occasion'
import type { Stage } from './stage'

/** The cadre whose calls the demo itself publishes: by them a later start sees which weeks are there. */
export const PUBLISHER = 'cadre-2'

export interface PublishedSlot {
  id: string
  plan: PlannedSlot
  taken: Taken
  time: { startsAt: Instant; endsAt: Instant }
  /** to those who pay with points; null: no window */
  windowOpensAt: Instant | null
  /** to everybody */
  opensAt: Instant
  /** null: its places are booked */
  drawAt: Instant | null
  /** by which neighbours come to it; null: by none */
  shares: (string | null)[]
}

export interface PublishedSession {
  id: string
  time: { startsAt: Instant; endsAt: Instant }
  slots: PublishedSlot[]
}

/** Publishes the call of one week. */
export async function publish(
  stage: Stage,
  occasion: Occasion,
  monday: Instant,
): Promise<PublishedSession[]> {
  const after = (offset: Instant | null) => (offset === null ? null : monday + offset)
  const times = occasion.sessions.map(({ startsAt, endsAt }) => ({
    startsAt: monday + startsAt,
    endsAt: monday + endsAt,
  }))
  const drafts = occasion.slots.map(({ draft, opens, windowOpens, draws }) => ({
    ...draft,
    drawAt: after(draws),
    opensAt: after(opens),
    priorityOpensAt: after(windowOpens),
  }))
  const { activity, grid } = occasion
  const gridName = grid === undefined ? null : GRIDS[grid]?.name
  const gridId = (await listGrids(stage.tx, COMMUNITY.id)).find((it) => it.name === gridName)?.id
  const call = { activity, ...(gridId && { gridId }), sessions: toWire(times), slots: toWire(drafts) }
  const { sessionIds } = await stage.act(PUBLISHER, 'publishCall', call)
  const sessions: PublishedSession[] = []
  for (const [index, time] of times.entries()) {
    const id = sessionIds[index] ?? ''
    const rows = await listSlots(stage.tx, COMMUNITY.id, id)
    const shares = [...(await share(stage, id)), null]
    const slots = occasion.slots.map((plan, rank) => ({
      id: rows[rank]?.id ?? '',
      plan,
      taken: plan.taken[index] ?? { soon: 0, later: 0, waiting: 0 },
      time,
      windowOpensAt: after(plan.windowOpens),
      opensAt: after(plan.opens) ?? stage.clock.now,
      drawAt: after(plan.draws),
      shares,
    }))
    sessions.push({ id, time, slots })
  }
  return sessions
}

const GROUPS = ['1号群', '2号群']

/** The card goes to each chat group. */
async function share(stage: Stage, sessionId: string): Promise<string[]> {
  const shares: string[] = []
  for (const group of GROUPS) {
    const shareId = newRowId().slice(0, 6)
    await stage.act(PUBLISHER, 'recordShare', { sessionId, shareId, group })
    shares.push(shareId)
  }
  return shares
}
