import type { CallTexts } from '@/domain/call-texts'
import { COVER_WORDS } from './activity'
import { publish } from './publish'

/** A cadre puts a published call in other words. */
export const callChange = {
  missingLink: '这个链接不完整，请从“改动这一场”里进来。',
  toDesk: '回工作台',
  over: '这个招募的场次都结束了，不用再改。',
  sessions: (count: number) => (count > 1 ? `${count} 场一起改` : '只有一场'),
  placeHint: '地点和时间每场不同，在“改动这一场”里改。',
  same: '还没有改动',
  save: '改好',
  saveTells: '改好，告诉已报名的人',
  tells: '改了带什么或安全提示，已报名的居民会收到通知。',
  done: (told: number) => (told > 0 ? `改好了，告诉了 ${told} 位居民。` : '改好了。'),
} as const

const FIELD: Record<keyof CallTexts, string> = {
  title: publish.title,
  description: publish.description,
  bring: publish.bring,
  riskNote: publish.riskNote,
  insurance: publish.insurance,
  contact: publish.contact,
  cover: publish.cover,
}

const LONGEST = 40

/** 刚才有同事改了:带什么改成“雨衣”;封面改成菜地。您填的还在,看看再改。 */
export function callMeanwhile(before: CallTexts, now: CallTexts): string {
  const fields = Object.keys(FIELD) as (keyof CallTexts)[]
  const changes = fields
    .filter((field) => before[field] !== now[field])
    .map((field) => `${FIELD[field]}${became(field, now)}`)
  const what = changes.length > 0 ? `刚才有同事改了：${changes.join('；')}。` : '刚才有同事也动过这个招募。'
  return `${what}您填的还在，看看再改。`
}

function became(field: keyof CallTexts, now: CallTexts): string {
  if (field === 'cover') return `改成${COVER_WORDS[now.cover]}`
  const text = now[field]
  if (text === '') return '去掉了'
  const characters = [...text]
  return `改成“${characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text}”`
}
