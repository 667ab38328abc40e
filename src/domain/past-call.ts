import type { CallDraft, SessionTime, SlotDraft } from './call'
import { HOUR, WEEK, type Instant } from './time'

/** A slot as it was published, with the times it opened at. */
export interface PublishedSlot extends Omit<SlotDraft, 'opensAt' | 'newcomersFirst'> {
  opensAt: Instant
  newcomersUntil: Instant | null
}

/**
 * The slot as it was written down: a time that came with the publishing is none, and the others are those of
 * the call's first session.
 * @param session the one it was read from
 */
export function writtenSlot(
  { newcomersUntil, ...slot }: PublishedSlot,
  { publishedAt, session, first }: { publishedAt: Instant; session: SessionTime; first: SessionTime },
): SlotDraft {
  const shift = first.startsAt - session.startsAt
  const written = (at: Instant | null) => (at === null || at <= publishedAt ? null : at + shift)
  const drawn = slot.allocation === 'draw'
  return {
    ...slot,
    newcomersFirst: newcomersUntil !== null,
    // What a draw leaves opens with the draw: nobody wrote that.
    opensAt: drawn ? null : written(slot.opensAt),
    priorityOpensAt: written(slot.priorityOpensAt),
    drawAt: slot.drawAt === null ? null : slot.drawAt + shift,
  }
}

const TIME_TO_WRITE = HOUR

/** The same call once more: on its usual days, in the first week whose start and openings still lie ahead. */
export function again(draft: CallDraft, now: Instant): CallDraft {
  const soonest = Math.min(
    ...draft.sessions.map(({ startsAt }) => startsAt),
    ...draft.slots.flatMap(({ opensAt, drawAt }) => [opensAt, drawAt].filter((at) => at !== null)),
  )
  const weeks = Math.max(0, Math.floor((now + TIME_TO_WRITE - soonest) / WEEK) + 1)
  const later = (at: Instant) => at + weeks * WEEK
  const orNull = (at: Instant | null) => (at === null ? null : later(at))
  return {
    ...draft,
    sessions: draft.sessions.map((it) => ({ startsAt: later(it.startsAt), endsAt: later(it.endsAt) })),
    slots: draft.slots.map((slot) => ({
      ...slot,
      priorityOpensAt: orNull(slot.priorityOpensAt),
      opensAt: orNull(slot.opensAt),
      drawAt: orNull(slot.drawAt),
    })),
  }
}
