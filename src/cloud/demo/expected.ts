import { HOUR, WEEK, type Instant } from '@/domain/time'
import type { Stage } from './stage'

/**
 * Where the personas have been and will be, so that each finds what the list of personas promises:
 * code, weeks from the seeding, occasion, slot.
 */
const EXPECTED: [string, number, string, number][] = [
  ['parent', -3, 'clean-up', 0],
  ['parent', -3, 'traffic', 0],
  ['parent', -2, 'clean-up', 0],
  ['parent', -2, 'library', 0],
  ['parent', -1, 'traffic', 1],
  ['parent', -1, 'picture-book', 0],
  ['parent', 0, 'craft', 0],
  ['parent', 1, 'craft', 0],
  ['volunteer', -3, 'clean-up', 0],
  ['volunteer', -3, 'library', 0],
  ['volunteer', -2, 'traffic', 0],
  ['volunteer', -2, 'garden', 0],
  ['volunteer', -1, 'clean-up', 0],
  ['volunteer', -1, 'library', 0],
  ['elder', -3, 'library', 0],
  ['elder', -2, 'garden', 0],
  ['elder', -1, 'garden', 0],
  ['elder', -1, 'choir', 1],
  ['elder', 0, 'choir', 0],
  ['elder', 1, 'choir', 0],
]

/** @param thisWeek Monday of the week of the seeding */
export function expectedFrom(thisWeek: Instant) {
  return (occasion: string, monday: Instant, slot: number): string[] =>
    EXPECTED.filter(
      ([, weeks, key, rank]) => thisWeek + weeks * WEEK === monday && key === occasion && rank === slot,
    ).map(([code]) => code)
}

/** Takes the next post that is still to be had, far enough off to be looked forward to. */
export async function claimSoonest({ clock, act, attempt }: Stage, code: string): Promise<void> {
  const { sessions } = await act(code, 'listSessions', { slotKind: 'post' })
  for (const { startsAt, slots } of sessions) {
    if (startsAt < clock.now + 2 * HOUR) continue
    for (const { id, kind, held, capacity } of slots) {
      if (kind !== 'post' || held >= capacity) continue
      if (await attempt(code, 'bookSlot', { slotId: id, party: [{ kind: 'self' }] })) return
    }
  }
}
