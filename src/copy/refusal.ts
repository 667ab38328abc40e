import type { OtherRefusal } from '@/contract/other-refusal'
import { REFUSAL_ORDER, type Refusal } from '@/domain/refusal'
import type { SlotKind } from '@/domain/slot'
import { ageBandWords } from './age-band'
import { explainCheckIn, isOfCheckIn } from './check-in-refusal'
import { spoken, type Telling } from './date'
import { explainHousehold, isOfHousehold } from './household-refusal'
import { explainMembers, isOfMembers } from './members-refusal'
import { explainOther } from './other-refusal'
import { explainPublishing, isOfPublishing } from './publish-refusal'
import { skillWords } from './skill'
import { explainWave, isOfWave } from './wave-refusal'
import { who } from './who'

type Reason<R extends Refusal['reason']> = Extract<Refusal, { reason: R }>

/** One sentence or two: why not, and what would change it. */
export function explain(refusal: Refusal | OtherRefusal, telling: Telling, kind: SlotKind = 'seat'): string {
  if (isOfBooking(refusal)) return explainBooking(refusal, telling, kind)
  if (isOfCheckIn(refusal)) return explainCheckIn(refusal, telling, (because) => explain(because, telling))
  if (isOfMembers(refusal)) return explainMembers(refusal)
  if (isOfHousehold(refusal)) return explainHousehold(refusal)
  if (isOfWave(refusal)) return explainWave(refusal, telling)
  return isOfPublishing(refusal) ? explainPublishing(refusal) : explainOther(refusal, telling)
}

function isOfBooking(refusal: Refusal | OtherRefusal): refusal is Refusal {
  return (REFUSAL_ORDER as readonly string[]).includes(refusal.reason)
}

// No `default`: a reason without words does not compile.
function explainBooking(refusal: Refusal, telling: Telling, kind: SlotKind): string {
  const when = (at: number) => spoken(at, telling.now)
  switch (refusal.reason) {
    case 'session_cancelled':
      return '这一场取消了。看看别的日子吧。'
    case 'session_started':
      return `${when(refusal.startsAt)}已经开始，报不上了。看看下一场吧。`
    case 'suspended':
      return `社区暂停了您的报名，${when(refusal.until)}恢复。原因：${refusal.cause}`
    case 'wrong_attendee':
      return `这是大人的岗位，${who(refusal.attendee)}不能报。请由您自己认领。`
    case 'already_booked':
      return `${who(refusal.attendee)}已经报上了，不用再报。`
    case 'not_confirmed':
      return '这个岗位和孩子在一起，要先请社区确认您是本小区居民。到“我的家庭”填好住址，等社区确认。'
    case 'consent_missing':
      return `还没有监护人同意${who(refusal.attendee)}参加。请到“我的家庭”里同意一下。`
    case 'age_not_fit':
      return `这里给 ${ageBandWords(refusal.band)}的孩子，${who(refusal.attendee)}的年龄段不合。`
    case 'skill_missing':
      return `这个岗位要会${skillWords(refusal.skill)}，并由社区确认过。您会的话点“我有这个专长”，确认后就能认领。`
    case 'overlaps':
      return `${who(refusal.attendee)}${when(refusal.session.startsAt)}要去“${refusal.session.title}”，时间撞上了。取消那一场就能报。`
    case 'household_limit':
      return `这里每个家庭最多 ${refusal.max} 个名额。少选一位就能报。`
    case 'weekly_limit':
      return `一个家庭一周先认领 2 个岗位，把机会留给邻居。${when(refusal.from)}还有空就能再认领。`
    case 'one_at_a_time':
      return `因为有两次没来，${when(refusal.until)}前一次只能报一场。这一场去过或取消后，就能报下一场。`
    case 'draw_only':
      return refusal.drawAt > telling.now
        ? `这里抽签，${when(refusal.drawAt)}前都可以报名抽签，早晚机会一样。`
        : '报名抽签已经截止，结果出来就告诉大家。'
    case 'not_open_yet':
      return notOpenYet(refusal, telling)
    case 'priority_places_full':
      return `提前报的名额满了，${when(refusal.opensAt)}其余名额大家都能报。也可以现在候补。`
    case 'teams_first':
      return `${when(refusal.until)}前先留给点名的队伍，之后大家都能报。您在队伍里的话，到“我的队伍”加入。`
    case 'newcomers_first':
      return refusal.needsConfirmation
        ? `${when(refusal.until)}前先留给社区确认过的新家庭。到“我的家庭”填好住址，确认后现在就能报。`
        : `${when(refusal.until)}前先留给 60 天里没来过的家庭，之后您就能报。`
    case 'slot_full':
      return slotFull(refusal, kind)
  }
}

function notOpenYet(refusal: Reason<'not_open_yet'>, { now }: Telling): string {
  const general = `${spoken(refusal.opensAt, now)}大家都能报。`
  const { price, priorityOpensAt, have, need } = refusal
  if (price === null || priorityOpensAt === null) return general
  const early = priorityOpensAt > now ? `${spoken(priorityOpensAt, now)}就能提前报` : '就能提前报'
  if (refusal.needsConfirmation) {
    return have >= need
      ? `${general}您的 ${have} 分够提前报，先到“我的家庭”填好住址，社区确认后${early}。`
      : `${general}提前报要 ${need} 分，还要社区先确认您的住址。`
  }
  if (refusal.pointsUsableFrom !== null) {
    return `${general}您刚加入这个家庭，${spoken(refusal.pointsUsableFrom, now)}起可以用家里的积分提前报。`
  }
  return have >= need
    ? `${general}您有 ${have} 分，${early}。`
    : `${general}再攒 ${need - have} 分，${early}。`
}

function slotFull({ left, waitlist }: Reason<'slot_full'>, kind: SlotKind): string {
  if (left > 0) return `只剩 ${left} 个名额，不够一起报。可以先报 ${left} 位，其余候补。`
  const full = kind === 'post' ? '岗位满了' : '名额满了'
  return waitlist > 0
    ? `${full}，前面有 ${waitlist} 家在候补。有空位自动给您报上，并告诉您。`
    : `${full}。候补排第一位，有空位自动给您报上，并告诉您。`
}
