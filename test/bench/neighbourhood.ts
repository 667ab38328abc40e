import pg from 'pg'
import { randomBytes } from 'node:crypto'
import { openPostgres } from '@/cloud/db/postgres'
import { DAY, HOUR, type Instant } from '@/domain/time'

export const COMMUNITY = 'bench0'

const pad = (letter: string, number: number, digits: number) =>
  `${letter}${String(number).padStart(digits, '0')}`
export const residentId = (number: number) => pad('r', number, 11)
export const slotId = (number: number) => pad('l', number, 11)

/** A run of slots that nothing else books in, each in a session of its own, all at the same hour. */
export interface Ground {
  /** number of the first slot */
  base: number
  slots: number
  startsAt: Instant
}

/** A database of its own on the bench's server, with residents who have a household each. */
export class Neighbourhood {
  private grounds = 0
  private constructor(
    readonly url: string,
    private readonly owner: pg.Client,
    readonly residents: number,
    readonly now: Instant,
    private readonly drop: () => Promise<void>,
  ) {}

  static async settle(server: string, residents: number): Promise<Neighbourhood> {
    const name = `linli_bench_${randomBytes(4).toString('hex')}`
    await run(server, `CREATE DATABASE ${name}`)
    const url = new URL(server)
    url.pathname = `/${name}`
    await (await openPostgres({ url: url.href, migrationUrl: url.href, connections: 1 })).close()
    const owner = new pg.Client({ connectionString: url.href })
    await owner.connect()
    // When the server is stopped on an error, that error is the one to be told.
    owner.on('error', () => undefined)
    const now = Date.now()
    await owner.query(SETTLE.replaceAll('$now', String(now)).replaceAll('$residents', String(residents)))
    await owner.query('VACUUM ANALYZE')
    return new Neighbourhood(url.href, owner, residents, now, () =>
      run(server, `DROP DATABASE ${name} WITH (FORCE)`),
    )
  }

  /** Fresh slots on a day of their own, so that bookings of one measurement do not overlap another's. */
  async open(slots: number, capacity: number): Promise<Ground> {
    this.grounds += 1
    const base = this.grounds * 1000
    const startsAt = this.now + this.grounds * DAY
    await this.owner.query(
      `INSERT INTO session (community_id, id, activity_id, call_id, place, starts_at, ends_at, secret)
       SELECT '${COMMUNITY}', 's' || lpad(n::text, 9, '0'), 'bench0000000', 'bench0000000', '', $3, $4, ''
       FROM generate_series($1::int, $2::int) AS n`,
      [base, base + slots - 1, startsAt, startsAt + HOUR],
    )
    await this.owner.query(
      `INSERT INTO slot (community_id, id, session_id, rank, kind, title, capacity, with_children, points, share, opens_at)
       SELECT '${COMMUNITY}', 'l' || lpad(n::text, 11, '0'), 's' || lpad(n::text, 9, '0'), 0, 'seat', '', $3, false, 0, 70, $4
       FROM generate_series($1::int, $2::int) AS n`,
      [base, base + slots - 1, capacity, this.now - HOUR],
    )
    // Planned for one row, what comes is read row by row until autovacuum has looked: both sides would measure that.
    await this.owner.query('ANALYZE session, slot')
    return { base, slots, startsAt }
  }

  /** Statements of the owner, as what a measurement needs besides. */
  async run(sql: string): Promise<void> {
    await this.owner.query(sql)
  }

  /** Places really taken in some slots, and how many more than there are. */
  async count({ base, slots }: Ground): Promise<{ taken: number; oversold: number }> {
    const { rows } = await this.owner.query<{ taken: number; oversold: number }>(
      `SELECT sum(taken)::int AS taken, sum(greatest(taken - capacity, 0))::int AS oversold
       FROM (SELECT s.capacity, (SELECT count(*) FROM place p WHERE p.community_id = s.community_id AND p.slot_id = s.id
                                 AND p.cancelled_at IS NULL) AS taken
             FROM slot s WHERE s.community_id = '${COMMUNITY}' AND s.id BETWEEN $1 AND $2) AS each`,
      [slotId(base), slotId(base + slots - 1)],
    )
    return rows[0] ?? { taken: 0, oversold: 0 }
  }

  /** Places beyond the capacity, in all slots. */
  async oversold(): Promise<number> {
    const { rows } = await this.owner.query<{ oversold: number }>(
      `SELECT coalesce(sum(greatest(taken - capacity, 0)), 0)::int AS oversold
       FROM slot s JOIN (SELECT slot_id, count(*) AS taken FROM place
                         WHERE community_id = '${COMMUNITY}' AND cancelled_at IS NULL GROUP BY slot_id) p ON p.slot_id = s.id
       WHERE s.community_id = '${COMMUNITY}'`,
    )
    return rows[0]?.oversold ?? 0
  }

  async close(): Promise<void> {
    await this.owner.end()
    await this.drop()
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

const SETTLE = `
  INSERT INTO community (id, name, created_at) VALUES ('${COMMUNITY}', 'bench', $now);
  INSERT INTO household (community_id, id, created_at)
    SELECT '${COMMUNITY}', 'h' || lpad(n::text, 11, '0'), $now FROM generate_series(0, $residents) AS n;
  INSERT INTO resident (community_id, id, household_id, open_id, name, role, guardian, joined_at, points_usable_from,
                        confirmed_at)
    SELECT '${COMMUNITY}', 'r' || lpad(n::text, 11, '0'), 'h' || lpad(n::text, 11, '0'), 'r' || lpad(n::text, 11, '0'),
           NULL, 'resident', true, $now, $now, $now FROM generate_series(0, $residents) AS n;
  INSERT INTO activity (community_id, id, kind, title, description, bring, risk_note, insurance, contact,
                        free_cancel_hours, created_at)
    VALUES ('${COMMUNITY}', 'bench0000000', 'class', '周六绘本课', '', '', '', '', '', 12, $now);
  INSERT INTO recruitment_call (community_id, id, activity_id, published_by, published_at)
    VALUES ('${COMMUNITY}', 'bench0000000', 'bench0000000', 'r00000000000', $now);
  -- A past, so that the planner knows tables that have something in them.
  INSERT INTO session (community_id, id, activity_id, call_id, place, starts_at, ends_at, secret)
    VALUES ('${COMMUNITY}', 's000000000', 'bench0000000', 'bench0000000', '', $now - 8640000000, $now - 8636400000, '');
  INSERT INTO slot (community_id, id, session_id, rank, kind, title, capacity, with_children, points, share, opens_at)
    VALUES ('${COMMUNITY}', 'l00000000000', 's000000000', 0, 'post', '', 1000000, false, 10, 0, 0);
  INSERT INTO booking (community_id, id, slot_id, session_id, household_id, booked_by, source, created_at)
    SELECT '${COMMUNITY}', 'b' || lpad(n::text, 11, '0'), 'l00000000000', 's000000000', 'h' || lpad(n::text, 11, '0'),
           'r' || lpad(n::text, 11, '0'), 'general', $now - 8640000000 FROM generate_series(0, $residents) AS n;
  INSERT INTO place (community_id, booking_id, attendee_id, attendee_kind, slot_id, slot_kind, session_id, activity_id,
                     household_id, starts_at, ends_at, paid, in_window, created_at)
    SELECT '${COMMUNITY}', 'b' || lpad(n::text, 11, '0'), 'r' || lpad(n::text, 11, '0'), 'resident', 'l00000000000',
           'post', 's000000000', 'bench0000000', 'h' || lpad(n::text, 11, '0'), $now - 8640000000, $now - 8636400000, 0,
           false, $now - 8640000000 FROM generate_series(0, $residents) AS n;
  INSERT INTO points_movement (community_id, id, kind, created_at)
    SELECT '${COMMUNITY}', 'm' || lpad(n::text, 11, '0'), 'service', $now FROM generate_series(0, $residents) AS n;
  INSERT INTO points_entry (community_id, movement_id, account_id, seq, amount, balance, expires_at, created_at, hash)
    SELECT '${COMMUNITY}', 'm' || lpad(n::text, 11, '0'), 'h' || lpad(n::text, 11, '0'), 1, 10, 10, $now + 8640000000,
           $now, '' FROM generate_series(0, $residents) AS n;
  INSERT INTO answer (community_id, resident_id, request_id, action, payload_hash, data, created_at)
    SELECT '${COMMUNITY}', 'r' || lpad(n::text, 11, '0'), 'past-request', 'bookSlot', '', '{}', $now
    FROM generate_series(0, $residents) AS n;`
