import type { Payload } from '@/contract/actions'
import type { Roster } from '@/contract/get-roster'
import type { ChangedMeanwhile } from '@/contract/other-refusal'
import type { Instant } from '@/domain/time'

/** A session as a cadre saw it last. */
export interface SeenSession {
  version: number
  startsAt: Instant
  endsAt: Instant
  place: string
  /** capacity by slot */
  capacities: Record<string, number>
}

/** What a cadre would make of it. */
export type ChangeForm = Omit<SeenSession, 'version'> & {
  /** slots whose window places stay beyond the share */
  kept: string[]
}

export function seenIn({ session, slots }: Roster): SeenSession {
  return presentOf({ ...session, slots })
}

export function presentOf({
  version,
  startsAt,
  endsAt,
  place,
  slots,
}: Omit<ChangedMeanwhile, 'reason'>): SeenSession {
  const capacities = Object.fromEntries(slots.map((slot) => [slot.id, slot.capacity]))
  return { version, startsAt, endsAt, place, capacities }
}

export function formFor({ startsAt, endsAt, place, capacities }: SeenSession): ChangeForm {
  return { startsAt, endsAt, place, capacities, kept: [] }
}

/** What is still as it was seen follows what is now; what somebody has typed stays. */
export function following(form: ChangeForm, before: SeenSession, now: SeenSession): ChangeForm {
  // A start and an end are one thing: half of it from each cadre would be nobody's time.
  const typedTime = form.startsAt !== before.startsAt || form.endsAt !== before.endsAt
  const { startsAt, endsAt } = typedTime ? form : now
  const place = form.place === before.place ? now.place : form.place
  const capacities = Object.fromEntries(
    Object.entries(now.capacities).map(([id, capacity]) => {
      const typed = form.capacities[id]
      return [id, typed === undefined || typed === before.capacities[id] ? capacity : typed]
    }),
  )
  return { ...form, startsAt, endsAt, place, capacities }
}

/** True when time or place are not as they were seen. */
export function movesSession(form: ChangeForm, { startsAt, endsAt, place }: SeenSession): boolean {
  return form.startsAt !== startsAt || form.endsAt !== endsAt || form.place.trim() !== place
}

/** A start moves the end along, so that the length stays. */
export function startingAt(form: ChangeForm, startsAt: Instant): ChangeForm {
  return { ...form, startsAt, endsAt: startsAt + form.endsAt - form.startsAt }
}

/** What is asked of the server for one slot. */
export function slotChange(
  communityId: string,
  { version }: SeenSession,
  form: ChangeForm,
  slotId: string,
): Omit<Payload<'changeSlot'>, 'dryRun'> {
  const capacity = form.capacities[slotId] ?? 0
  return { communityId, slotId, version, capacity, keepWindowPlaces: form.kept.includes(slotId) }
}
