import * as v from 'valibot'
import {
  activityKind,
  ageBand,
  communityId,
  countBetween,
  cover,
  instantInput,
  optionalText,
  rowId,
  sessionId,
  skill,
  text,
} from './fields'

/** Most characters of each text; the form counts by them. */
export const MOST_CHARACTERS = {
  title: 30,
  place: 40,
  description: 500,
  bring: 200,
  riskNote: 500,
  insurance: 200,
  contact: 40,
  slotTitle: 20,
} as const

/** Least and most of each number. */
export const BOUNDS = {
  capacity: [1, 1000],
  points: [0, 100],
  price: [1, 200],
  share: [0, 80],
  householdLimit: [1, 12],
  freeCancelHours: [0, 72],
} as const

export const MOST_SESSIONS = 60
export const MOST_SLOTS = 20
export const MOST_TEAMS = 5

export const slotDraft = v.strictObject({
  kind: v.picklist(['seat', 'post']),
  title: text(MOST_CHARACTERS.slotTitle),
  capacity: countBetween(...BOUNDS.capacity),
  ageBand: v.nullable(ageBand),
  skill: v.nullable(skill),
  withChildren: v.boolean(),
  points: countBetween(...BOUNDS.points),
  price: v.nullable(countBetween(...BOUNDS.price)),
  share: countBetween(...BOUNDS.share),
  priorityOpensAt: v.nullable(instantInput),
  opensAt: v.nullable(instantInput),
  newcomersFirst: v.boolean(),
  /** kept for those teams until a day before the start; posts only */
  teamsFirst: v.optional(v.boolean()),
  householdLimit: v.nullable(countBetween(...BOUNDS.householdLimit)),
  allocation: v.optional(v.picklist(['booking', 'draw']), 'booking'),
  drawAt: v.optional(v.nullable(instantInput), null),
  publicNumber: v.optional(v.boolean(), false),
})

export const activityDraft = v.strictObject({
  kind: activityKind,
  /** the drawing it is shown by; without one, that of its kind */
  cover: v.optional(cover),
  title: text(MOST_CHARACTERS.title),
  place: text(MOST_CHARACTERS.place),
  description: optionalText(MOST_CHARACTERS.description),
  bring: optionalText(MOST_CHARACTERS.bring),
  riskNote: optionalText(MOST_CHARACTERS.riskNote),
  insurance: optionalText(MOST_CHARACTERS.insurance),
  contact: optionalText(MOST_CHARACTERS.contact),
  freeCancelHours: countBetween(...BOUNDS.freeCancelHours),
})

/** Times of slots are those of the first session; later sessions shift them. */
export const request = v.strictObject({
  communityId,
  /** a call that waits for the check of its texts, and is published anew in other words */
  replaces: v.optional(rowId),
  activity: activityDraft,
  /** named as those it is for; shown, and open to all the same but for slots kept for them */
  teamIds: v.optional(
    v.pipe(v.array(rowId), v.maxLength(MOST_TEAMS, `must name at most ${MOST_TEAMS} teams`)),
  ),
  /** the part of the community it is in; without it, it is of the whole */
  gridId: v.optional(rowId),
  sessions: v.pipe(
    v.array(v.strictObject({ startsAt: instantInput, endsAt: instantInput })),
    v.minLength(1, 'must have a session'),
    v.maxLength(MOST_SESSIONS, `must have at most ${MOST_SESSIONS} sessions`),
  ),
  slots: v.pipe(
    v.array(slotDraft),
    v.minLength(1, 'must have a slot'),
    v.maxLength(MOST_SLOTS, `must have at most ${MOST_SLOTS} slots`),
  ),
})
/** Why a call waits. */
export const heldState = v.picklist(['unanswered', 'review', 'risky', 'outdated'])
export const response = v.object({
  callId: v.nullable(rowId),
  sessionIds: v.array(sessionId),
  /** it waits until its texts have been checked; null: it is published */
  held: v.nullable(v.object({ id: rowId, state: heldState })),
})
