import { liveCardNews, type LiveFigures } from '@/domain/live-card'
import { HOUR, MINUTE, type Instant } from '@/domain/time'
import type { Database } from '../db/database'
import {
  giveUpLiveCard,
  listLiveCards,
  notePushed,
  notePushFailed,
  takeLiveCard,
  type LiveCardRow,
} from '../repositories/live-card'
import type { LiveCards, PushOutcome } from '../wechat/live-card'

/** Longer than the platform can keep one push waiting. */
const LEASE = MINUTE
const TOO_OFTEN_WAIT = HOUR
const MOST_DOUBLED = 6

interface Pushing {
  database: Database
  services: { liveCards: LiveCards }
}

/**
 * Tells the live cards of a community what has changed in their sessions. What they show is compared with what is, so a
 * booking writes nothing for them. The platform is asked outside any transaction.
 */
export async function pushLiveCards(
  { database, services }: Pushing,
  communityId: string,
  now: Instant,
): Promise<void> {
  for (const { card, news } of await takeNews(database, communityId, now)) {
    const path = `pages/session/index?c=${communityId}&s=${card.sessionId}`
    const outcome = await services.liveCards.push(card.activityId, news, path)
    await note(database, communityId, { card, news, outcome, now })
    // It answers nobody just now; the others keep their lease and are next after it.
    if (outcome === 'unanswered' || outcome === 'too_often') return
  }
}

function takeNews(database: Database, communityId: string, now: Instant) {
  return database.transaction(async (tx) => {
    const taken: { card: LiveCardRow; news: LiveFigures }[] = []
    for (const { card, facts } of await listLiveCards(tx, communityId, now)) {
      const news = liveCardNews(card.shown, facts, now)
      if (!news) continue
      const mine = await takeLiveCard(tx, communityId, card.activityId, { now, until: now + LEASE })
      if (mine) taken.push({ card, news })
    }
    return taken
  })
}

interface Pushed {
  card: LiveCardRow
  news: LiveFigures
  outcome: PushOutcome
  now: Instant
}

function note(database: Database, communityId: string, { card, news, outcome, now }: Pushed): Promise<void> {
  const { activityId, tries } = card
  return database.transaction((tx) => {
    switch (outcome) {
      case 'done':
        return notePushed(tx, communityId, activityId, news, now)
      case 'gone':
        return giveUpLiveCard(tx, communityId, activityId, now)
      case 'too_often':
        return notePushFailed(tx, communityId, activityId, now + TOO_OFTEN_WAIT)
      case 'unanswered':
        return notePushFailed(tx, communityId, activityId, now + MINUTE * 2 ** Math.min(tries, MOST_DOUBLED))
    }
  })
}
