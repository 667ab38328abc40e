import type { PaperRow } from '@/contract/enter-paper'
import type { Instant } from '@/domain/time'
import { clock, date, weekday } from './date'

/** The roster on paper: printed before, typed afterwards. */
export const paper = {
  missingLink: '这个链接不完整，请从工作台进来。',
  intro: '没有网、没有手机也能点名：先打印，来的人在自己那行打勾，过后把打勾的码输进来。',
  print: '打印',
  showTitle: '为什么要打印姓名？',
  showHint: '纸上有完整姓名，用完请收好。这次查看会记下来。',
  showReasons: ['现场没有网', '现场没有手机', '存档'],
  showConfirm: '显示并记下',
  show: '显示要打印的名单',
  printNow: '打印这一页',
  printElsewhere:
    '手机上打印不了。用电脑浏览器打开邻里的网页版，进这一场的纸质名单，再打印；或者照着下面抄。',
  came: '到了打勾',
  nobody: '还没有人报名。',
  enter: '录入',
  typed: '打了勾的码',
  typedHint: '一个码 5 位数字，用空格、逗号或换行隔开都行',
  check: '核对',
  rows: (found: number, all: number) => `${all} 个码，认出 ${found} 人可以记到场`,
  mark: (count: number) => `记 ${count} 人到场`,
  nothing: '没有可以记的人',
  marked: (count: number) => `记好了，${count} 人到场。名单里写着“纸质名单”。`,
  toRoster: '回名单',
} as const

/** 2026年12月5日 周六 10:00–11:00: paper is read on other days. */
export function paperPeriod(startsAt: Instant, endsAt: Instant): string {
  return `${date(startsAt, 0)} ${weekday(startsAt)} ${clock(startsAt, false)}–${clock(endsAt, false)}`
}

/** What a typed code came to. */
export function paperRowWords(is: PaperRow['is']): {
  words: string
  tone: 'go' | 'wait' | 'stop' | ''
} {
  switch (is) {
    case 'found':
      return { words: '记到场', tone: 'go' }
    case 'here':
      return { words: '已经签到', tone: '' }
    case 'gone':
      return { words: '取消了报名', tone: 'wait' }
    case 'own':
      return { words: '自己家，请同事来', tone: 'wait' }
    case 'decided':
      return { words: '已结束点名', tone: '' }
    case 'unknown':
      return { words: '没有这个码', tone: 'stop' }
  }
}
