import type { CallTexts } from '@/domain/call-texts'
import type { ContentLabel, HeldState } from '@/domain/content-check'
import type { CorrectionRefusal, DisputeRefusal, DisputeState } from '@/domain/dispute'
import type { DrawRefusal } from '@/domain/draw-application'
import type { Refusal } from '@/domain/refusal'
import type { SlotKind } from '@/domain/slot'
import type { Holiday } from '@/domain/holiday'
import type { WaveRefusal } from '@/domain/second-wave'
import type { MergeRefusal } from '@/domain/household-merge'
import type { InvitationRefusal, InviteRefusal, JoinRefusal } from '@/domain/invitation'
import type { LeadingRefusal } from '@/domain/leading'
import type { LeavingRefusal } from '@/domain/leaving'
import type { DepartureRefusal } from '@/domain/departure'
import type { DoubleRefusal } from '@/domain/resident-merge'
import type { RoleRefusal } from '@/domain/role'
import type { SubstituteRefusal } from '@/domain/substitute'
import type { Instant } from '@/domain/time'

/** How a session stands that was changed while somebody had it before them. */
export interface ChangedMeanwhile {
  reason: 'changed_meanwhile'
  version: number
  startsAt: Instant
  endsAt: Instant
  place: string
  slots: { id: string; capacity: number }[]
}

/** A place somebody who came without a booking can have on the spot. */
export interface FreePlace {
  slotId: string
  title: string
  kind: SlotKind
  /** for a presence; 0 for seats */
  points: number
}

/** The texts of a published call as they stand. */
export interface CallNow {
  version: number
  activity: CallTexts
}

/** Verdicts of actions other than booking a slot. */
export type OtherRefusal =
  /** applyForDraw, withdrawApplication */
  | DrawRefusal
  /** passOnPost, takeOverPost, takeSubstitute */
  | SubstituteRefusal
  /** appointLeader, beginRollCall */
  | Exclude<LeadingRefusal, { reason: 'session_cancelled' }>
  /** setRole */
  | RoleRefusal
  /** deleteAccount; `last_admin` as above */
  | Exclude<DepartureRefusal, { reason: 'last_admin' }>
  /** deleteAccount: it was done before */
  | { reason: 'account_gone' }
  /** mergeResidents */
  | DoubleRefusal
  /** mergeHouseholds */
  | MergeRefusal
  /** createTeam: there is one of this name */
  | { reason: 'team_name_taken' }
  /** sendSecondWave */
  | WaveRefusal
  /** publishCall, changeCall, changeSession, cancelSession, createTeam: the platform's check finds this in the text */
  | { reason: 'content_refused'; label: ContentLabel }
  /** changeCall, changeSession, cancelSession, createTeam: the text has not been checked, and what it changes cannot wait for that */
  | { reason: 'content_unchecked' }
  /** retryHeldCall, releaseHeldCall: a call in this state has to be written anew */
  | { reason: 'content_waits'; state: HeldState }
  /** enterDrawNumber: the list is frozen at that time, and only then a number may be drawn */
  | { reason: 'list_not_frozen'; drawAt: Instant }
  /** enterDrawNumber: a number was entered before, or none is asked for */
  | { reason: 'number_not_wanted' }
  /** enterDrawNumber: no number came in time, and the draw is run without */
  | { reason: 'number_too_late'; until: Instant }
  /** changeSession, changeSlot: somebody changed it since it was read; this is how it is now */
  | ChangedMeanwhile
  /** changeCall: somebody changed it since it was read; this is how it is now */
  | ({ reason: 'call_changed' } & CallNow)
  /** changeCall: its last session has ended */
  | { reason: 'call_over' }
  /** saveHolidays: somebody saved the year since it was read; this is what is there now */
  | { reason: 'holidays_changed'; version: number; holidays: Holiday[] }
  /** changeSlot: the list of its draw is frozen, and the draw still to be run */
  | { reason: 'draw_running' }
  /** cancel: the session has begun */
  | { reason: 'cancel_too_late'; startsAt: Instant }
  /** cancel, leave: nothing of this is held any more */
  | { reason: 'already_ended' }
  /** joinWaitlist: a place can be had now, without waiting */
  | { reason: 'place_free' }
  /** joinWaitlist: one of the party waits already */
  | { reason: 'already_waiting' }
  /** remindMe: it can be booked now */
  | { reason: 'open_already' }
  /** remindMe: in less than the ten minutes that a reminder comes before */
  | { reason: 'opens_soon'; opensAt: Instant }
  /** acceptOffer: the places went on to the next party */
  | { reason: 'offer_lapsed' }
  /** acceptOffer: the places cost points that are no longer there */
  | { reason: 'points_missing'; need: number; have: number }
  /** checkIn, checkOut: opens an hour before the start, closes when the books are closed */
  | { reason: 'check_in_not_open'; opensAt: Instant }
  /** checkIn, checkOut: not the number now on the leader's screen */
  | { reason: 'code_wrong'; triesLeft: number }
  /** checkIn, checkOut: too many wrong numbers */
  | { reason: 'code_locked'; until: Instant }
  /** checkIn, checkOut, markPresent: the session is over, and its number no longer taken */
  | { reason: 'check_in_over'; endsAt: Instant }
  /** checkIn: the number was right, but no place is held; `free` may be had now, else `because` says why none */
  | { reason: 'not_booked'; free: FreePlace | null; because: Refusal | null }
  /** checkOut, markLeft: was not there yet */
  | { reason: 'not_checked_in' }
  /** confirmSession: only after the planned end */
  | { reason: 'session_not_over'; endsAt: Instant }
  /** confirmSession: a colleague has to confirm the cadre's own household */
  | { reason: 'own_household' }
  /** disputeEntry */
  | DisputeRefusal
  /** withdrawDispute, answerDispute: it was withdrawn or answered before */
  | { reason: 'dispute_ended'; state: DisputeState }
  /** answerDispute */
  | CorrectionRefusal
  /** answerDispute: it stands like that already */
  | { reason: 'nothing_to_correct' }
  /** reopenSession: its books are open */
  | { reason: 'books_open' }
  /** reopenSession: that was possible until then */
  | { reason: 'reopen_too_late'; until: Instant }
  /** setOutcome: the books have to be opened again first */
  | { reason: 'books_closed' }
  /** setOutcome: closing the books decides about this one */
  | { reason: 'not_decided' }
  /** redeemCommunityCode, joins: not a code of ours, or used up */
  | { reason: 'code_unknown' }
  /** inviteToHousehold */
  | InviteRefusal
  /** acceptInvitation, confirmJoining; of addChild: a household has room for so many children */
  | JoinRefusal
  /** acceptInvitation, confirmJoining, withdrawInvitation */
  | InvitationRefusal
  /** acceptInvitation: the guardian confirms a name, and there is none yet */
  | { reason: 'name_missing' }
  /** leaveHousehold */
  | LeavingRefusal
