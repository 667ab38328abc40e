import type { SlotKind } from '@/domain/slot'
import type { PartyMember, Standing } from '@/domain/standing'
import type { Instant } from '@/domain/time'
import { ageBandWords } from './age-band'
import { clock, isWithinWeek, moment, spoken, type Telling } from './date'
import { explain } from './refusal'
import { skill as skillCopy } from './skill'
import { whoAll } from './who'

export type Tone = 'go' | 'points' | 'wait' | 'done' | 'off'

/** The words of the main button, how it looks, and whether a tap does something. */
interface VerdictWords {
  label: string
  tone: Tone
  acts: boolean
}

/** @param slotName what the slot is called, where there are several of its kind; null: there is but one */
export function verdictWords(
  standing: Standing,
  telling: Telling,
  slotName: string | null = null,
): VerdictWords {
  switch (standing.is) {
    case 'bookable':
      return { label: bookWords(standing, slotName), tone: 'go', acts: true }
    case 'fewer':
      return { label: `先报 ${standing.party.length} 个${costWords(standing.cost)}`, tone: 'go', acts: true }
    case 'held':
      return { label: standing.kind === 'post' ? '已认领 ✓' : '已报名 ✓', tone: 'done', acts: false }
    case 'draw_open':
      return { label: slotName ? `参加抽签·${slotName}` : '参加抽签', tone: 'go', acts: true }
    case 'applied':
      return { label: '已报名抽签 ✓', tone: 'done', acts: false }
    case 'drawing':
      return { label: standing.applied ? '等抽签结果' : '报名已截止', tone: 'wait', acts: false }
    case 'waitable':
      return { label: waitWords(standing.ahead), tone: 'wait', acts: true }
    case 'waiting':
      return { label: `候补中·第 ${standing.position} 位`, tone: 'wait', acts: false }
    case 'offered':
      return { label: `轮到您了，我要${costWords(standing.cost)}`, tone: 'go', acts: true }
    case 'no_child':
      return { label: '添加孩子', tone: 'go', acts: true }
    case 'nobody_chosen':
      return { label: '先选给谁报', tone: 'off', acts: false }
    case 'check_in':
      return { label: '签到', tone: 'go', acts: true }
    case 'checked_in':
      return { label: '已签到 ✓', tone: 'done', acts: false }
    case 'came':
      return {
        label: standing.points > 0 ? `来过 ✓ +${standing.points} 分` : '来过 ✓',
        tone: 'done',
        acts: false,
      }
    case 'absent':
      return { label: '这次没来', tone: 'off', acts: false }
    case 'over':
      return { label: '已经结束', tone: 'off', acts: false }
    case 'substitute':
      return { label: '我来替班', tone: 'go', acts: true }
    case 'remindable':
      return { label: remindWords(standing.at, telling), tone: 'wait', acts: true }
    case 'reminded':
      return { label: '已设提醒 ✓', tone: 'done', acts: false }
    case 'refused':
      return refusedWords(standing.refusal, telling)
  }
}

/** Why it is not a plain yes, and what would change it; null when it is one. */
export function verdictSentence(standing: Standing, telling: Telling): string | null {
  switch (standing.is) {
    case 'bookable':
      return standing.freeFrom === null
        ? null
        : `${moment(standing.freeFrom, telling)} 起大家都能报，不用积分。现在报用 ${standing.cost} 分。`
    case 'held':
    case 'came':
      return null
    case 'check_in':
      return '到了就签到，输领队屏幕上的 6 个数字。'
    case 'checked_in':
      return '等领队确认。'
    case 'absent':
      return '领队记的是没来。记错了，请告诉领队或社区。'
    case 'over':
      return standing.held ? '来了却没签到，请和领队说一声。' : null
    case 'nobody_chosen':
      return '点一下名字，选给谁报。'
    case 'fewer':
      return fewerWords(standing, telling)
    case 'draw_open':
      return `${moment(standing.drawAt, telling)} 抽签，早报晚报机会一样。结果谁都能验证。`
    case 'applied':
      return appliedWords(standing, telling)
    case 'drawing':
      return drawingWords(standing)
    case 'waitable':
      return waitableWords(standing, telling)
    case 'waiting':
      return waitingWords(standing)
    case 'offered':
      return `有空位了，给${whoAll(standing.party)}留到${spoken(standing.until, telling.now)}，过时给下一位。`
    case 'no_child':
      return noChildWords(standing)
    case 'substitute':
      return standing.family
        ? '家里人来不了，您顶上，这个岗位就是您的。'
        : '有邻居来不了。您接上，这个岗位就是您的。'
    case 'reminded':
      return `${explain(standing.refusal, telling)}提前 10 分钟在“消息”里提醒您。`
    case 'remindable':
    case 'refused':
      return explain(standing.refusal, telling)
  }
}

function bookWords(
  { kind, party, cost }: { kind: SlotKind; party: PartyMember[]; cost: number },
  slotName: string | null,
): string {
  if (kind === 'post') return slotName ? `认领·${slotName}` : '我来认领'
  const which = `${slotName ? `·${slotName}` : ''}${costWords(cost)}`
  const children = party.filter((it) => it.kind === 'child').length
  const [first] = party
  if (party.length === 1 && first) return children === 1 ? `给${first.name}报名${which}` : `我要报名${which}`
  return `报 ${party.length} 个${children === party.length ? '孩子' : '人'}${which}`
}

// With a date or a spoken time it would not fit beside the share button; the sentence above says when.
function remindWords(at: Instant, telling: Telling): string {
  return isWithinWeek(at, telling.now) && !telling.elder
    ? `${moment(at, telling)} 开放·提醒我`
    : '开放前提醒我'
}

function appliedWords({ drawAt, points }: Extract<Standing, { is: 'applied' }>, telling: Telling): string {
  const when = `${moment(drawAt, telling)} 抽签。`
  return points > 0
    ? `${when}愿意用 ${points} 分，按积分抽中才扣。没抽中自动排候补。`
    : `${when}没用积分。没抽中自动排候补。`
}

function drawingWords({ applied, wantsNumber }: Extract<Standing, { is: 'drawing' }>): string {
  if (!applied) return '名单已封存。抽完还有空位，大家都能报。'
  return wantsNumber ? '名单已封存，等公开号码开出来就抽。' : '名单已封存，马上抽。'
}

function costWords(cost: number): string {
  return cost > 0 ? `·用 ${cost} 分` : ''
}

function waitWords(ahead: number): string {
  return `我要候补(第 ${ahead + 1} 位)`
}

function waitingWords({ position, withPoints, usePoints }: Extract<Standing, { is: 'waiting' }>): string {
  if (position === 1) return '下一个就是您。有空位自动给您报上，并告诉您。'
  const line = `前面还有 ${position - 1} 家`
  const told = '轮到时自动给您报上，并告诉您。'
  if (withPoints === null || withPoints === position) return `${line}。${told}`
  return usePoints
    ? `${line}；用积分的名额，您排第 ${withPoints} 位。${told}`
    : `${line}；用积分的话排第 ${withPoints} 位。${told}`
}

function fewerWords(
  { party, of, cost, refusal }: Extract<Standing, { is: 'fewer' }>,
  telling: Telling,
): string {
  const first = whoAll(party)
  const rest = of - party.length
  if (refusal.reason === 'not_open_yet') {
    return `${of} 个一起要 ${refusal.need} 分，您有 ${refusal.have} 分。可以先给${first}报上，用 ${cost} 分。`
  }
  if (refusal.reason === 'household_limit') return explain(refusal, telling)
  return `剩下的名额不够 ${of} 个一起报。先给${first}报上，另外 ${rest} 个可以接着候补。`
}

function waitableWords(
  { kind, refusal, usePoints, ahead, payingAhead, party, price }: Extract<Standing, { is: 'waitable' }>,
  telling: Telling,
): string {
  const sentence = explain(refusal, telling, kind)
  if (!usePoints) return sentence
  const better = payingAhead < ahead ? `用积分的话排第 ${payingAhead + 1} 位，` : ''
  // After opening only what comes free of the window costs points.
  const when = refusal.reason === 'priority_places_full' ? '轮到时' : '有人退掉积分名额时'
  return `${sentence}${better}${when}用 ${price * party.length} 分。`
}

function noChildWords({ band, hasOthers, then }: Extract<Standing, { is: 'no_child' }>): string {
  const whom = band ? ` ${ageBandWords(band)}的孩子` : '孩子'
  const full = then === 'wait' ? '名额满了，添加孩子后就能候补。' : ''
  if (hasOthers) {
    return `这里给${whom}，家里还没有这个年龄的孩子。${then === 'book' ? '有的话，添加后就能报。' : full}`
  }
  return `这里给${whom}。${full || '先添加孩子，'}只要小名和年龄段。`
}

// Where a step of one's own would change it, the button leads there.
function refusedWords(
  refusal: Extract<Standing, { is: 'refused' }>['refusal'],
  telling: Telling,
): VerdictWords {
  switch (refusal.reason) {
    case 'not_confirmed':
      return { label: '去填住址', tone: 'go', acts: true }
    case 'consent_missing':
      return { label: '去看孩子的同意', tone: 'go', acts: true }
    case 'not_open_yet':
      return { label: `${moment(refusal.opensAt, telling)} 开放`, tone: 'wait', acts: false }
    case 'teams_first':
      return { label: `${moment(refusal.until, telling)} 起可报`, tone: 'wait', acts: false }
    case 'newcomers_first':
      return { label: `${clock(refusal.until, telling.elder)} 起可报`, tone: 'wait', acts: false }
    case 'waitlist_first':
      return { label: '先问候补的邻居', tone: 'wait', acts: false }
    case 'session_cancelled':
      return { label: '这一场取消了', tone: 'off', acts: false }
    case 'session_started':
      return { label: '已经开始', tone: 'off', acts: false }
    case 'skill_missing':
      return { label: skillCopy.say, tone: 'go', acts: true }
    case 'weekly_limit':
    case 'wrong_attendee':
      return { label: '现在还不能认领', tone: 'off', acts: false }
    default:
      return { label: '现在还不能报', tone: 'off', acts: false }
  }
}
