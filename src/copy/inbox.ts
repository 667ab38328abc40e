import type { Milestone } from '@/domain/milestone'
import type { Notice } from '@/contract/list-notices'
import { causeSentence } from './cancelled'
import { milestone } from './milestone'
import { moment, period, spoken, type Telling } from './date'
import { householdWords, isOfHousehold } from './household-notice'
import { isOfMembership, membershipWords } from './membership'
import { signed } from './points'

/** The inbox. */
export const inbox = {
  empty: '还没有消息。候补有了空位、积分到了，都会告诉您。',
} as const

/** A notice as a title and a sentence. */
export function noticeWords(notice: Notice, telling: Telling): { title: string; sentence: string } {
  const about = notice.session ? `${notice.session.title}，${moment(notice.session.startsAt, telling)}` : ''
  if (isOfMembership(notice.kind)) return membershipWords(notice, notice.kind, about, telling)
  if (isOfHousehold(notice.kind)) return householdWords(notice.kind)
  switch (notice.kind) {
    case 'booked_from_waitlist':
    case 'waitlist_offer':
      return waitlistWords(notice, notice.kind, about, telling)
    case 'points_credited':
    case 'thanked':
      return serviceWords(notice, notice.kind, about)
    case 'milestone':
      return milestone.told(notice.about as Milestone)
    case 'opening_soon':
      return openingWords(notice, about, telling)
    case 'starts_tomorrow':
    case 'starts_soon':
      return reminderWords(notice.kind, about)
    case 'draw_number_due':
    case 'draw_won':
    case 'draw_waiting':
    case 'draw_passed_over':
      return drawWords(notice, notice.kind, about, telling)
    case 'post_taken':
    case 'place_taken_up':
      return takenWords(notice, notice.kind, about)
    case 'substitute_offer':
      return {
        title: '有邻居来不了，先问您',
        sentence: notice.until
          ? `${about}。岗位给您留到${spoken(notice.until, telling.now)}，打开点“我来替班”就是您的。`
          : about,
      }
    case 'still_open':
      return { title: '这一场还差人，您来得了吗', sentence: `${about}。点这里看看，来得了就报上。` }
    case 'booked_for_you':
    case 'waiting_for_you':
    case 'cancelled_for_you':
      return behalfWords(notice.kind, about)
    case 'call_published':
    case 'call_stopped':
      return checkedWords(notice.kind, about)
    case 'call_changed':
      return textsChanged(notice, about)
    case 'points_corrected':
    case 'dispute_answered':
      return correctionWords(notice, notice.kind, about)
    case 'session_cancelled':
    case 'session_changed':
    case 'place_lost':
    case 'place_kept':
    case 'offer_taken_back':
      return changeWords(notice, notice.kind, about, telling)
  }
}

/** What came of waiting. */
function waitlistWords(
  { until }: Notice,
  kind: 'booked_from_waitlist' | 'waitlist_offer',
  about: string,
  { now }: Telling,
): { title: string; sentence: string } {
  if (kind === 'booked_from_waitlist') {
    const free = until === null ? '' : `。来不了的话，${spoken(until, now)}前可免费取消。`
    return { title: '候补有空位，已给您报上', sentence: `${about}${free}` }
  }
  const kept = until === null ? '' : `。名额留到${spoken(until, now)}，请到日程里点“我要”。`
  return { title: '轮到您了', sentence: `${about}${kept}` }
}

/** Somebody else comes instead. */
function takenWords(notice: Notice, kind: 'post_taken' | 'place_taken_up', about: string) {
  if (kind === 'post_taken')
    return { title: '岗位有人接上了', sentence: `${about}。您不用来了，也不记“临时不来”。` }
  const title = notice.about === 'post' ? '您让出的岗位，有邻居接上了' : '您让出的名额，有一家报上了'
  return { title, sentence: `${about}。谢谢您早早说一声。` }
}

/** Before a slot opens that the resident waits for. */
function openingWords({ until }: Notice, about: string, { now }: Telling) {
  const open = until !== null && until <= now
  const when = until !== null && !open ? `${spoken(until, now)}您就能报。` : ''
  return { title: open ? '可以报了' : '马上就能报了', sentence: `${about}。${when}点这里去报名。` }
}

/** Before the start of what the resident has booked. */
function serviceWords({ points }: Notice, kind: 'points_credited' | 'thanked', about: string) {
  return kind === 'thanked'
    ? { title: '有家庭谢谢您', sentence: `${about}。点这里看看有几家。` }
    : {
        title: `积分到了，+${points ?? 0} 分`,
        sentence: about ? `${about}。谢谢您，点这里留张纪念卡。` : '谢谢您。',
      }
}

function reminderWords(kind: 'starts_tomorrow' | 'starts_soon', about: string) {
  const sentence = `${about}。来不了的话，请点开让出名额，好让邻居接上。`
  return { title: kind === 'starts_tomorrow' ? '您报的活动快到了' : '您报的活动马上开始', sentence }
}

/** What a cadre did because the resident asked for it. */
function behalfWords(kind: 'booked_for_you' | 'waiting_for_you' | 'cancelled_for_you', about: string) {
  const sentence = `${about}。不是您要的，请告诉社区。`
  switch (kind) {
    case 'booked_for_you':
      return { title: '社区代您报上了', sentence }
    case 'waiting_for_you':
      return { title: '社区代您候补了', sentence }
    case 'cancelled_for_you':
      return { title: '社区代您取消了', sentence }
  }
}

/** What came of the check of a call's texts. */
function checkedWords(kind: 'call_published' | 'call_stopped', about: string) {
  return kind === 'call_published'
    ? { title: '内容查过，招募发出去了', sentence: `${about}。点这里看看，再发到群里。` }
    : { title: '招募还没发出去', sentence: '内容检查没有通过。到工作台改一改，再发一次。' }
}

/** What came of a second look at points. */
function correctionWords({ points }: Notice, kind: 'points_corrected' | 'dispute_answered', about: string) {
  const moved = points ? `，${signed(points)} 分` : ''
  const ending = about ? `${about}。` : ''
  if (kind === 'points_corrected')
    return { title: `到场重新核对了${moved}`, sentence: `${ending}点这里看明细。` }
  return points === null
    ? { title: '您问的那条，社区看过了', sentence: `${ending}这条维持原样，原因写在明细里，点这里看。` }
    : { title: `您问的那条更正了${moved}`, sentence: `${ending}点这里看明细。` }
}

type DrawKind = 'draw_number_due' | 'draw_won' | 'draw_waiting' | 'draw_passed_over'

/** What a draw waits for, and what came of it. */
function drawWords(
  notice: Notice,
  kind: DrawKind,
  about: string,
  telling: Telling,
): { title: string; sentence: string } {
  switch (kind) {
    case 'draw_number_due':
      return {
        title: '等您填抽签的公开号码',
        sentence: notice.until
          ? `${about}。${spoken(notice.until, telling.now)}前没有填，就不用号码直接抽。`
          : about,
      }
    case 'draw_won':
      return {
        title: notice.points ? `抽中了，用了 ${notice.points} 分` : '抽中了，名额是您的',
        sentence: notice.until
          ? `${about}。来不了的话，${spoken(notice.until, telling.now)}前可免费取消。`
          : about,
      }
    case 'draw_waiting':
      return {
        title: '这次没抽中，已排上候补',
        sentence: `${about}。候补按抽签的先后排，有空位自动给您报上。`,
      }
    case 'draw_passed_over':
      return {
        title: '抽签时还不能报，已排上候补',
        sentence: `${about}。可能时间撞上了，或积分已用在别处。打开这一场看看原因。`,
      }
  }
}

type ChangeKind = 'session_cancelled' | 'session_changed' | 'place_lost' | 'place_kept' | 'offer_taken_back'

/** What the community has changed. */
function changeWords(
  notice: Notice,
  kind: ChangeKind,
  about: string,
  telling: Telling,
): { title: string; sentence: string } {
  switch (kind) {
    case 'session_cancelled':
      return {
        title: notice.points ? `这一场取消了，退回 ${notice.points} 分` : '这一场取消了',
        sentence: `${about}。${notice.session?.cancelled ? causeSentence(notice.session.cancelled) : ''}`,
      }
    case 'session_changed':
      return changed(notice, telling)
    case 'place_lost':
      return {
        title: notice.points ? `名额减少了，退回 ${notice.points} 分` : '名额减少了，您的没能留住',
        sentence: `${about}。${shrunk(notice)}，按报名先后保留，没有排到您。您现在排在候补最前面，一有空位先给您。`,
      }
    case 'place_kept':
      return {
        title: notice.points ? `名额还是您的，退回 ${notice.points} 分` : '名额还是您的',
        sentence: `${about}。${shrunk(notice)}，提前报的少了，您这个改成不用积分的。`,
      }
    case 'offer_taken_back':
      return {
        title: '刚才的空位收回了',
        sentence: `${about}。${shrunk(notice)}，暂时没有空位。您还在候补里，位置不变。`,
      }
  }
}

/** 要带的东西改了: what it is now; safety has to be read in whole. */
function textsChanged({ change }: Notice, about: string): { title: string; sentence: string } {
  const { riskNote = false, bring = null } = change?.texts ?? {}
  const title =
    riskNote && bring !== null ? '安全提示和要带的东西改了' : riskNote ? '安全提示改了' : '要带的东西改了'
  const told = [
    about,
    ...(bring === null ? [] : [bring === '' ? '现在不用带什么' : `现在要带：${bring}`]),
    ...(riskNote ? ['来之前请点开，看一遍安全提示'] : []),
  ]
  return { title, sentence: `${told.map((it) => it.replace(/[。.]$/, '')).join('。')}。` }
}

function shrunk({ change }: Notice): string {
  return change?.capacity ? `名额从 ${change.capacity.was} 个减到 ${change.capacity.is} 个` : '名额减少了'
}

function changed({ session, change, until }: Notice, telling: Telling): { title: string; sentence: string } {
  const { time = null, place = null } = change ?? {}
  const what = time && place ? '时间和地点' : time ? '时间' : '地点'
  const told = [
    ...(time
      ? [`原来是${moment(time.wasAt, telling)}，改到${period(time.startsAt, time.endsAt, telling)}`]
      : []),
    ...(place ? [`地点改到${place.is}`] : []),
  ]
  const free = until === null ? '' : '来不了的话，开始前都可以免费取消。'
  return { title: `${what}改了`, sentence: `${session?.title ?? ''}，${told.join('，')}。${free}` }
}
