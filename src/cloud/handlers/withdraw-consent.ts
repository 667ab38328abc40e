import { BOOKS_FORGOTTEN_AFTER } from '@/domain/child'
import { giveUp, lockSlots, toldOf, type SurrenderToTell } from '../allotment/give-up'
import { Overtaken } from '../db/database'
import { notFound, RequestFailure, type MemberHandler } from '../handler'
import { findHouseholdOf, forgetNicknames, removeChild } from '../repositories/child'
import { listBookingsToCome, listPartiesToCome } from '../repositories/to-come'

export const withdrawConsent: MemberHandler<'withdrawConsent'> = async (
  { tx, resident, now },
  { childId, dryRun },
) => {
  const { communityId, householdId, guardian } = resident
  const household = await findHouseholdOf(tx, communityId, childId)
  if (household !== householdId) throw notFound('child in this household')
  if (!guardian) throw new RequestFailure('forbidden', 'only a guardian takes consent back')
  const read = async (): Promise<SurrenderToTell> => ({
    householdId,
    attendees: [childId],
    bookings: await listBookingsToCome(tx, communityId, [childId], now),
    parties: await listPartiesToCome(tx, communityId, [childId], now),
  })
  const first = await read()
  if (dryRun) return { givenUp: toldOf(first, now) }
  const slots = [...first.bookings, ...first.parties].map((it) => it.slotId)
  const locked = await lockSlots(tx, communityId, slots, [householdId])
  const surrender = await read()
  // Booked meanwhile, in a slot that is not locked.
  if ([...surrender.bookings, ...surrender.parties].some((it) => !locked.has(it.slotId)))
    throw new Overtaken()
  if ((await findHouseholdOf(tx, communityId, childId)) === null) throw notFound('child in this household')
  await removeChild(tx, communityId, childId, now)
  await giveUp(tx, communityId, locked, surrender, now)
  await forgetNicknames(tx, communityId, now - BOOKS_FORGOTTEN_AFTER)
  return { givenUp: toldOf(surrender, now) }
}
