import { wayOfGiving } from '@/domain/waitlist'
import { writeSlot } from '../allotment/decided'
import { openPost } from '../allotment/open-post'
import { firstInLine, handOverInLine, keptUntil } from '../allotment/pass-on'
import { notFound, Refused, type MemberHandler } from '../handler'
import { newRowId } from '../ids'
import { findBooking } from '../repositories/place'
import { findOpenSubstitute, insertSubstitute } from '../repositories/substitute'

export const passOnPost: MemberHandler<'passOnPost'> = async ({ tx, resident, now }, { bookingId }) => {
  const { communityId, householdId } = resident
  const booking = await findBooking(tx, communityId, bookingId)
  if (booking?.householdId !== householdId) throw notFound('post of your household')
  const opened = await openPost(tx, communityId, booking, { taker: null, now })
  if (opened instanceof Refused) return opened
  const { open, post } = opened
  const first = firstInLine(open, post)
  if (first && wayOfGiving(now, open.session.startsAt) === 'booked') {
    await handOverInLine(opened, first)
    await writeSlot(open)
    return { substituteId: null, waitlistUntil: null }
  }
  if (!opened.link) await insertSubstitute(tx, communityId, { id: newRowId(), bookingId }, now)
  const link = opened.link ?? (await findOpenSubstitute(tx, communityId, bookingId))
  if (!link) throw new Error('a link that was not written')
  const waitlistUntil = first ? await keptUntil(open, link, first) : null
  await writeSlot(open)
  return { substituteId: link.id, waitlistUntil }
}
