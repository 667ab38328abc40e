import type { HonourOrder } from '@/domain/honours'
import type { Period } from '@/domain/period'
import type { Role } from '@/domain/role'

/** What stands in the files people take away. */
export const files = {
  nothing: '没有记录',
  expired: '链接过期了。请回到邻里,再导出一次。',
  unknown: '没有这个文件。请回到邻里,再导出一次。',
  notAllowed: '现在不能看这个文件了。',
} as const

export const recordFile = {
  name: (year: number) => `平台记录-${year}年`,
  title: '邻里平台记录(志愿服务)',
  about: (community: string, year: number) => `${community} ${year}年`,
  total: (hours: string, times: number) => `共 ${hours} 小时,${times} 次`,
  note: '这是邻里平台上的记录,不是证明文件。',
  columns: {
    name: '姓名',
    volunteerNumber: '志愿者编号',
    activity: '活动',
    date: '日期',
    place: '地点',
    content: '服务内容',
    hours: '时长(小时)',
    evaluation: '评价',
    leader: '领队',
    recorder: '记录人',
  },
  /** who confirmed: the office, and the name where one was given */
  recorder: (role: Role, name: string | null) =>
    [role === 'admin' ? '管理员' : '社区干部', name].filter(Boolean).join(' '),
} as const

const ORDERS: Record<HonourOrder, string> = { hours: '时长', times: '次数', series: '连续周数' }

export const honoursFile = {
  name: (period: Period) => `表彰名单-${periodWords(period)}`,
  title: (community: string, period: Period) => `${community} 表彰名单 ${periodWords(period)}`,
  note: '没有同意公布姓名的,写作“未公开”。连续周数:每周(周一到周日)至少服务一次,不断开的最长一段。',
  total: (people: number, hours: string, times: number) => `${people} 人服务,${hours} 小时,${times} 次`,
  unnamed: '未公开',
  columns: {
    list: '榜单',
    rank: '名次',
    name: '姓名',
    hours: '时长(小时)',
    times: '次数',
    series: '连续周数',
  },
  order: (order: HonourOrder) => ORDERS[order],
} as const

export function periodWords({ year, month }: Period): string {
  return month === null ? `${year}年` : `${year}年${month}月`
}
