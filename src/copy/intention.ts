import type { RequestError } from '@/contract/envelope'
import type { Telling } from './date'
import { trouble } from './trouble'

/** What is kept when the network is dead, in one word. */
const WHAT = {
  bookSlot: '报名',
  applyForDraw: '抽签报名',
  joinWaitlist: '候补',
  acceptOffer: '接名额',
  takeSubstitute: '替班',
  remindMe: '提醒',
  cancelBooking: '取消',
  leaveWaitlist: '退出候补',
  withdrawApplication: '退出抽签',
} as const

interface IntentionFigures {
  action: keyof typeof WHAT
  title: string
}

type NewsFigures = { intention: IntentionFigures } & (
  { is: 'done' } | { is: 'refused'; error: RequestError | { code: 'unreachable' } } | { is: 'late' }
)

export const intention = {
  drop: '不送了',
  dropped: '好，不送了。要是刚才已经送到，日程里能看到。',
  read: '知道了',
} as const

const whatOf = ({ title, action }: IntentionFigures) => `${title}的${WHAT[action]}`

/** 这会儿没送到。放学护学岗的报名先记下了… */
export function waitingWords(it: IntentionFigures): string {
  return `这会儿没送到。${whatOf(it)}先记下了，网一通就送出，只送一次，不用再点。`
}

export function newsWords(news: NewsFigures, telling: Telling): string {
  const what = whatOf(news.intention)
  switch (news.is) {
    case 'done':
      return `网络通了，${what}办好了。`
    case 'refused':
      return `网络通了，但${what}没办成。${trouble(news.error, telling)}`
    case 'late':
      return `网络断了半个多小时，${what}没有送出。还需要的话，请再点一次。`
  }
}
