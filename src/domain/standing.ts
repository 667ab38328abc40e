import type { AgeBand } from './age-band'
import type { Refusal } from './refusal'
import type { SlotKind } from './slot'
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
  | { is: 'bookable'; kind: SlotKind; party: PartyMember[]; cost: number; window: boolean }
  /** not all of them, but these could be booked now */
  | { is: 'fewer'; party: PartyMember[]; of: number; cost: number; refusal: Refusal }
  /** everybody who could be is booked */
  | { is: 'held'; kind: SlotKind }
  /** no place now; waiting is the next step. `usePoints`: would pay `price` each for a place in the window */
  | {
      is: 'waitable'
      ahead: number
      party: PartyMember[]
      usePoints: boolean
      price: number
      refusal: Refusal
    }
  /** 1 is next */
  | { is: 'waiting'; position: number }
  /** it is this household's turn, until then */
  | { is: 'offered'; until: Instant; party: PartyMember[] }
  /** places for children of this age, and none such in the household; `hasOthers`: of other ages */
  | { is: 'no_child'; band: AgeBand | null; hasOthers: boolean }
  | { is: 'nobody_chosen' }
  | { is: 'refused'; refusal: Refusal }
