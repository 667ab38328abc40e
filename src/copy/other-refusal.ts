import type { OtherRefusal } from '@/contract/other-refusal'
import type { CheckInRefusal } from './check-in-refusal'
import { explainContent } from './content'
import { spoken, type Telling } from './date'
import { explainDispute } from './dispute'
import { explainDraw } from './draw-refusal'
import type { HouseholdRefusal } from './household-refusal'
import type { MembersRefusal } from './members-refusal'
import type { PublishRefusal } from './publish-refusal'
import type { WaveRefusal } from '@/domain/second-wave'

type Reason<R extends OtherRefusal['reason']> = Extract<OtherRefusal, { reason: R }>

// No `default`: a reason without words does not compile.
/** Verdicts of actions other than booking. */
export function explainOther(
  refusal: Exclude<
    OtherRefusal,
    CheckInRefusal | HouseholdRefusal | MembersRefusal | PublishRefusal | WaveRefusal
  >,
  telling: Telling,
): string {
  switch (refusal.reason) {
    case 'changed_meanwhile':
      return '刚才有同事也改了这一场。先看看现在的样子，再决定改不改。'
    case 'cancel_too_late':
      return `${spoken(refusal.startsAt, telling.now)}已经开始，不能取消了。来不了请告诉领队。`
    case 'not_a_post':
    case 'own_post':
    case 'waitlist_first':
    case 'substitute_gone':
      return explainSubstitute(refusal, telling)
    case 'already_ended':
      return '这个已经取消过了，刷新就能看到。'
    case 'place_free':
    case 'already_waiting':
    case 'open_already':
    case 'opens_soon':
    case 'offer_lapsed':
    case 'points_missing':
      return explainWaiting(refusal, telling)
    case 'content_refused':
    case 'content_unchecked':
    case 'content_waits':
      return explainContent(refusal)
    case 'draw_closed':
    case 'draw_running':
    case 'already_applied':
    case 'draw_points_missing':
    case 'list_not_frozen':
    case 'number_not_wanted':
    case 'number_too_late':
      return explainDraw(refusal, telling)
    case 'session_not_over':
    case 'own_household':
    case 'books_open':
    case 'reopen_too_late':
    case 'books_closed':
    case 'not_decided':
      return explainBooks(refusal, telling)
    case 'dispute_too_late':
    case 'already_disputed':
    case 'answered_twice':
    case 'dispute_ended':
    case 'not_correctable':
    case 'needs_admin':
    case 'more_than_paid':
    case 'more_than_planned':
    case 'nothing_to_correct':
      return explainDispute(refusal, telling)
    case 'code_unknown':
      return '这个码不对，或者已经用过了。请核对后再输一次。'
  }
}

type WaitingReason =
  'place_free' | 'already_waiting' | 'open_already' | 'opens_soon' | 'offer_lapsed' | 'points_missing'

/** Of waiting for a place, or for its opening. */
function explainWaiting(refusal: Reason<WaitingReason>, { now }: Telling): string {
  switch (refusal.reason) {
    case 'place_free':
      return '现在就有空位，不用候补，直接报吧。'
    case 'already_waiting':
      return '已经在候补了，有空位会告诉您。'
    case 'open_already':
      return '现在就能报，不用等提醒。'
    case 'opens_soon':
      return `${spoken(refusal.opensAt, now)}就开放了，不到 10 分钟，请别走开。`
    case 'offer_lapsed':
      return '时间过了，名额已给了下一位。您还可以再候补。'
    case 'points_missing':
      return `这个名额要用 ${refusal.need} 分，您现在有 ${refusal.have} 分。您还在候补里，有不用积分的空位再告诉您。`
  }
}

/** Of passing a post on. */
function explainSubstitute(
  refusal: Reason<'not_a_post' | 'own_post' | 'waitlist_first' | 'substitute_gone'>,
  { now }: Telling,
): string {
  switch (refusal.reason) {
    case 'not_a_post':
      return '名额不能转给别人。来不了就取消，空出来的会给候补的邻居。'
    case 'own_post':
      return '这个岗位本来就是您的。来得了，就收回替班。'
    case 'waitlist_first':
      return refusal.until === null
        ? '有邻居在候补，要先给他们。请家里人点“找人替班”，就按候补的先后来。'
        : `先问候补的邻居，${spoken(refusal.until, now)}前没人接，您就能接。`
    case 'substitute_gone':
      return '这个替班不用接了：有人接上了，或邻居自己来。这一场还有空位就能认领，满了可以候补。'
  }
}

type BooksReason =
  'session_not_over' | 'own_household' | 'books_open' | 'reopen_too_late' | 'books_closed' | 'not_decided'

/** Of closing the books, and opening them again. */
function explainBooks(refusal: Reason<BooksReason>, telling: Telling): string {
  switch (refusal.reason) {
    case 'session_not_over':
      return `${spoken(refusal.endsAt, telling.now)}结束后才能结束点名。`
    case 'own_household':
      return '自己家的人要请同事来确认。'
    case 'books_open':
      return '这一场的点名已经打开了，直接改就行。'
    case 'reopen_too_late':
      return `${spoken(refusal.until, telling.now)}之后不能再重新打开了。个别积分不对，请居民在明细里提出。`
    case 'books_closed':
      return '点名已经结束。要改，先重新打开。'
    case 'not_decided':
      return '这位还没有确认过，结束点名时一起确认。'
  }
}
