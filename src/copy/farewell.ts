import type { Farewell } from '@/contract/delete-account'
import { moment, type Telling } from './date'

/** 注销账号. */
export const farewell = {
  title: '注销账号',
  open: '注销账号',
  before: '先看看会怎样，再决定。注销了就恢复不了。',
  stays: '留下的，只是没有名字的记录',
  staysWhy: (records: number) =>
    records > 0
      ? `您的 ${records} 条服务记录和积分流水要保存 10 年，只留时间、时长和数字，名字换成“已注销的居民”。`
      : '积分流水要保存 10 年，只留时间和数字，名字换成“已注销的居民”。',
  erased: '马上删掉的',
  erasedWhat: '称呼、手机号、志愿者编号、专长、队伍、消息、提醒，以及和微信的关联。',
  known: '我看明白了，要注销',
  leave: '注销',
  stay: '先不注销',
  done: '注销好了。随时欢迎再来。',
} as const

/** What would happen, a sentence each; names of sessions with their times. */
export function farewellWords(ahead: Farewell, telling: Telling): { title: string; lines: string[] }[] {
  const at = (it: { title: string; startsAt: number }) => `${it.title}，${moment(it.startsAt, telling)}`
  const parts = [
    {
      title: '这些报名会取消，名额给候补的邻居',
      lines: ahead.bookings.map(
        (it) =>
          at(it) + (it.places > 1 ? `，${it.places} 个名额` : '') + (it.late ? '，已过免费取消的时间' : ''),
      ),
    },
    {
      title: '这些候补会退出',
      lines: ahead.waiting.map((it) => at(it) + (it.offered ? '，留给您的名额给下一位' : '')),
    },
    {
      title: '这些抽签会退出',
      lines: ahead.applications.map((it) => at(it) + (it.frozen ? '，名单已公布，抽到时跳过' : '')),
    },
    { title: '这些场次要社区另请领队', lines: ahead.leading.map(at) },
    { title: '您的家庭', lines: householdWords(ahead) },
  ]
  return parts.filter((part) => part.lines.length > 0)
}

function householdWords({ household, children, points }: Farewell): string[] {
  const gone = children > 0 ? [`${children} 个孩子的资料一起删掉。`] : []
  if (household === 'goes_on') {
    const kept = children > 0 ? '家里没有别的监护人了，' : ''
    return [...gone.map((line) => kept + line), '家里其他人照常，积分留给他们。']
  }
  const lost = points > 0 ? [`剩下的 ${points} 分作废。`] : []
  return [...gone, ...lost, '住址删掉。']
}
