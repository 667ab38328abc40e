import { DAY, HOUR, MINUTE, WEEK, weekStart, type Instant } from '@/domain/time'
import { tick, type Ticking } from '../tick'
import { createPlatformServices } from '../wechat/platform-services'
import { ALL_THERE, arrive, closeBooks } from './attendance'
import { createChance } from './chance'
import { classes } from './classes'
import { Neighbours } from './neighbours'
import { on, type Occasion } from './occasion'
import type { Cast } from './people'
import { publish, type PublishedSession } from './publish'
import { readRegister } from './register'
import { service } from './service'
import type { Stage } from './stage'
import { fillSlot } from './taking'
import { createTimeline } from './timeline'
import { together } from './together'

const OCCASIONS: Occasion[] = [...service, ...classes, ...together]

// Nine days before its Monday: whatever the day, next week is out and half taken.
const PUBLISHED = on(-9, 9)
const BOOKS_CLOSED = 40 * MINUTE
const MISSING = 4
const MISSING_WHERE_OPEN = 40

/** Weeks to play, the first one first. */
export interface Weeks {
  cast: Cast
  mondays: Instant[]
  now: Instant
  /** who is expected in a slot before anybody else */
  expected: (occasion: string, monday: Instant, slot: number) => string[]
  say: (line: string) => void
}

/**
 * Lets weeks happen up to now: calls are published, places taken, people come, books are closed. What lies
 * ahead stays as far as it has come by now.
 */
export async function playWeeks(stage: Stage, weeks: Weeks): Promise<void> {
  const { cast, mondays, now, say } = weeks
  const timeline = createTimeline()
  const chance = createChance((mondays[0] ?? 0) / DAY)
  const register = await readRegister(stage.tx)
  const neighbours = new Neighbours(chance, cast, register)
  const all = mondays.flatMap((monday) =>
    OCCASIONS.filter(({ since }) => monday - weekStart(now) >= since * WEEK).map((occasion) => ({
      occasion,
      monday,
    })),
  )
  // The latest session stays open: the cadre who tries Linli has books to close.
  const ends = all.flatMap(({ occasion, monday }) => occasion.sessions.map(({ endsAt }) => monday + endsAt))
  const openEnd = Math.max(...ends.filter((end) => end <= now))

  const playSession = (
    { id: sessionId, time, slots }: PublishedSession,
    occasion: Occasion,
    monday: Instant,
  ) => {
    for (const [rank, slot] of slots.entries()) {
      const expected = weeks.expected(occasion.key, monday, rank)
      fillSlot({ stage, timeline, neighbours, monday, expected }, slot)
    }
    const open = time.endsAt === openEnd
    const presence = { sessionId, startsAt: time.startsAt, missing: open ? MISSING_WHERE_OPEN : MISSING }
    timeline.at(time.startsAt + ALL_THERE, () => arrive(stage, chance, register, presence))
    if (!open) timeline.at(time.endsAt + BOOKS_CLOSED, () => closeBooks(stage, sessionId))
  }
  for (const [index, { occasion, monday }] of all.entries()) {
    timeline.at(monday + PUBLISHED + index * MINUTE, async () => {
      for (const session of await publish(stage, occasion, monday)) playSession(session, occasion, monday)
    })
  }
  for (let monday = (mondays[0] ?? now) - WEEK; monday < now; monday += WEEK) {
    timeline.at(monday, async () => {
      say(`  ${stage.tally()}, up to ${new Date(monday + 8 * HOUR).toISOString().slice(0, 10)}`)
      await tick(ticking(stage), monday)
    })
  }
  await timeline.runUntil(now, stage.clock)
  await tick(ticking(stage), now)
}

/** Seeding stops at what a running server would only report. */
function ticking({ database }: Stage): Ticking {
  return {
    database,
    services: createPlatformServices(null),
    report: ({ error }) => {
      throw error
    },
  }
}
