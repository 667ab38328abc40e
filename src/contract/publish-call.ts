import * as v from 'valibot'
import {
  activityKind,
  ageBand,
  communityId,
  countBetween,
  instantInput,
  optionalText,
  rowId,
  sessionId,
  skill,
  text,
} from './fields'

export const slotDraft = v.strictObject({
  kind: v.picklist(['seat', 'post']),
  title: text(20),
  capacity: countBetween(1, 1000),
  ageBand: v.nullable(ageBand),
  skill: v.nullable(skill),
  withChildren: v.boolean(),
  points: countBetween(0, 100),
  price: v.nullable(countBetween(1, 200)),
  share: countBetween(0, 80),
  priorityOpensAt: v.nullable(instantInput),
  opensAt: v.nullable(instantInput),
  newcomersFirst: v.boolean(),
  householdLimit: v.nullable(countBetween(1, 12)),
})

/** Times of slots are those of the first session; later sessions shift them. */
export const request = v.strictObject({
  communityId,
  activity: v.strictObject({
    kind: activityKind,
    title: text(30),
    place: text(40),
    description: optionalText(500),
    bring: optionalText(200),
    riskNote: optionalText(500),
    insurance: optionalText(200),
    contact: optionalText(40),
    freeCancelHours: countBetween(0, 72),
  }),
  sessions: v.pipe(
    v.array(v.strictObject({ startsAt: instantInput, endsAt: instantInput })),
    v.minLength(1, 'must have a session'),
    v.maxLength(60, 'must have at most 60 sessions'),
  ),
  slots: v.pipe(
    v.array(slotDraft),
    v.minLength(1, 'must have a slot'),
    v.maxLength(20, 'must have at most 20 slots'),
  ),
})
export const response = v.object({ callId: rowId, sessionIds: v.array(sessionId) })
