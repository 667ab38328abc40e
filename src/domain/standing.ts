import type { AgeBand } from './age-band'
import type { DrawRefusal } from './draw-application'
import type { Refusal } from './refusal'
import type { SlotKind } from './slot'
import type { SubstituteRefusal } from './substitute'
import type { Instant } from './time'

/** Somebody a place would be for. */
export interface PartyMember {
  kind: 'resident' | 'child'
  id: string
  /** as the household calls a child; empty for the resident who asks */
  name: string
}

/** How a slot stands for a household and the people it has chosen: the verdict, and the one next step it leaves. */
export type Standing =
  /** `freeFrom`: paid with points now, open to all for nothing from then on; null: nothing is paid */
  | { is: 'bookable'; kind: SlotKind; party: PartyMember[]; cost: number; freeFrom: Instant | null }
  /** places are drawn at `drawAt`, and applying is the next step; `canStake`: points the party could name */
  | { is: 'draw_open'; party: PartyMember[]; drawAt: Instant; canStake: number }
  /** has applied; `points` named */
  | { is: 'applied'; drawAt: Instant; points: number }
  /** the list is closed, and the draw still to be run; `applied`: by this household */
  | { is: 'drawing'; applied: boolean; wantsNumber: boolean }
  /** not all of them, but these could be booked now */
  | { is: 'fewer'; party: PartyMember[]; of: number; cost: number; refusal: Refusal }
  /** everybody who could be is booked */
  | { is: 'held'; kind: SlotKind }
  /** no place now; waiting is the next step. `usePoints`: would pay `price` each for a place in the window */
  | {
      is: 'waitable'
      kind: SlotKind
      ahead: number
      /** those of them who would pay for a place of the window */
      payingAhead: number
      party: PartyMember[]
      usePoints: boolean
      price: number
      refusal: Refusal
    }
  /** 1 is next */
  | { is: 'waiting'; position: number; withPoints: number | null; usePoints: boolean }
  /** it is this household's turn, until then; `cost` in points for the whole party */
  | { is: 'offered'; until: Instant; party: PartyMember[]; cost: number }
  /**
   * places for children of this age, and none such in the household; `hasOthers`: of other ages;
   * `then`: what such a child, once added, could do now
   */
  | { is: 'no_child'; band: AgeBand | null; hasOthers: boolean; then: 'book' | 'wait' | 'nothing' }
  | { is: 'nobody_chosen' }
  /** opens to this party `at`; being reminded of it is the next step */
  | { is: 'remindable'; party: PartyMember[]; at: Instant; refusal: Refusal }
  /** will be reminded before it opens `at` */
  | { is: 'reminded'; at: Instant; refusal: Refusal }
  /** holds a post here, and the leader's number is taken now */
  | { is: 'check_in' }
  /** the leader has yet to confirm it */
  | { is: 'checked_in' }
  /** confirmed; `points` earned by it, 0 for none */
  | { is: 'came'; points: number }
  | { is: 'absent' }
  /** past its end; `held`: by this household, and nothing is confirmed */
  | { is: 'over'; held: boolean }
  /** somebody passes a post on, and this person may take it; `family`: of the same household */
  | { is: 'substitute'; family: boolean }
  | { is: 'refused'; refusal: Refusal | DrawRefusal | SubstituteRefusal }
