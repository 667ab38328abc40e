import pg from 'pg'
import { dispatch, type Deployment } from '@/cloud/dispatch'
import type { ActionName } from '@/contract/actions'
import { yearOf } from '@/domain/time'
import { figure, table } from '../../config/table.mjs'
import { deploy } from './in-process'
import { COMMUNITY, Neighbourhood, residentId, slotId } from './neighbourhood'
import { withPostgres } from './postgres'

const RESIDENTS = 50_000
const PLACES_A_SESSION = 200
const TIMES = 5

/**
 * How long a cadre of a large community waits for the figures of a year, the fill board, and a second wave to
 * everybody. `--places N` decided places in all (1,000,000), `--years N` over which they are spread, ending now (5).
 * @returns 0: what it says is for people
 */
export async function benchFigures(args: string[]): Promise<number> {
  const option = (name: string, otherwise: number) =>
    args.includes(`--${name}`) ? Number(args[args.indexOf(`--${name}`) + 1]) : otherwise
  const places = option('places', 1_000_000)
  const years = option('years', 5)
  await withPostgres(async (server) => {
    const neighbourhood = await Neighbourhood.settle(server, RESIDENTS)
    const deployment = await deploy(neighbourhood, 2)
    try {
      await liveThrough(neighbourhood, places / PLACES_A_SESSION, years)
      const ground = await neighbourhood.open(1, RESIDENTS)
      const on = { communityId: COMMUNITY, slotId: slotId(ground.base) }
      const sessionId = `s${String(ground.base).padStart(9, '0')}`
      const rows = [
        await measure(deployment, 'getFigures', { communityId: COMMUNITY, year: yearOf(neighbourhood.now) }),
        await measure(deployment, 'getFillBoard', { communityId: COMMUNITY, sessionId }),
        await measure(deployment, 'sendSecondWave', on, 1),
        await measure(deployment, 'listAudit', { communityId: COMMUNITY }),
      ]
      const title = `${figure(places)} places in ${years} years, ${figure(RESIDENTS)} residents`
      console.log(`\n${table([[title, 'first, ms', 'then, ms'], ...rows])}\n`)
    } finally {
      await deployment.database.close()
      await neighbourhood.close()
    }
  })
  return 0
}

async function measure(
  deployment: Deployment,
  action: ActionName,
  payload: object,
  times = TIMES,
): Promise<string[]> {
  const took: number[] = []
  for (let time = 0; time < times; time += 1) {
    const started = performance.now()
    const requestId = `bench-${action}-${time}`
    const answer = await dispatch(deployment, { action, payload, requestId, openId: residentId(0) })
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    took.push(performance.now() - started)
  }
  const [first = 0, ...others] = took
  return [action, figure(Math.round(first)), others.length > 0 ? figure(Math.round(Math.min(...others))) : '']
}

/** Sessions of six kinds, every second one a duty, each attended, one in ten absent, books closed. */
async function liveThrough({ url, now }: Neighbourhood, sessions: number, years: number): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  owner.on('error', () => undefined)
  const apart = Math.floor((years * 365 * 86_400_000) / sessions)
  const put = (sql: string) =>
    owner.query(
      sql
        .replaceAll('$now', String(now))
        .replaceAll('$residents', String(RESIDENTS + 1))
        .replaceAll('$sessions', String(sessions))
        .replaceAll('$places', String(PLACES_A_SESSION))
        .replaceAll('$apart', String(apart)),
    )
  try {
    for (const sql of PAST) {
      await put(sql)
      // Checks of foreign keys are planned by what is known of a table: of a new one, that it is empty.
      await owner.query('ANALYZE')
    }
    await owner.query('VACUUM ANALYZE')
  } finally {
    await owner.end()
  }
}

const STARTS = '$now - ($sessions - n + 1)::bigint * $apart'
const EACH = `FROM generate_series(1, $sessions) AS n CROSS JOIN generate_series(0, $places - 1) AS k
    CROSS JOIN LATERAL (SELECT lpad(((n * 37 + k * 251) % $residents)::text, 11, '0') AS who,
                               lpad(n::text, 6, '0') || lpad(k::text, 5, '0') AS nth) AS one`

const PAST = [
  `UPDATE resident SET role = 'admin' WHERE id = 'r00000000000'`,
  `INSERT INTO grid (community_id, id, name)
   SELECT '${COMMUNITY}', 'g' || lpad(n::text, 11, '0'), '第' || n || '网格' FROM generate_series(1, 6) AS n`,
  `UPDATE household SET grid_id = 'g' || lpad((1 + substr(id, 2)::int % 6)::text, 11, '0')`,
  `INSERT INTO activity (community_id, id, kind, title, description, bring, risk_note, insurance, contact,
                         free_cancel_hours, created_at)
   SELECT '${COMMUNITY}', 'a' || lpad(n::text, 11, '0'), kind, '', '', '', '', '', '', 12, 0
   FROM unnest(ARRAY['class', 'clean_up', 'traffic_duty', 'haircut', 'garden', 'gathering']) WITH ORDINALITY AS k (kind, n)`,
  `INSERT INTO recruitment_call (community_id, id, activity_id, published_by, published_at)
   SELECT '${COMMUNITY}', 'c' || lpad(n::text, 11, '0'), 'a' || lpad((1 + n % 6)::text, 11, '0'), 'r00000000000',
          ${STARTS} - 604800000 FROM generate_series(1, $sessions) AS n`,
  `INSERT INTO session (community_id, id, activity_id, call_id, place, starts_at, ends_at, secret, closed_at)
   SELECT '${COMMUNITY}', 'p' || lpad(n::text, 9, '0'), 'a' || lpad((1 + n % 6)::text, 11, '0'),
          'c' || lpad(n::text, 11, '0'), '', ${STARTS}, ${STARTS} + 3600000, '', $now FROM generate_series(1, $sessions) AS n`,
  `INSERT INTO slot (community_id, id, session_id, rank, kind, title, capacity, held, with_children, points, share,
                     opens_at, full_at)
   SELECT '${COMMUNITY}', 'q' || lpad(n::text, 11, '0'), 'p' || lpad(n::text, 9, '0'), 0,
          CASE n % 2 WHEN 0 THEN 'post' ELSE 'seat' END, '', $places, $places, false, 0, 0, ${STARTS} - 604800000,
          ${STARTS} - 604800000 + (n % 90) * 60000 FROM generate_series(1, $sessions) AS n`,
  `INSERT INTO booking (community_id, id, slot_id, session_id, household_id, booked_by, source, created_at)
   SELECT '${COMMUNITY}', 'z' || nth, 'q' || lpad(n::text, 11, '0'), 'p' || lpad(n::text, 9, '0'), 'h' || who, 'r' || who,
          'general', ${STARTS} - 604800000 ${EACH}`,
  `INSERT INTO place (community_id, booking_id, attendee_id, attendee_kind, slot_id, slot_kind, session_id, activity_id,
                      household_id, starts_at, ends_at, paid, in_window, created_at, outcome, outcome_at)
   SELECT '${COMMUNITY}', 'z' || nth, 'r' || who, 'resident', 'q' || lpad(n::text, 11, '0'),
          CASE n % 2 WHEN 0 THEN 'post' ELSE 'seat' END, 'p' || lpad(n::text, 9, '0'),
          'a' || lpad((1 + n % 6)::text, 11, '0'), 'h' || who, ${STARTS}, ${STARTS} + 3600000, 0, false,
          ${STARTS} - 604800000, CASE (n + k) % 10 WHEN 0 THEN 'absent' ELSE 'present' END, $now ${EACH}`,
  `INSERT INTO service_record (community_id, id, resident_id, session_id, slot_id, minutes, points, confirmed_by,
                               starts_at, created_at)
   SELECT '${COMMUNITY}', 'z' || nth, 'r' || who, 'p' || lpad(n::text, 9, '0'), 'q' || lpad(n::text, 11, '0'), 60, 0,
          'r00000000000', ${STARTS}, $now ${EACH} WHERE n % 2 = 0 AND (n + k) % 10 <> 0`,
]
