import type { HolidayYear } from '@/domain/holiday'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'

export interface HolidayYearRow extends HolidayYear {
  version: number
}

const COLUMNS = 'year, version, holidays'

/** What is known from a year on, in order. */
export function listHolidayYears(
  tx: Transaction,
  communityId: string,
  from: number,
): Promise<HolidayYearRow[]> {
  return tx.query<HolidayYearRow>(
    `SELECT ${COLUMNS} FROM holiday_year WHERE community_id = $1 AND year >= $2 ORDER BY year LIMIT 5`,
    [communityId, from],
  )
}

export async function findHolidayYear(
  tx: Transaction,
  communityId: string,
  year: number,
): Promise<HolidayYearRow | null> {
  const [row] = await tx.query<HolidayYearRow>(
    `SELECT ${COLUMNS} FROM holiday_year WHERE community_id = $1 AND year = $2`,
    [communityId, year],
  )
  return row ?? null
}

/**
 * Decides and writes in one statement, so that two who save at once need no lock.
 * @param seen the version it was read at; 0: there was none
 * @returns the new version; null: it is not the one that was seen
 */
export async function saveHolidayYear(
  tx: Transaction,
  communityId: string,
  { year, holidays, seen, now }: HolidayYear & { seen: number; now: Instant },
): Promise<number | null> {
  const [row] = await tx.query<{ version: number }>(
    `INSERT INTO holiday_year AS was (community_id, year, holidays, saved_at) VALUES ($1, $2, $3::text::jsonb, $4)
     ON CONFLICT (community_id, year) DO UPDATE
       SET holidays = excluded.holidays, version = was.version + 1, saved_at = excluded.saved_at
       WHERE was.version = $5
     RETURNING version`,
    [communityId, year, JSON.stringify(holidays), now, seen],
  )
  return row?.version ?? null
}
