import { DAY, HOUR } from '@/domain/time'
import { COMMUNITY, type Neighbourhood } from './neighbourhood'

/** Sessions in the two weeks to come, each with thirty seats and four posts. */
export const SESSIONS = 80
const SEATS = 30
const POSTS = 4

/** Nothing else of the bench has such numbers. */
const FIRST = 800_000
export const sessionIdOfWeek = (number: number) => `s${String(FIRST + number).padStart(9, '0')}`
export const seatOfWeek = (number: number) => `l${String(2 * (FIRST + number)).padStart(11, '0')}`
export const postOfWeek = (number: number) => `l${String(2 * (FIRST + number) + 1).padStart(11, '0')}`

/** A community in the middle of its week: sessions to come of which half is booked, and notices for everybody. */
export async function fillWeek(neighbourhood: Neighbourhood): Promise<void> {
  const { now, residents } = neighbourhood
  const values = {
    ...{ community: COMMUNITY, now, day: DAY, hour: HOUR, first: FIRST, last: FIRST + SESSIONS - 1 },
    ...{ sessions: SESSIONS, seats: SEATS, posts: POSTS, residents },
  }
  const sql = Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`$${name};`, String(value)),
    WEEK,
  )
  await neighbourhood.run(sql)
  await neighbourhood.run('VACUUM ANALYZE')
}

const START = `$now; - $now; % $hour; + (1 + (n - $first;) % 14) * $day; + (n - $first;) / 14 * 2 * $hour;`

// Who books goes through all residents, so that no household has two of the same hour.
const WEEK = `
  INSERT INTO session (community_id, id, activity_id, call_id, place, starts_at, ends_at, secret)
    SELECT '$community;', 's' || lpad(n::text, 9, '0'), 'bench0000000', 'bench0000000', '社区图书室', ${START},
           ${START} + $hour;, '' FROM generate_series($first;, $last;) AS n;
  INSERT INTO slot (community_id, id, session_id, rank, kind, title, capacity, with_children, points, share, opens_at,
                    held)
    SELECT '$community;', 'l' || lpad((2 * n + rank)::text, 11, '0'), 's' || lpad(n::text, 9, '0'), rank,
           CASE rank WHEN 0 THEN 'seat' ELSE 'post' END, CASE rank WHEN 0 THEN '孩子名额' ELSE '领读志愿者' END,
           CASE rank WHEN 0 THEN $seats; ELSE $posts; END, false, CASE rank WHEN 0 THEN 0 ELSE 10 END,
           CASE rank WHEN 0 THEN 70 ELSE 0 END, $now; - $hour;,
           (CASE rank WHEN 0 THEN $seats; ELSE $posts; END) / 2
    FROM generate_series($first;, $last;) AS n, generate_series(0, 1) AS rank;
  CREATE TEMP TABLE booked AS
    SELECT row_number() OVER () AS number, n, rank, 'w' || lpad((row_number() OVER ())::text, 11, '0') AS id
    FROM generate_series($first;, $last;) AS n, generate_series(0, 1) AS rank,
         generate_series(1, (CASE rank WHEN 0 THEN $seats; ELSE $posts; END) / 2);
  INSERT INTO booking (community_id, id, slot_id, session_id, household_id, booked_by, source, created_at)
    SELECT '$community;', id, 'l' || lpad((2 * n + rank)::text, 11, '0'), 's' || lpad(n::text, 9, '0'),
           'h' || lpad((number % $residents;)::text, 11, '0'), 'r' || lpad((number % $residents;)::text, 11, '0'),
           'general', $now; - $hour; FROM booked;
  INSERT INTO place (community_id, booking_id, attendee_id, attendee_kind, slot_id, slot_kind, session_id, activity_id,
                     household_id, starts_at, ends_at, paid, in_window, created_at)
    SELECT b.community_id, b.id, b.booked_by, 'resident', b.slot_id, s.kind, b.session_id, 'bench0000000', b.household_id,
           o.starts_at, o.ends_at, 0, false, b.created_at
    FROM booking b JOIN slot s ON s.community_id = b.community_id AND s.id = b.slot_id
         JOIN session o ON o.community_id = b.community_id AND o.id = b.session_id
    WHERE b.community_id = '$community;' AND b.id LIKE 'w%';
  DROP TABLE booked;
  INSERT INTO notice (community_id, id, resident_id, kind, session_id, points, created_at)
    SELECT '$community;', 'n' || lpad((2 * n + turn)::text, 11, '0'), 'r' || lpad(n::text, 11, '0'), 'points_credited',
           's000000000', 10, $now; - turn * $day; FROM generate_series(0, $residents;) AS n, generate_series(0, 1) AS turn;`
