import { DAY, WEEK, weekStart, type Instant } from '@/domain/time'
import type { Database, Transaction } from '../db/database'
import { communityExists } from '../repositories/community'
import { closeFromPaper } from './attendance'
import { claimSoonest, expectedFrom } from './expected'
import { playWeeks } from './history'
import { found, moveIn } from './move-in'
import { COMMUNITY, GRIDS } from './neighbourhood'
import { castOf, type Cast, type Family } from './people'
import { openIdOf } from './personas'
import { PUBLISHER } from './publish'
import { createStage, type Stage } from './stage'

const CAST = 2026
const PAST_WEEKS = 6
const FOUNDED = 240 * DAY
/** families of which one lets the founder's name stand in the honours */
const NAMED_EVERY = 2
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
      const mondays = Array.from(
        { length: PAST_WEEKS + 2 },
        (_, week) => thisWeek + (week - PAST_WEEKS) * WEEK,
      )
      await playWeeks(stage, { ...seeding, cast, mondays, expected: expectedFrom(thisWeek) })
      await claimSoonest(stage, 'volunteer')
      seeding.say(`  ${stage.tally()}`)
      return
    }
    const sessions = await sessionsOfTheDemo(tx)
    const there = new Set(sessions.map((session) => weekStart(session.startsAt)))
    const mondays = [thisWeek, thisWeek + WEEK].filter((monday) => !there.has(monday))
    await closePast(stage, sessions, seeding.now)
    if (mondays.length === 0) return
    seeding.say('Demo: a new week has begun …')
    await playWeeks(stage, { ...seeding, cast, mondays, expected: () => [] })
    seeding.say(`  ${stage.tally()}`)
  })
}

async function settle(stage: Stage, cast: Cast, { now, say }: Seeding): Promise<void> {
  say(`Demo: ${COMMUNITY.name}: ${GRIDS.length} grids, ${cast.staff.length} cadres …`)
  const grids = await found(stage, cast, now - FOUNDED)
  for (const [index, family] of cast.families.entries()) {
    if (index % 80 === 0) say(`  households: ${index} of ${cast.families.length}`)
    await moveIn(stage, family, grids[family.grid] ?? '', now)
    if (index % NAMED_EVERY === 0) await agreeToBeNamed(stage, family)
  }
}

async function agreeToBeNamed(stage: Stage, { adults: [founder] }: Family): Promise<void> {
  if (founder) await stage.act(founder.code, 'setRecordDetails', { namedInHonours: true })
}

interface PastSession {
  id: string
  startsAt: Instant
  endsAt: Instant
  closedAt: Instant | null
}

function sessionsOfTheDemo(tx: Transaction): Promise<PastSession[]> {
  return tx.query<PastSession>(
    `SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.closed_at AS "closedAt" FROM session s
     JOIN recruitment_call c ON c.community_id = s.community_id AND c.id = s.call_id
     JOIN resident r ON r.community_id = c.community_id AND r.id = c.published_by
     WHERE s.community_id = $1 AND r.open_id = $2 ORDER BY s.starts_at`,
    [COMMUNITY.id, openIdOf(PUBLISHER)],
  )
}

/** Nobody was at the computer when these were over. */
async function closePast(stage: Stage, sessions: PastSession[], now: Instant): Promise<void> {
  for (const { id, endsAt, closedAt } of sessions) {
    if (closedAt === null && endsAt < now - DAY) await closeFromPaper(stage, id)
  }
}
