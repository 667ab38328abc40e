import type { AgeBand } from './age-band'
import type { Absence } from './attendance'
import { checkHousehold } from './booking'
import type { SlotFill } from './fill'
import { phaseAt } from './priority'
import type { Refusal } from './refusal'
import type { SlotTerms } from './slot'
import { HOUR, type Instant } from './time'

/** At most one second wave for a slot in so long. */
export const WAVE_EVERY = 6 * HOUR
/** Whoever heard of the session in that time, for whatever reason, is left in peace. */
export const HEARD_LATELY = 12 * HOUR

/** What of a household may speak against one more place. */
export interface WaveHousehold {
  /** the slot of each of its places in the session */
  slotsHere: string[]
  /** its posts in the week of the session */
  postsThatWeek: number
  /** none where nothing is open, and they limit nobody */
  absences: Absence[]
  /** of one with absences, its bookings in sessions that have not ended */
  openBookings: number
}

/** What decides whether a resident is told that a slot still lacks people. */
export interface WaveFacts {
  confirmed: boolean
  guardian: boolean
  suspendedUntil: Instant | null
  /** confirmed skills */
  skills: string[]
  /** of the household's children who have a guardian's consent and are nowhere else at that time */
  freeChildren: AgeBand[]
  /** holds a place at the time of the session, there or elsewhere */
  busy: boolean
  /** has said not to serve now, or at the time of the session */
  onLeave: boolean
  /** waits for a place in the session */
  waits: boolean
  /** somebody of the household holds a place in the session, or waits for one */
  householdHere: boolean
  /** null: it holds nothing here or in that week, and missed nothing that matters */
  household: WaveHousehold | null
  /** when last told anything of the session; null: not within {@link HEARD_LATELY} */
  toldAt: Instant | null
}

/** Is this resident told that the slot lacks people? Only somebody who could come, and does not know. */
export function isCalledAgain(
  facts: WaveFacts,
  { id, terms }: { id: string; terms: SlotTerms },
  session: { startsAt: Instant },
  now: Instant,
): boolean {
  if (facts.suspendedUntil !== null && now < facts.suspendedUntil) return false
  if (facts.toldAt !== null && now < facts.toldAt + HEARD_LATELY) return false
  if (facts.household !== null && isAtLimit(facts.household, { id, terms }, session, now)) return false
  return terms.kind === 'post' ? couldServe(facts, terms) : couldAttend(facts, terms)
}

/** Would one more place be refused, whoever of the household it is for? */
function isAtLimit(
  household: WaveHousehold,
  { id, terms }: { id: string; terms: SlotTerms },
  session: { startsAt: Instant },
  now: Instant,
): boolean {
  const placesInSlot = household.slotsHere.filter((slot) => slot === id).length
  const ask = { now, session, terms, household: { ...household, placesInSlot }, attendees: [household] }
  return checkHousehold(ask) !== null
}

function couldServe({ confirmed, skills, busy, waits, onLeave }: WaveFacts, terms: SlotTerms): boolean {
  if (busy || waits || onLeave) return false
  if (terms.withChildren && !confirmed) return false
  return terms.skill === null || skills.includes(terms.skill)
}

// A seat for an age band is a child's, and its guardians are told of it; any other is the resident's own.
function couldAttend(facts: WaveFacts, { ageBand, skill }: SlotTerms): boolean {
  if (facts.householdHere) return false
  if (skill !== null && !facts.skills.includes(skill)) return false
  return ageBand === null ? !facts.busy : facts.guardian && facts.freeChildren.includes(ageBand)
}

export type WaveRefusal =
  /** nobody is lacking */
  | { reason: 'wave_not_needed' }
  /** not everybody may take a place yet */
  | { reason: 'wave_not_open'; opensAt: Instant }
  /** the last one was less than {@link WAVE_EVERY} ago */
  | { reason: 'wave_too_soon'; nextAt: Instant }
  /** everybody who could come is there, waits, or has been told */
  | { reason: 'wave_reaches_nobody' }

/** Why no second wave may be sent now, whomever it would reach; null: it may. */
export function whyNoWave(
  slot: { terms: SlotTerms; fill: SlotFill; lastAt: Instant | null },
  session: { startsAt: Instant; cancelledAt: Instant | null },
  now: Instant,
): Refusal | WaveRefusal | null {
  const { terms, fill, lastAt } = slot
  if (session.cancelledAt !== null) return { reason: 'session_cancelled' }
  if (now >= session.startsAt) return { reason: 'session_started', startsAt: session.startsAt }
  if (fill.is === 'full') return { reason: 'wave_not_needed' }
  const phase = phaseAt(terms, now)
  if (phase === 'closed' || phase === 'window') return { reason: 'wave_not_open', opensAt: terms.opensAt }
  if (lastAt !== null && now < lastAt + WAVE_EVERY)
    return { reason: 'wave_too_soon', nextAt: lastAt + WAVE_EVERY }
  return null
}
