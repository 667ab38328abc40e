import type { OtherRefusal } from '@/contract/other-refusal'
import { REFUSAL_ORDER, type Refusal } from '@/domain/refusal'
import type { SlotKind } from '@/domain/slot'
import { ageBandWords } from './age-band'
import { explainContent } from './content'
import { spoken, type Telling } from './date'
import { skillWords } from './skill'
import { who } from './who'

type Reason<R extends (Refusal | OtherRefusal)['reason']> = Extract<Refusal | OtherRefusal, { reason: R }>

/** One sentence or two: why not, and what would change it. */
export function explain(refusal: Refusal | OtherRefusal, telling: Telling, kind: SlotKind = 'seat'): string {
  return isOfBooking(refusal) ? explainBooking(refusal, telling, kind) : explainOther(refusal, telling)
}

function isOfBooking(refusal: Refusal | OtherRefusal): refusal is Refusal {
  return (REFUSAL_ORDER as readonly string[]).includes(refusal.reason)
}

// No `default` in either switch: a reason without words does not compile.
function explainBooking(refusal: Refusal, telling: Telling, kind: SlotKind): string {
  const when = (at: number) => spoken(at, telling.now)
  switch (refusal.reason) {
    case 'session_cancelled':
      return '这一场取消了。看看别的日子吧。'
    case 'session_started':
      return `${when(refusal.startsAt)}已经开始,报不上了。看看下一场吧。`
    case 'suspended':
      return `社区暂停了您的报名,${when(refusal.until)}恢复。原因:${refusal.cause}`
    case 'wrong_attendee':
      return `这是大人的岗位,${who(refusal.attendee)}不能报。请由您自己认领。`
    case 'already_booked':
      return `${who(refusal.attendee)}已经报上了,不用再报。`
    case 'not_confirmed':
      return '这个岗位和孩子在一起,要先请社区确认您是本小区居民。到“我的家庭”填好住址,等社区确认。'
    case 'consent_missing':
      return `还没有监护人同意${who(refusal.attendee)}参加。请到“我的家庭”里同意一下。`
    case 'age_not_fit':
      return `这里给 ${ageBandWords(refusal.band)}的孩子,${who(refusal.attendee)}的年龄段不合。`
    case 'skill_missing':
      return `这个岗位要会${skillWords(refusal.skill)},并由社区确认过。您会的话点“我有这个专长”,确认后就能认领。`
    case 'overlaps':
      return `${who(refusal.attendee)}${when(refusal.session.startsAt)}要去“${refusal.session.title}”,时间撞上了。取消那一场就能报。`
    case 'household_limit':
      return `这里每个家庭最多 ${refusal.max} 个名额。少选一位就能报。`
    case 'weekly_limit':
      return `一个家庭一周先认领 2 个岗位,把机会留给邻居。${when(refusal.from)}还有空就能再认领。`
    case 'one_at_a_time':
      return `因为有两次没来,${when(refusal.until)}前一次只能报一场。这一场去过或取消后,就能报下一场。`
    case 'draw_only':
      return refusal.drawAt > telling.now
        ? `这里抽签,${when(refusal.drawAt)}前都可以报名抽签,早晚机会一样。`
        : '报名抽签已经截止,结果出来就告诉大家。'
    case 'not_open_yet':
      return notOpenYet(refusal, telling)
    case 'priority_places_full':
      return `提前报的名额满了,${when(refusal.opensAt)}其余名额大家都能报。也可以现在候补。`
    case 'newcomers_first':
      return refusal.needsConfirmation
        ? `${when(refusal.until)}前先留给社区确认过的新家庭。到“我的家庭”填好住址,确认后现在就能报。`
        : `${when(refusal.until)}前先留给 60 天里没来过的家庭,之后您就能报。`
    case 'slot_full':
      return slotFull(refusal, kind)
  }
}

function explainOther(refusal: OtherRefusal, telling: Telling): string {
  if (isOfMembers(refusal)) return explainMembers(refusal)
  const when = (at: number) => spoken(at, telling.now)
  switch (refusal.reason) {
    case 'changed_meanwhile':
      return '刚才有同事也改了这一场。先看看现在的样子,再决定改不改。'
    case 'cancel_too_late':
      return `${when(refusal.startsAt)}已经开始,不能取消了。来不了请告诉领队。`
    case 'not_a_post':
      return '名额不能转给别人。来不了就取消,空出来的会给候补的邻居。'
    case 'own_post':
      return '这个岗位本来就是您的。来得了,就收回替班。'
    case 'waitlist_first':
      return refusal.until === null
        ? '有邻居在候补,要先给他们。请家里人点“找人替班”,就按候补的先后来。'
        : `先问候补的邻居,${when(refusal.until)}前没人接,您就能接。`
    case 'substitute_gone':
      return '这个替班不用接了:有人接上了,或邻居自己来。这一场还有空位就能认领,满了可以候补。'
    case 'already_ended':
      return '这个已经取消过了,刷新就能看到。'
    case 'place_free':
      return '现在就有空位,不用候补,直接报吧。'
    case 'already_waiting':
      return '已经在候补了,有空位会告诉您。'
    case 'open_already':
      return '现在就能报,不用等提醒。'
    case 'opens_soon':
      return `${when(refusal.opensAt)}就开放了,不到 10 分钟,请别走开。`
    case 'offer_lapsed':
      return '时间过了,名额已给了下一位。您还可以再候补。'
    case 'points_missing':
      return `这个名额要用 ${refusal.need} 分,您现在有 ${refusal.have} 分。您还在候补里,有不用积分的空位再告诉您。`
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
    case 'check_in_not_open':
    case 'code_wrong':
    case 'code_locked':
    case 'not_booked':
      return explainCheckIn(refusal, telling)
    case 'session_not_over':
      return `${when(refusal.endsAt)}结束后才能结束点名。`
    case 'own_household':
      return '自己家的人要请同事来确认。'
    case 'code_unknown':
      return '这个码不对,或者已经用过了。请核对后再输一次。'
    case 'too_many_children':
      return `一个家庭最多添加 ${refusal.max} 个孩子。`
  }
}

const OF_MEMBERS = [
  'last_admin',
  'resident_unconfirmed',
  'other_door',
  'household_too_large',
  'household_busy',
  'household_owes',
  'no_double',
  'double_took_part',
  'team_name_taken',
  'session_over',
] as const
type MembersReason = (typeof OF_MEMBERS)[number]

function isOfMembers(refusal: OtherRefusal): refusal is Reason<MembersReason> {
  return (OF_MEMBERS as readonly string[]).includes(refusal.reason)
}

/** What a cadre or an admin cannot do about people. */
function explainMembers(refusal: Reason<MembersReason>): string {
  switch (refusal.reason) {
    case 'last_admin':
      return '社区至少要有一位管理员。先任命另一位,再来改。'
    case 'resident_unconfirmed':
      return '先确认这位居民,再任命。'
    case 'other_door':
      return '两家填的不是同一个门牌,不能合成一家。'
    case 'household_too_large':
      return `一家最多 ${refusal.adults} 个大人、${refusal.children} 个孩子,合起来太多了。`
    case 'household_busy':
      return `要合进来的这家还有 ${refusal.pending} 个没办完的报名或候补。等办完,或者反过来合。`
    case 'household_owes':
      return `这两家还欠 ${refusal.points} 分。等补上再合。`
    case 'no_double':
      return '这两位对不上,不能合并。'
    case 'double_took_part':
      return '用手机的这位已经报过活动或有了家人、积分,不能并过去。'
    case 'team_name_taken':
      return '已经有一个叫这个名字的队伍了。'
    case 'session_over':
      return '这一场结束了,不用再点名。'
  }
}

function explainCheckIn(
  refusal: Extract<
    OtherRefusal,
    { reason: 'check_in_not_open' | 'code_wrong' | 'code_locked' | 'not_booked' }
  >,
  telling: Telling,
): string {
  const when = (at: number) => spoken(at, telling.now)
  switch (refusal.reason) {
    case 'check_in_not_open':
      return `${when(refusal.opensAt)}开始签到,到时再输数字。`
    case 'code_wrong':
      return `数字不对。看看领队屏幕上现在的 6 个数字,还能试 ${refusal.triesLeft} 次。`
    case 'code_locked':
      return `试得太多了,${when(refusal.until)}后再试,或请领队帮您签到。`
    case 'not_booked':
      return '您没有报这一场。请领队看看还有没有空位。'
  }
}

function notOpenYet(refusal: Reason<'not_open_yet'>, { now }: Telling): string {
  const general = `${spoken(refusal.opensAt, now)}大家都能报。`
  const { price, priorityOpensAt, have, need } = refusal
  if (price === null || priorityOpensAt === null) return general
  const early = priorityOpensAt > now ? `${spoken(priorityOpensAt, now)}就能提前报` : '就能提前报'
  if (refusal.needsConfirmation) {
    return have >= need
      ? `${general}您的 ${have} 分够提前报,先到“我的家庭”填好住址,社区确认后${early}。`
      : `${general}提前报要 ${need} 分,还要社区先确认您的住址。`
  }
  if (refusal.pointsUsableFrom !== null) {
    return `${general}您刚加入这个家庭,${spoken(refusal.pointsUsableFrom, now)}起可以用家里的积分提前报。`
  }
  return have >= need ? `${general}您有 ${have} 分,${early}。` : `${general}再攒 ${need - have} 分,${early}。`
}

function drawPointsMissing(refusal: Reason<'draw_points_missing'>, { now }: Telling): string {
  if (refusal.needsConfirmation) return '社区确认住址以后,积分才能用来抽签。现在可以不用积分报名。'
  if (refusal.pointsUsableFrom !== null) {
    return `您刚加入这个家庭,${spoken(refusal.pointsUsableFrom, now)}起可以用家里的积分。现在可以不用积分报名。`
  }
  return `您现在能用 ${refusal.have} 分。少用一些,或者不用积分报名。`
}

function slotFull({ left, waitlist }: Reason<'slot_full'>, kind: SlotKind): string {
  if (left > 0) return `只剩 ${left} 个名额,不够一起报。可以先报 ${left} 位,其余候补。`
  const full = kind === 'post' ? '岗位满了' : '名额满了'
  return waitlist > 0
    ? `${full},前面有 ${waitlist} 家在候补。有空位自动给您报上,并告诉您。`
    : `${full}。候补排第一位,有空位自动给您报上,并告诉您。`
}

type DrawReason =
  | 'draw_closed'
  | 'draw_running'
  | 'already_applied'
  | 'draw_points_missing'
  | 'list_not_frozen'
  | 'number_not_wanted'
  | 'number_too_late'

/** Of a draw: applying for it, and its number. */
function explainDraw(refusal: Reason<DrawReason>, telling: Telling): string {
  const when = (at: number) => spoken(at, telling.now)
  switch (refusal.reason) {
    case 'draw_closed':
      return `${when(refusal.drawAt)}已截止,名单不再变动。抽完还有空位,大家都能报。`
    case 'draw_running':
      return '抽签的名单已经封存,这时不能减名额。抽完签再来减。'
    case 'already_applied':
      return '家里已经报名抽签了,一家一份。要改,先撤回再报。'
    case 'draw_points_missing':
      return drawPointsMissing(refusal, telling)
    case 'list_not_frozen':
      return `${when(refusal.drawAt)}截止、公布名单指纹之后,才能填那之后开出的号码。`
    case 'number_not_wanted':
      return '号码已经填过了,抽签也抽完了。'
    case 'number_too_late':
      return `${when(refusal.until)}前没有填,已经不用号码直接抽。`
  }
}
