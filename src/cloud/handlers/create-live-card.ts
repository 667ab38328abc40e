import type { Answer } from '@/contract/actions'
import { liveFigures, mayBeLive, type LiveFacts } from '@/domain/live-card'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { notFound, type ApartHandler } from '../handler'
import { findLiveCard, findLiveFacts, keepLiveCard } from '../repositories/live-card'

/** Whoever sees a session may pass its card on, so a visitor may ask: there is one id for all of them. */
export const createLiveCard: ApartHandler<'createLiveCard'> = async (
  { database, now, services },
  { communityId, sessionId },
) => {
  const before = await database.transaction(async (tx) => {
    const facts = await findLiveFacts(tx, communityId, sessionId)
    if (!facts) throw notFound('session')
    return { facts, card: await readCard(tx, communityId, sessionId, facts, now) }
  })
  const { facts, card } = before
  if (card || !mayBeLive(facts, now)) return { liveCard: card }
  const created = await services.liveCards.create()
  if (!created || created.expiresAt < facts.startsAt) return { liveCard: null }
  return database.transaction(async (tx) => {
    const kept = { ...created, sessionId, until: facts.startsAt, now }
    await keepLiveCard(tx, communityId, kept, liveFigures(facts, now))
    return { liveCard: await readCard(tx, communityId, sessionId, facts, now) }
  })
}

async function readCard(
  tx: Transaction,
  communityId: string,
  sessionId: string,
  facts: LiveFacts,
  now: Instant,
): Promise<Answer<'createLiveCard'>['liveCard']> {
  if (!mayBeLive(facts, now)) return null
  const card = await findLiveCard(tx, communityId, sessionId, facts.startsAt)
  if (!card) return null
  const { memberCount, roomLimit } = liveFigures(facts, now)
  return { activityId: card.activityId, memberCount, roomLimit }
}
