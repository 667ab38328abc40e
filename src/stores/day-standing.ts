import type { SessionView, SlotView } from '@/contract/session-view'
import type { Standing } from '@/domain/standing'
import type { Instant } from '@/domain/time'

/** True while the leader's number is taken, and somebody of this household has not given it yet. */
export function mayCheckIn({ session }: SessionView, slot: SlotView, now: Instant): boolean {
  const { checkInOpensAt, endsAt, closedAt, cancelledAt } = session
  const open = now >= checkInOpensAt && now < endsAt && closedAt === null && cancelledAt === null
  return (
    open &&
    slot.terms.kind === 'post' &&
    attendees(slot).some((it) => it.checkedInAt === null && it.outcome === null)
  )
}

/** How it stands for whoever holds a place here once the day has come; null before, and without a place. */
export function dayStanding(view: SessionView, slot: SlotView, now: Instant): Standing | null {
  const who = attendees(slot)
  if (who.length === 0 || view.session.cancelledAt !== null) return null
  const came = who.filter((it) => it.outcome === 'present').length
  if (came > 0) return { is: 'came', points: slot.points * came }
  if (who.some((it) => it.outcome === 'absent')) return { is: 'absent' }
  if (mayCheckIn(view, slot, now)) return { is: 'check_in' }
  if (who.some((it) => it.checkedInAt !== null)) return { is: 'checked_in' }
  if (now >= view.session.endsAt) return { is: 'over', held: true }
  return now >= view.session.startsAt ? { is: 'held', kind: slot.terms.kind } : null
}

function attendees(slot: SlotView) {
  return slot.bookings.flatMap((it) => it.attendees)
}
