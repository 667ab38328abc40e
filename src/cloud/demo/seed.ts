import { DAY, HOUR, MINUTE, WEEK, weekStart, type Instant } from '@/domain/time'
import type { Database, Transaction } from '../db/database'
import { communityExists } from '../repositories/community'
import { arrive, closeBooks, closeFromPaper, codesOf } from './attendance'
import { createChance } from './chance'
import { classes } from './classes'
import { claimSoonest, expectedFrom } from './expected'
import { found, moveIn } from './move-in'
import { COMMUNITY } from './neighbourhood'
import { Neighbours } from './neighbours'
import { castOf, type Cast } from './people'
import { personas } from './personas'
import { service } from './service'
import { createStage, type Stage } from './stage'
import { createTimeline } from './timeline'
import { together } from './together'
import { planWeek, PUBLISHER } from './week'

const CAST = 2026
const PAST_WEEKS = 3
const FOUNDED = 240 * DAY
const BOOKS_CLOSED = 40 * MINUTE
const ONE_AT_A_TIME = 5_464_201

interface Seeding {
  doorKey: string
  now: Instant
  say: (line: string) => void
}

/**
 * Fills an empty database with the demo community, and a community that has not been started for a while
 * with the weeks it lacks.
 *
 * All of it is one transaction: an interrupted seeding leaves nothing behind, so that there is no half
 * community to recognise or to hide, and the community's row is the mark that it is whole.
 */
export async function seed(database: Database, seeding: Seeding): Promise<void> {
  await database.transaction(async (tx) => {
    // Two servers may start on one database at once.
    await tx.query('SELECT pg_advisory_xact_lock($1)', [ONE_AT_A_TIME])
    const cast = castOf(CAST)
    const stage = createStage(tx, seeding)
    const thisWeek = weekStart(seeding.now)
    if (!(await communityExists(tx, COMMUNITY.id))) {
      await settle(stage, cast, seeding)
      const weeks = Array.from({ length: PAST_WEEKS + 2 }, (_, index) => index - PAST_WEEKS)
      await playWeeks(
        stage,
        cast,
        weeks.map((week) => thisWeek + week * WEEK),
        { ...seeding, first: true },
      )
      await claimSoonest(stage, 'volunteer')
      return
    }
    const there = await weeksPublished(tx)
    const missing = [thisWeek, thisWeek + WEEK].filter((monday) => !there.has(monday))
    if (missing.length === 0) return
    seeding.say('Demo: a new week has begun; publishing what it brings …')
    await catchUp(stage, seeding.now)
    await playWeeks(stage, cast, missing, { ...seeding, first: false })
  })
}

async function settle(stage: Stage, cast: Cast, { now, say }: Seeding): Promise<void> {
  say(`Demo: ${COMMUNITY.name}: 6 grids, ${cast.staff.length} cadres …`)
  const grids = await found(stage, cast, now - FOUNDED)
  for (const [index, family] of cast.families.entries()) {
    if (index % 80 === 0) say(`  households: ${index} of ${cast.families.length}`)
    await moveIn(stage, family, grids[family.grid] ?? '', now)
  }
}

async function playWeeks(
  stage: Stage,
  cast: Cast,
  mondays: Instant[],
  { now, say, first }: Seeding & { first: boolean },
): Promise<void> {
  const occasions = [...service, ...classes, ...together]
  const timeline = createTimeline()
  const chance = createChance((mondays[0] ?? 0) / DAY)
  const neighbours = new Neighbours(stage, chance, cast)
  const codes = await codesOf(stage)
  const surely = new Set(personas.map((persona) => persona.code))
  const expected = first ? expectedFrom(weekStart(now)) : () => []
  const lastEnd = lastEndBefore(now, occasions, mondays)
  for (const monday of mondays) {
    timeline.at(monday, async () =>
      say(`  week of ${new Date(monday + 8 * HOUR).toISOString().slice(0, 10)}`),
    )
    planWeek(
      { stage, timeline, chance, neighbours, expected },
      occasions,
      monday,
      (sessionId, { startsAt, endsAt }) => {
        timeline.at(startsAt - 20 * MINUTE, () =>
          arrive(stage, chance, codes, { sessionId, startsAt, surely }),
        )
        // The latest one stays open: the cadre who tries Linli has books to close.
        if (endsAt !== lastEnd) timeline.at(endsAt + BOOKS_CLOSED, () => closeBooks(stage, sessionId))
      },
    )
  }
  await timeline.runUntil(now, stage.clock)
}

function lastEndBefore(
  now: Instant,
  occasions: { sessions: { endsAt: Instant }[] }[],
  mondays: Instant[],
): Instant {
  const ends = mondays.flatMap((monday) =>
    occasions.flatMap(({ sessions }) => sessions.map((session) => monday + session.endsAt)),
  )
  return Math.max(...ends.filter((end) => end <= now))
}

async function weeksPublished(tx: Transaction): Promise<Set<Instant>> {
  const sessions = await sessionsOfTheDemo(tx)
  return new Set(sessions.map((session) => weekStart(session.startsAt)))
}

function sessionsOfTheDemo(
  tx: Transaction,
): Promise<{ id: string; startsAt: Instant; endsAt: Instant; closedAt: Instant | null }[]> {
  return tx.query(
    `SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.closed_at AS "closedAt" FROM session s
     JOIN recruitment_call c ON c.community_id = s.community_id AND c.id = s.call_id
     JOIN resident r ON r.community_id = c.community_id AND r.id = c.published_by
     WHERE s.community_id = $1 AND r.open_id = $2 ORDER BY s.starts_at`,
    [COMMUNITY.id, `demo:${PUBLISHER}`],
  )
}

async function catchUp(stage: Stage, now: Instant): Promise<void> {
  stage.clock.now = now
  for (const { id, endsAt, closedAt } of await sessionsOfTheDemo(stage.tx)) {
    if (closedAt === null && endsAt < now - DAY) await closeFromPaper(stage, id)
  }
}
