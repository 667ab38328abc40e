import {
  FULL_IS_FINAL_BEFORE,
  LIVE_CARD_LASTS,
  liveCardNews,
  liveFigures,
  mayBeLive,
  type LiveFacts,
  type LiveState,
} from '@/domain/live-card'
import { HOUR } from '@/domain/time'

const START = Date.UTC(2026, 10, 28, 8)
const facts = (change: Partial<LiveFacts> = {}): LiveFacts => ({
  ...{ startsAt: START, endsAt: START + HOUR, cancelledAt: null, held: 1, capacity: 4, waiting: 0 },
  ...change,
})
const full = { held: 4 }
const queued = { held: 4, waiting: 1 }
const late = START - FULL_IS_FINAL_BEFORE

describe('the state of a live card', () => {
  const rows: [string, Partial<LiveFacts>, number, LiveState][] = [
    ['is open while places are left', {}, START - 1, 'open'],
    ['is open when full: a place may be given up', full, late - 1, 'open'],
    ['has started when full shortly before', full, late, 'started'],
    ['is open to the beginning while somebody waits', queued, START - 1, 'open'],
    ['has started with the session, whoever waits', queued, START, 'started'],
    ['has started with the session, full or not', {}, START, 'started'],
    ['is over with the session', {}, START + HOUR, 'over'],
    ['is not over a moment before', {}, START + HOUR - 1, 'started'],
    ['is over when cancelled', { cancelledAt: 1 }, START - HOUR, 'over'],
    ['is open where there is nothing to be full of', { held: 0, capacity: 0 }, START - 1, 'open'],
  ]
  it.each(rows)('%s', (_, change, now, state) => {
    expect(liveFigures(facts(change), now).state).toBe(state)
  })
})

describe('news for a card', () => {
  const shown = (state: LiveState, memberCount = 1) => ({ state, memberCount, roomLimit: 4 })
  it('are the counts, when they have changed', () => {
    expect(liveCardNews(shown('open'), facts(), late)).toBeNull()
    expect(liveCardNews(shown('open'), facts({ held: 2 }), late)).toEqual(shown('open', 2))
    expect(liveCardNews(shown('open'), facts({ capacity: 5 }), late)).toMatchObject({ roomLimit: 5 })
  })
  it('never take back what is final', () => {
    // A place was given up after all, or the session moved to a later hour.
    expect(liveCardNews(shown('started', 4), facts({ held: 3 }), late)).toBeNull()
    expect(liveCardNews(shown('over'), facts(), late)).toBeNull()
    expect(liveCardNews(shown('over'), facts(), START)).toBeNull()
  })
  it('are none about counts once it has started, but the end is', () => {
    expect(liveCardNews(shown('started'), facts({ held: 3 }), START)).toBeNull()
    expect(liveCardNews(shown('started'), facts(), START + HOUR)).toMatchObject({ state: 'over' })
    expect(liveCardNews(shown('open'), facts({ cancelledAt: 1 }), late)).toMatchObject({ state: 'over' })
  })
})

it('is live only where the platform keeps it to the beginning of the session', () => {
  expect(mayBeLive(facts(), START - LIVE_CARD_LASTS)).toBe(true)
  expect(mayBeLive(facts(), START - LIVE_CARD_LASTS - 1)).toBe(false)
  expect(mayBeLive(facts(), START)).toBe(false)
  expect(mayBeLive(facts({ cancelledAt: 1 }), START - HOUR)).toBe(false)
})
