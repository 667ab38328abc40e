import type { HonourOrder, TeamHonourOrder } from '@/domain/honours'
import type { Told } from '@/domain/figures'
import { hours } from './date'
import { figures } from './figures'

/** The list for the commendation meeting. */
export const honours = {
  yearly: '年度',
  monthly: '月度',
  earlier: '往前',
  later: '往后',
  order: '怎么排',
  sum: (people: number, minutes: number, times: number) =>
    `${people} 人服务，共 ${hours(minutes)} 小时，${times} 次`,
  note: '居民在“平台记录”里同意了，这里才有名字。',
  unnamed: '未公开',
  whose: '看谁的',
  people: '个人',
  teams: '队伍',
  teamNote: '报名时在哪个队，就算哪个队的。不到 5 个人服务的不排名次。',
  teamEmpty: '这段时间还没有队伍服务。居民在“我的队伍”里加入，报名时就会记上。',
  fewPeople: figures.fewPeople,
  unranked: '不排名次',
  empty: '这段时间还没有服务。点名结束后，时长就算进来。',
  most: (count: number) => `只列前 ${count} 位`,
  take: '导出表格',
  takeHint: '个人和队伍的榜在一张表里；没同意公布的，表里也写“未公开”。导出会记下来。',
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

/** The same of a team; null: too few served for anything to be told. */
export function teamFigures(
  { volunteers, minutes, times }: { volunteers: Told; minutes: Told; times: Told },
  order: TeamHonourOrder,
): { first: string; rest: string } | null {
  if (typeof volunteers !== 'number' || typeof minutes !== 'number' || typeof times !== 'number') return null
  const [first, second] = [`${hours(minutes)} 小时`, `${times} 次`]
  return order === 'hours'
    ? { first, rest: `${volunteers} 人 · ${second}` }
    : { first: second, rest: `${volunteers} 人 · ${first}` }
}
