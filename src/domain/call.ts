import { needsRiskNote, type ActivityKind } from './activity'
import type { AgeBand } from './age-band'
import type { Cover } from './cover'
import { dutyPoints } from './points'
import type { Role } from './role'
import type { Skill } from './skill'
import type { Allocation, SlotKind } from './slot'
import { DAY, HOUR, type Instant } from './time'

/** What a cadre fills in: one activity, its sessions and the slots of each session. */
export interface CallDraft {
  activity: {
    kind: ActivityKind
    /** another drawing than that of the kind */
    cover?: Cover | undefined
    title: string
    place: string
    description: string
    bring: string
    riskNote: string
    insurance: string
    contact: string
    /** a place can be given back for free until so many hours before the start */
    freeCancelHours: number
  }
  /** the teams it names as those it is for; absent or empty: for all */
  teamIds?: string[] | undefined
  /** the part of the community it is in; absent: of the whole */
  gridId?: string | undefined
  sessions: SessionTime[]
  slots: SlotDraft[]
}

export interface SessionTime {
  startsAt: Instant
  endsAt: Instant
}

export interface SlotDraft {
  kind: SlotKind
  title: string
  capacity: number
  ageBand: AgeBand | null
  skill: Skill | null
  withChildren: boolean
  /** points for a presence; posts only */
  points: number
  price: number | null
  share: number
  /** of the first session, shifted with each later one; null: on publishing, for every session */
  priorityOpensAt: Instant | null
  opensAt: Instant | null
  newcomersFirst: boolean
  /** kept for the teams of the call until a day before the start; posts only */
  teamsFirst?: boolean | undefined
  householdLimit: number | null
  /** `draw`: applications until `drawAt`, then chance; seats only */
  allocation: Allocation
  /** of the first session, shifted like the openings; null with `booking` */
  drawAt: Instant | null
  /** a number drawn in public after the list is frozen is mixed in */
  publicNumber: boolean
}

/** What is wrong with a draft, and where: a path such as `slots.0.price`. */
export interface CallFault {
  path: string
  fault:
    | 'ends_before_start'
    | 'in_the_past'
    | 'too_long'
    | 'too_far'
    | 'sessions_overlap'
    | 'risk_note_missing'
    | 'insurance_missing'
    | 'price_on_post'
    | 'points_on_seat'
    | 'points_need_admin'
    | 'teams_first_on_seat'
    | 'teams_first_of_none'
    | 'child_on_post'
    | 'window_without_price'
    | 'window_after_opening'
    | 'opens_after_start'
    | 'draw_on_post'
    | 'draw_time_missing'
    | 'draw_time_past'
    | 'draw_after_start'
    | 'draw_without_allocation'
    | 'window_on_draw'
    | 'opening_on_draw'
}

const LONGEST_SESSION = 12 * HOUR
const FARTHEST = 366 * DAY
export const NEWCOMERS_FIRST_FOR = 2 * HOUR
/** So long before the start what the teams have left is for all. */
export const TEAMS_FIRST_UNTIL = DAY

/** Everything that keeps a draft from being published at `now` by `role`; empty when nothing does. */
export function checkCall(draft: CallDraft, role: Role, now: Instant): CallFault[] {
  return [
    ...checkNotes(draft.activity),
    ...draft.sessions.flatMap((_, index) => checkSession(draft, index, now)),
    ...draft.slots.flatMap((_, index) => checkSlot(draft, index, role, now)),
    ...draft.slots.flatMap((slot, index) => checkDraw(draft, slot, index, now)),
  ]
}

/** What must be said before people are sent to work, and is not. */
export function checkNotes(
  activity: Pick<CallDraft['activity'], 'kind' | 'riskNote' | 'insurance'>,
): CallFault[] {
  if (!needsRiskNote(activity.kind)) return []
  const faults: CallFault[] = []
  if (activity.riskNote === '') faults.push({ path: 'activity.riskNote', fault: 'risk_note_missing' })
  if (activity.insurance === '') faults.push({ path: 'activity.insurance', fault: 'insurance_missing' })
  return faults
}

function checkSession({ sessions }: CallDraft, index: number, now: Instant): CallFault[] {
  const session = sessions[index]
  if (!session) return []
  const faults: CallFault[] = timeFaults(session, now).map(({ path, fault }) => ({
    path: `sessions.${index}.${path}`,
    fault,
  }))
  const clash = sessions.some(
    (other, at) => at < index && other.startsAt < session.endsAt && session.startsAt < other.endsAt,
  )
  if (clash) faults.push({ path: `sessions.${index}.startsAt`, fault: 'sessions_overlap' })
  return faults
}

/** What is wrong with the time of one session; the path is the field. */
export function timeFaults({ startsAt, endsAt }: SessionTime, now: Instant): CallFault[] {
  const faults: CallFault[] = []
  if (endsAt <= startsAt) faults.push({ path: 'endsAt', fault: 'ends_before_start' })
  else if (endsAt - startsAt > LONGEST_SESSION) faults.push({ path: 'endsAt', fault: 'too_long' })
  if (startsAt <= now) faults.push({ path: 'startsAt', fault: 'in_the_past' })
  if (startsAt > now + FARTHEST) faults.push({ path: 'startsAt', fault: 'too_far' })
  return faults
}

function checkSlot(
  { sessions, slots, teamIds = [] }: CallDraft,
  index: number,
  role: Role,
  now: Instant,
): CallFault[] {
  const slot = slots[index]
  const first = sessions[0]
  if (!slot || !first) return []
  const faults: CallFault[] = []
  const found = (field: keyof SlotDraft, fault: CallFault['fault']) =>
    faults.push({ path: `slots.${index}.${field}`, fault })
  if (slot.kind === 'post') {
    if (slot.price !== null) found('price', 'price_on_post')
    if (slot.ageBand !== null) found('ageBand', 'child_on_post')
    const most = Math.min(...sessions.map(dutyPoints))
    if (role !== 'admin' && slot.points > most) found('points', 'points_need_admin')
  } else if (slot.points !== 0) {
    found('points', 'points_on_seat')
  }
  if (slot.teamsFirst && slot.kind === 'seat') found('teamsFirst', 'teams_first_on_seat')
  if (slot.teamsFirst && teamIds.length === 0) found('teamsFirst', 'teams_first_of_none')
  if (slot.price === null && slot.priorityOpensAt !== null) found('priorityOpensAt', 'window_without_price')
  const opensAt = slot.opensAt ?? now
  const windowIsLate = slot.price !== null && (slot.priorityOpensAt ?? now) >= opensAt
  if (windowIsLate && slot.allocation !== 'draw') found('opensAt', 'window_after_opening')
  if (opensAt >= first.startsAt) found('opensAt', 'opens_after_start')
  return faults
}

function checkDraw({ sessions }: CallDraft, slot: SlotDraft, index: number, now: Instant): CallFault[] {
  const at = (field: keyof SlotDraft, fault: CallFault['fault']) => ({
    path: `slots.${index}.${field}`,
    fault,
  })
  const { drawAt, allocation } = slot
  if (allocation !== 'draw') {
    const faults = drawAt ? [at('drawAt', 'draw_without_allocation')] : []
    return slot.publicNumber ? [...faults, at('publicNumber', 'draw_without_allocation')] : faults
  }
  const faults: CallFault[] = []
  if (slot.kind === 'post') faults.push(at('allocation', 'draw_on_post'))
  if (slot.price !== null) faults.push(at('price', 'window_on_draw'))
  if (slot.opensAt !== null) faults.push(at('opensAt', 'opening_on_draw'))
  if (drawAt === null) return [...faults, at('drawAt', 'draw_time_missing')]
  if (drawAt <= now) faults.push(at('drawAt', 'draw_time_past'))
  const startsAt = sessions[0]?.startsAt
  if (startsAt !== undefined && drawAt >= startsAt) faults.push(at('drawAt', 'draw_after_start'))
  return faults
}

interface Opening {
  priorityOpensAt: Instant | null
  opensAt: Instant
  newcomersUntil: Instant | null
  teamsUntil: Instant | null
  drawAt: Instant | null
}

/**
 * When a slot of one session opens: the first session's times, shifted by as much as the session is later.
 * What a draw leaves is open to all from then on.
 */
export function openingOf(
  draft: CallDraft,
  slot: SlotDraft,
  session: { startsAt: Instant },
  now: Instant,
): Opening {
  const shift = session.startsAt - (draft.sessions[0]?.startsAt ?? session.startsAt)
  if (slot.allocation === 'draw' && slot.drawAt !== null) {
    const drawAt = slot.drawAt + shift
    return { priorityOpensAt: null, opensAt: drawAt, newcomersUntil: null, teamsUntil: null, drawAt }
  }
  const opensAt = slot.opensAt === null ? now : slot.opensAt + shift
  const forAllFrom = session.startsAt - TEAMS_FIRST_UNTIL
  return {
    priorityOpensAt:
      slot.price === null ? null : slot.priorityOpensAt === null ? now : slot.priorityOpensAt + shift,
    opensAt,
    newcomersUntil: slot.kind === 'seat' && slot.newcomersFirst ? opensAt + NEWCOMERS_FIRST_FOR : null,
    teamsUntil: slot.teamsFirst && forAllFrom > opensAt ? forAllFrom : null,
    drawAt: null,
  }
}
