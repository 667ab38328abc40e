import * as v from 'valibot'
import { cancelCause } from './cancel-session'
import {
  activityKind,
  ageBand,
  communityId,
  count,
  cover,
  instant,
  role,
  rowId,
  sessionId,
  skill,
} from './fields'

export const slotTerms = v.object({
  kind: v.picklist(['seat', 'post']),
  capacity: count,
  ageBand: v.nullable(ageBand),
  skill: v.nullable(skill),
  withChildren: v.boolean(),
  price: v.nullable(count),
  share: count,
  priorityOpensAt: v.nullable(instant),
  opensAt: instant,
  newcomersUntil: v.nullable(instant),
  /** kept until then for those of these teams; null: for all */
  teamsUntil: v.nullable(instant),
  teamIds: v.array(rowId),
  allocation: v.picklist(['booking', 'draw']),
  drawAt: v.nullable(instant),
  drawnAt: v.nullable(instant),
  householdLimit: v.nullable(count),
})

export const slotPlaces = v.object({
  held: count,
  heldByWindow: count,
  waiting: v.array(count),
  waitlist: count,
})

export const sessionRef = v.object({ id: sessionId, title: v.string(), startsAt: instant, endsAt: instant })

const attendeeName = v.object({ id: v.string(), name: v.string() })

/** A booking as its household sees it. */
export const bookingView = v.object({
  id: rowId,
  slotId: rowId,
  slotTitle: v.string(),
  kind: v.picklist(['seat', 'post']),
  session: v.object({
    ...sessionRef.entries,
    activityKind,
    place: v.string(),
    cancelledAt: v.nullable(instant),
  }),
  attendees: v.array(
    v.object({
      ...attendeeName.entries,
      checkedInAt: v.nullable(instant),
      /** null: did not check out, though the planned end be taken for it */
      checkedOutAt: v.nullable(instant),
      outcome: v.nullable(v.picklist(['present', 'absent'])),
    }),
  ),
  /** points paid for the places still held */
  paid: count,
  freeCancelUntil: instant,
  /** the community has changed the time since it was booked */
  moved: v.boolean(),
  /** points each presence brings; 0 for seats */
  points: count,
  /** the link by which somebody else may take the post, kept so long for who waits; null: none is out */
  substitute: v.nullable(v.object({ id: rowId, waitlistUntil: v.nullable(instant) })),
})
export type BookingView = v.InferOutput<typeof bookingView>

/** A place in line as the waiting household sees it; with `offer` it is this household's turn. */
export const waitlistView = v.object({
  id: rowId,
  slotId: rowId,
  slotTitle: v.string(),
  kind: v.picklist(['seat', 'post']),
  session: bookingView.entries.session,
  attendees: v.array(attendeeName),
  usePoints: v.boolean(),
  /** 1 is next */
  position: count,
  /** the same among those who would pay for a place of the priority window; null: there is no window */
  withPoints: v.nullable(count),
  /** `price`: points for each place, of the priority window; null: nothing */
  offer: v.nullable(v.object({ id: rowId, until: instant, price: v.nullable(count) })),
})
export type WaitlistView = v.InferOutput<typeof waitlistView>

/** An application for a draw that is not run yet, as its household sees it. */
export const applicationView = v.object({
  id: rowId,
  slotId: rowId,
  slotTitle: v.string(),
  kind: v.picklist(['seat', 'post']),
  session: bookingView.entries.session,
  attendees: v.array(attendeeName),
  /** ready to pay */
  points: count,
  drawAt: instant,
  /** the list is closed */
  frozenAt: v.nullable(instant),
  wantsNumber: v.boolean(),
})
export type ApplicationView = v.InferOutput<typeof applicationView>

/** The draw of a slot, until its places are given and afterwards. */
export const drawView = v.object({
  /** of the seed, published with the call */
  seedHash: v.string(),
  frozenAt: v.nullable(instant),
  /** of the frozen list */
  listHash: v.nullable(v.string()),
  /** waits for a number drawn in public */
  wantsNumber: v.boolean(),
  publicNumber: v.nullable(v.string()),
  /** how many households applied */
  applications: count,
  /** this household's application */
  own: v.nullable(
    v.object({
      id: rowId,
      attendees: v.array(attendeeName),
      points: count,
      won: v.nullable(v.picklist(['newcomers', 'weighted'])),
      passedOver: v.nullable(v.string()),
    }),
  ),
})

export type DrawView = v.InferOutput<typeof drawView>

/** A post that brings points in time. */
export const earningPost = v.object({
  session: sessionRef,
  slotId: rowId,
  slotTitle: v.string(),
  points: count,
  free: count,
})
export type EarningPost = v.InferOutput<typeof earningPost>

/** One slot with everything {@link checkBooking} needs for this household. */
export const slotView = v.object({
  id: rowId,
  title: v.string(),
  /** points for a presence; 0 for seats */
  points: count,
  terms: slotTerms,
  places: slotPlaces,
  household: v.object({
    canPay: count,
    placesInSlot: count,
    postsThatWeek: count,
    absences: v.array(v.object({ at: instant, halves: v.picklist([1, 2]) })),
    openBookings: count,
    hadPlaceInActivity: v.boolean(),
  }),
  /** ids of attendees of this household who hold a place here */
  booked: v.array(v.string()),
  bookings: v.array(bookingView),
  /** how many of those who wait would pay for a place of the priority window */
  waitingToPay: count,
  waitlist: v.nullable(waitlistView),
  /** where points for the window are missing: posts this resident could take now, with points before `opensAt` */
  earning: v.array(earningPost),
  /** this resident is told shortly before `at`, when it opens to them; null: has not asked to be */
  reminder: v.nullable(v.object({ at: instant })),
  /** null: its places are not drawn */
  draw: v.nullable(drawView),
})
export type SlotView = v.InferOutput<typeof slotView>

/** Somebody of the asking household who could take a place. A visitor sees a stand-in with id `self`. */
export const personView = v.object({
  kind: v.picklist(['resident', 'child']),
  id: v.string(),
  name: v.string(),
  confirmed: v.boolean(),
  consented: v.boolean(),
  ageBand: v.nullable(ageBand),
  skills: v.array(v.string()),
  elsewhere: v.array(sessionRef),
  pointsUsableFrom: instant,
})

export const bookerView = v.object({
  confirmed: v.boolean(),
  suspension: v.nullable(v.object({ until: instant, cause: v.string() })),
  pointsUsableFrom: instant,
  /** null: of no team */
  teamId: v.nullable(rowId),
})

/** A post that may be taken in its holder's stead. */
export const substituteView = v.object({
  id: rowId,
  /** null: it is no longer to be had by this link */
  slotId: v.nullable(rowId),
  /** who holds it until then, where that is of the asking household; null: a neighbour */
  giverId: v.nullable(rowId),
  /** kept so long for somebody who waits; null: whoever qualifies may take it */
  waitlistUntil: v.nullable(instant),
})
export type SubstituteView = v.InferOutput<typeof substituteView>

export const sessionView = v.object({
  community: v.object({ id: communityId, name: v.string() }),
  activity: v.object({
    id: rowId,
    kind: activityKind,
    cover,
    title: v.string(),
    description: v.string(),
    bring: v.string(),
    riskNote: v.string(),
    insurance: v.string(),
    contact: v.string(),
  }),
  session: v.object({
    ...sessionRef.entries,
    place: v.string(),
    cancelledAt: v.nullable(instant),
    checkInOpensAt: instant,
    closedAt: v.nullable(instant),
  }),
  slots: v.array(slotView),
  /** why it does not take place, and what it took from this household and gave back; null: it does */
  cancelled: v.nullable(
    v.object({
      cause: cancelCause,
      note: v.string(),
      /** that this household held */
      places: count,
      /** that it had paid for them */
      points: count,
    }),
  ),
  /** null: not yet a member of this community; the first booking joins */
  member: v.nullable(v.object({ residentId: rowId, role, confirmed: v.boolean() })),
  booker: bookerView,
  people: v.array(personView),
  /** active places of all slots: counts, never names */
  going: count,
  /** the same by team, where enough of one go that it tells nobody who */
  teams: v.array(v.object({ name: v.string(), going: count })),
  /** of those who go along, as far as holders of a place may know; null: holds none, or it is over */
  company: v.nullable(
    v.object({
      /** places of other households from which nobody came anywhere before */
      firstTimers: count,
      /** nobody of this household did */
      firstTime: v.boolean(),
      /** who agreed to be named to them */
      names: v.array(v.string()),
      /** the asking resident has agreed */
      named: v.boolean(),
    }),
  ),
  /** after it, for who was there; null: not there, or not over */
  thanks: v.nullable(
    v.object({
      /** other households that thank who asks for their help; 0 for who did not help */
      received: count,
      /** whether this household may thank, or has; null: it has nobody to thank, or it is too late */
      own: v.nullable(v.picklist(['open', 'given'])),
    }),
  ),
  /** the teams it is for, by name; empty: for all */
  forTeams: v.array(v.string()),
  /** who leads it; `name` is masked, and empty for a visitor; `self`: who asks does. Null: nobody is named */
  leader: v.nullable(v.object({ name: v.string(), team: v.nullable(v.string()), self: v.boolean() })),
  /** by whose link one came, or that this waiting household is asked to take first; null: none */
  substitute: v.nullable(substituteView),
})
export type SessionView = v.InferOutput<typeof sessionView>
