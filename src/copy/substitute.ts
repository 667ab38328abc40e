import type { Instant } from '@/domain/time'
import { wayOfGiving } from '@/domain/waitlist'
import { moment, spoken, type Telling } from './date'

/** Passing a post on. */
export const substitute = {
  find: '找人替班',
  title: '找人替班？',
  ready: '替班卡片好了',
  share: '转发到群里',
  copyLink: '复制链接发到群里',
  withdraw: '收回',
  takeOver: '我来顶',
  still: '有人接上之前，岗位还是您的，来得了随时收回。接上了会告诉您，不记“临时不来”。',
  gone: '这个替班不用接了：有人接上了，或邻居自己来。想来的话，看下面还有没有空位。',
} as const

/** What finding a substitute does, before it is done. */
export function findWords(startsAt: Instant, { now }: Telling): string {
  const waiting =
    wayOfGiving(now, startsAt) === 'booked'
      ? '有人在候补，就马上换给排第一的。'
      : '有人在候补，先问排第一的，给他半小时。'
  return `${waiting}没有人候补，就给您一张替班卡片，转发到群里，谁先接就是谁的。`
}

/** What the card does, once it is there. */
export function cardWords(waitlistUntil: Instant | null, { now }: Telling): string {
  const asked =
    waitlistUntil !== null && now < waitlistUntil
      ? `正在问候补的邻居，${spoken(waitlistUntil, now)}前先留给他。`
      : ''
  return `${asked}转发到群里，谁先接就是谁的。`
}

/** How a post stands whose holder looks for a substitute. `ofFamily`: that is somebody else of the household */
export function seekingWords(waitlistUntil: Instant | null, ofFamily: boolean, { now }: Telling): string {
  const asking = waitlistUntil !== null && now < waitlistUntil
  return `${asking ? '在问候补的邻居' : '在等人接'}，岗位还是${ofFamily ? '家里' : '您'}的`
}

/** Of a post of somebody else in the household. */
export function familyPostLine(slotTitle: string, name: string): string {
  return `家里的岗位：${slotTitle}${name ? ` · ${name}` : ''}`
}

/** The title of the card in a chat: of nobody. */
export function substituteCardTitle(
  session: { title: string; startsAt: Instant; place: string },
  telling: Telling,
): string {
  return `找人替班：${session.title} · ${moment(session.startsAt, { ...telling, elder: false })} · ${session.place}`
}
