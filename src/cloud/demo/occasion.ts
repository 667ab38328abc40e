import { FREE_CANCEL_HOURS } from '@/domain/cancellation'
import { needsRiskNote } from '@/domain/activity'
import type { CallDraft, SlotDraft } from '@/domain/call'
import { DAY, HOUR, MINUTE, type Instant } from '@/domain/time'

/**
 * How many places of a slot are taken when: it is far off, its own week has begun, it is full. Of one that is
 * drawn: how many households apply.
 */
export interface Taken {
  soon: number
  later: number
  waiting: number
}

export interface PlannedSlot {
  draft: Omit<SlotDraft, 'priorityOpensAt' | 'opensAt' | 'drawAt'>
  /** after the Monday of the week; null: on publishing */
  windowOpens: Instant | null
  opens: Instant | null
  /** when its places are drawn among who has applied; null: they are booked */
  draws: Instant | null
  /** by session */
  taken: Taken[]
  /** families who give their place back in the middle of the week */
  cancels: number
}

/** Something that happens every week. */
export interface Occasion {
  key: string
  /** weeks from the first one of the demo: the community began with less */
  since: number
  activity: CallDraft['activity']
  /** the part of the community it is in, as GRIDS counts; absent: the whole */
  grid?: number
  /** after the Monday of the week */
  sessions: { startsAt: Instant; endsAt: Instant }[]
  slots: PlannedSlot[]
}

/** A time of the week: `on(5, 9.5)` is Saturday 9:30. */
export const on = (day: number, hour: number): Instant => day * DAY + Math.round(hour * HOUR)

export const lasting = (startsAt: Instant, minutes: number) => ({
  startsAt,
  endsAt: startsAt + minutes * MINUTE,
})

type Draft = PlannedSlot['draft']
type SlotPlan = Partial<Draft> & Pick<Draft, 'title' | 'capacity'>

/** @param taken of each session: soon, later, waiting */
export function seat(slot: SlotPlan, taken: number[][], plan: Partial<PlannedSlot> = {}): PlannedSlot {
  return {
    draft: {
      kind: 'seat',
      ageBand: null,
      skill: null,
      withChildren: false,
      points: 0,
      price: null,
      share: 70,
      newcomersFirst: slot.price !== undefined,
      householdLimit: null,
      allocation: 'booking',
      publicNumber: false,
      ...slot,
    },
    windowOpens: null,
    opens: null,
    draws: null,
    taken: taken.map(([soon = 0, later = 0, waiting = 0]) => ({ soon, later, waiting })),
    cancels: 0,
    ...plan,
  }
}

export function post(slot: SlotPlan & { points: number }, taken: number[][]): PlannedSlot {
  return seat({ kind: 'post', share: 0, ...slot }, taken)
}

export function activity(
  what: Pick<CallDraft['activity'], 'kind' | 'title' | 'place' | 'description'> &
    Partial<CallDraft['activity']>,
): CallDraft['activity'] {
  return {
    bring: '',
    riskNote: '',
    insurance: needsRiskNote(what.kind) ? '社区为每位志愿者投保当日意外险。' : '',
    contact: '社区服务台 王敏',
    freeCancelHours: FREE_CANCEL_HOURS,
    ...what,
  }
}
