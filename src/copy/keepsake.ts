import type { Answer } from '@/contract/actions'
import type { ActivityKind } from '@/domain/activity'
import { dayStart, type Instant } from '@/domain/time'
import { date, hours, weekday } from './date'
import { thanks as thanksWords } from './thanks'

export type KeepsakeFigures = Answer<'getKeepsake'>

/** The card to keep after a duty. */
export const keepsake = {
  hint: '存下来留个纪念，也可以发给一起来的邻居。',
  share: '发给朋友',
  notShared: '没发成。先存到手机里，再从相册发。',
  missing: '链接不完整，请从平台记录里打开。',
  empty: '这里还没有您的纪念卡。社区确认到场以后，打开就有。',
  toRecord: '看看我的平台记录',
  row: '纪念卡',
} as const

/** What was done, before how long. */
const DID: Record<ActivityKind, string> = {
  class: '为这堂课忙了',
  after_school: '陪放学的孩子们待了',
  clean_up: '一起打扫了',
  traffic_duty: '在路口守了',
  census: '为人口普查跑了',
  haircut: '为义务理发忙了',
  tailor: '为裁缝点忙了',
  mediation: '在调解台守了',
  garden: '在花园里忙了',
  gathering: '为这次聚会忙了',
}
const DID_ALONE: Partial<Record<ActivityKind, string>> = { clean_up: '打扫了' }

/** What stands on the picture, from top to bottom. */
export interface KeepsakeCard {
  date: string
  title: string
  /** with whom, and what, on a line each; in one where nobody else was there */
  said: string[]
  /** 40 and 分钟, 1.5 and 小时 */
  figure: string
  unit: string
  /** null: nobody has thanked yet */
  thanks: string | null
  place: string
  community: string
}

export function keepsakeCard(of: KeepsakeFigures): KeepsakeCard {
  const { community, activityKind, activityTitle, place, startsAt, neighbours, thanks } = of
  return {
    // It is kept for years: its year stands on it, whenever it is drawn.
    date: `${date(startsAt, 0)} ${weekday(startsAt)}`,
    title: activityTitle,
    said:
      neighbours > 0
        ? [`您和 ${neighbours} 位邻居`, DID[activityKind]]
        : [`您${DID_ALONE[activityKind] ?? DID[activityKind]}`],
    ...lasted(of.minutes),
    thanks: thanks > 0 ? thanksWords.received(thanks) : null,
    place,
    community: `${community} · 邻里`,
  }
}

/** 今天您和 5 位邻居在路口守了 40 分钟: the card in a sentence. */
export function keepsakeSentence(of: KeepsakeFigures, now: Instant): string {
  const { said, figure, unit } = keepsakeCard(of)
  const when = dayStart(of.startsAt) === dayStart(now) ? '今天' : `${date(of.startsAt, now)}，`
  return `${when}${said.join('')} ${figure} ${unit}`
}

function lasted(minutes: number): { figure: string; unit: string } {
  return minutes < 60 ? { figure: String(minutes), unit: '分钟' } : { figure: hours(minutes), unit: '小时' }
}
