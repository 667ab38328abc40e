import type { ChangedMeanwhile } from '@/contract/other-refusal'
import type { SessionRow, SlotRow } from '../repositories/slot'

/** How a session stands now, for a cadre who saw another version of it; null when it is the one they saw. */
export function changedMeanwhile(
  { version, startsAt, endsAt, place }: SessionRow,
  slots: SlotRow[],
  seen: number,
): ChangedMeanwhile | null {
  if (version === seen) return null
  const capacities = slots.map(({ id, terms }) => ({ id, capacity: terms.capacity }))
  return { reason: 'changed_meanwhile', version, startsAt, endsAt, place, slots: capacities }
}
