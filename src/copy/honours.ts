import type { HonourOrder } from '@/domain/honours'
import { hours } from './date'

/** The list for the commendation meeting. */
export const honours = {
  yearly: '年度',
  monthly: '月度',
  earlier: '往前',
  later: '往后',
  order: '怎么排',
  sum: (people: number, minutes: number, times: number) =>
    `${people} 人服务,共 ${hours(minutes)} 小时,${times} 次`,
  note: '居民在“平台记录”里同意了,这里才有名字。',
  unnamed: '未公开',
  empty: '这段时间还没有服务。点名结束后,时长就算进来。',
  most: (count: number) => `只列前 ${count} 位`,
  take: '导出表格',
  takeHint: '三个榜在一张表里;没同意公布的,表里也写“未公开”。导出会记下来。',
  rank: (rank: number) => `第 ${rank} 名`,
} as const

export const ORDER_WORDS: Record<HonourOrder, string> = {
  hours: '按时长',
  times: '按次数',
  series: '按连续周数',
}

/** The figure a list is ordered by, and the others. */
export function honourFigures(
  { minutes, times, series }: { minutes: number; times: number; series: number },
  order: HonourOrder,
): { first: string; rest: string } {
  const words: Record<HonourOrder, string> = {
    hours: `${hours(minutes)} 小时`,
    times: `${times} 次`,
    series: `连续 ${series} 周`,
  }
  const others = (Object.keys(words) as HonourOrder[]).filter((it) => it !== order)
  return { first: words[order], rest: others.map((it) => words[it]).join(' · ') }
}
