import { LEADS_AFTER } from '@/domain/leading'
import { yearStart } from '@/domain/time'
import { notFound, type VisitorHandler } from '../handler'
import { FIRST, PAGE, paged } from '../page'
import { findCommunity } from '../repositories/community'
import { listFeed } from '../repositories/feed'
import { listLed } from '../repositories/leader'
import { countUnread } from '../repositories/notice'
import { listBookingIds, listHeldInBookings } from '../repositories/place'
import type { ResidentRow } from '../repositories/resident'
import { findSessions } from '../repositories/slot'
import { sumMinutes } from '../repositories/statement'
import type { Transaction } from '../db/database'
import type { Instant } from '@/domain/time'
import { bookingViews } from '../views/booking-view'
import { readPoints } from '../views/points-view'

const MOST_LED = 3

export const getHome: VisitorHandler<'getHome'> = async ({ tx, resident, now }, { communityId }) => {
  const community = await findCommunity(tx, communityId)
  if (!community) throw notFound('community')
  const rows = await listFeed(tx, communityId, {
    now,
    after: FIRST,
    householdId: resident?.householdId ?? '',
    limit: PAGE + 1,
  })
  const { page, nextCursor } = paged(rows, (row) => ({ at: row.startsAt, id: row.id }))
  return { community, ...(await own(tx, resident, now)), sessions: page, nextCursor }
}

async function own(tx: Transaction, resident: ResidentRow | null, now: Instant) {
  if (!resident) {
    const points = { canPay: 0, expiring: null, minutesThisYear: 0 }
    return { member: null, next: null, leads: [], points, unread: 0 }
  }
  const { communityId, householdId, id, name, role, confirmedAt } = resident
  const [soonest] = await listBookingIds(tx, communityId, householdId, {
    which: 'upcoming',
    now,
    from: FIRST,
    limit: 1,
  })
  const places = soonest ? await listHeldInBookings(tx, communityId, [soonest.bookingId]) : []
  const sessions = await findSessions(
    tx,
    communityId,
    places.map((place) => place.sessionId),
  )
  const { canPay, expiring } = await readPoints(tx, communityId, householdId, now)
  return {
    member: { residentId: id, name: name ?? '', role, confirmed: confirmedAt !== null },
    next: bookingViews(places, sessions)[0] ?? null,
    leads: await listLed(tx, communityId, id, { endAfter: now - LEADS_AFTER, limit: MOST_LED }),
    points: {
      canPay,
      expiring: expiring[0] ?? null,
      minutesThisYear: await sumMinutes(tx, communityId, id, yearStart(now)),
    },
    unread: await countUnread(tx, communityId, id),
  }
}
