import { DEPARTED_NAME } from '@/domain/masked-name'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { newRowId } from '../ids'
import { listExpired } from './expiry'
import { lockAccount } from './points'
import type { Account } from '@/domain/account'

/**
 * What becomes of each table when a resident deletes the account. A table that is added has to be named here; a test
 * reads the schema.
 */
export const WHEN_SOMEBODY_LEAVES = {
  resident: 'the row stays without name, identity, phone, role, team, number of a register and suspension',
  household: 'where nobody is left: grid, building and door are emptied, and the points booked out',
  child: 'deleted where no guardian is left',
  household_invitation: 'withdrawn where it waits; ids stay',
  resident_skill: 'deleted',
  booking:
    'those to come are given back, or handed on where somebody else of the household has a place; ids stay',
  place: 'given back where the session has not begun; of those before, ids stay',
  waitlist_entry: 'ended, or handed on where somebody else of the household waits; ids stay',
  waitlist_attendee: 'taken out of a party that waits on; ids stay',
  waitlist_offer: 'ended, and the places offered to the next',
  draw_application: 'withdrawn before the list is frozen, passed over after; ids stay',
  draw_attendee: 'ids stay with the application',
  draw: 'nobody is named',
  substitute: 'ended with the booking',
  points_movement: 'stays: ids and codes',
  points_entry: 'stays: ids and amounts',
  points_allocation: 'stays: ids and amounts',
  points_debt: 'stays: ids and amounts',
  service_record: 'stays: whom it belongs to has no name any more',
  service_correction: 'stays, like the record',
  service_evaluation: 'stays, like the record: a code',
  dispute: 'withdrawn where it is open; what was written is emptied',
  notice: 'deleted',
  platform_message: 'deleted',
  message_accept: 'deleted',
  reminder: 'deleted',
  session_reminder: 'deleted',
  check_in_try: 'deleted',
  answer: 'deleted, but for the one to the farewell, which names nobody and is dropped after seven days',
  audit_entry: 'stays: it can only be added to; whom it names has no name any more',
  roll_call: 'stays: who opened names, as an id',
  session: 'one to come is led by nobody',
  slot: 'nobody is named; its places are given to who waits',
  recruitment_call: 'stays: who published it has no name any more',
  activity: 'nobody is named',
  second_wave: 'stays: who sent it has no name any more',
  share: 'stays: who sent it has no name any more',
  held_call: 'stays: who wrote it has no name any more',
  live_card: 'nobody is named',
  stored_file: 'nobody is named; gone with its link after five minutes',
  team: 'nobody is named',
  thanks: 'stays: a household by its id',
  given_back: 'deleted',
  resident_leave: 'deleted',
  grid: 'nobody is named',
  holiday_year: 'nobody is named',
  community: 'nobody is named',
  community_code: 'stays: who used it, as an id',
  schema_migration: 'nobody is named',
} as const

const OWN = [
  'resident_skill',
  'platform_message',
  'notice',
  'message_accept',
  'reminder',
  'session_reminder',
  'check_in_try',
  'given_back',
  'resident_leave',
  'answer',
] as const

/** What was told to a resident, asked of them, or said by them, all but their record. */
export async function eraseOwn(
  tx: Transaction,
  communityId: string,
  residentId: string,
  now: Instant,
): Promise<void> {
  const own = [communityId, residentId]
  for (const table of OWN)
    await tx.query(`DELETE FROM ${table} WHERE community_id = $1 AND resident_id = $2`, own)
  await tx.query(
    `UPDATE dispute SET note = '', answer_note = NULL, ended_at = coalesce(ended_at, $3),
                        state = CASE WHEN state = 'open' THEN 'withdrawn' ELSE state END
     WHERE community_id = $1 AND raised_by = $2`,
    [...own, now],
  )
}

/**
 * Unlinks the identity and takes the name. The row goes into a household of its own, so that nobody's family has
 * somebody without a name; what is told to it is read by nobody.
 */
export async function eraseResident(
  tx: Transaction,
  communityId: string,
  residentId: string,
  now: Instant,
): Promise<void> {
  const aside = newRowId()
  await tx.query('INSERT INTO household (community_id, id, created_at) VALUES ($1, $2, $3)', [
    communityId,
    aside,
    now,
  ])
  await tx.query(
    `UPDATE resident SET household_id = $3, open_id = 'departed:' || id, name = $4, role = 'resident', guardian = false,
                         phone = NULL, team_id = NULL, volunteer_number = NULL, named_in_honours = false,
                         named_to_neighbours = false, hours_only = false, without_phone = false, confirmed_at = NULL,
                         confirmed_by = NULL, suspended_until = NULL, suspension_cause = NULL, left_at = $5
     WHERE community_id = $1 AND id = $2`,
    [communityId, residentId, aside, DEPARTED_NAME, now],
  )
}

export async function promoteGuardian(
  tx: Transaction,
  communityId: string,
  residentId: string,
): Promise<void> {
  await tx.query('UPDATE resident SET guardian = true WHERE community_id = $1 AND id = $2', [
    communityId,
    residentId,
  ])
}

/** What they took part in keeps their ids. */
export async function deleteChildren(
  tx: Transaction,
  communityId: string,
  householdId: string,
): Promise<void> {
  await tx.query('DELETE FROM child WHERE community_id = $1 AND household_id = $2', [
    communityId,
    householdId,
  ])
}

export async function emptyAddress(tx: Transaction, communityId: string, householdId: string): Promise<void> {
  await tx.query(
    'UPDATE household SET grid_id = NULL, building = NULL, door_hash = NULL WHERE community_id = $1 AND id = $2',
    [communityId, householdId],
  )
}

/** A household's account, locked, with all credits that something is left of, run out or not. */
export async function lockWhole(
  tx: Transaction,
  communityId: string,
  householdId: string,
  now: Instant,
): Promise<Account> {
  const { head, lots } = await lockAccount(tx, communityId, householdId, now)
  return { head, lots: [...(await listExpired(tx, communityId, householdId, now)), ...lots] }
}
