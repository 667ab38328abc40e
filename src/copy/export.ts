import type { HonourOrder } from '@/domain/honours'
import type { Period } from '@/domain/period'
import type { Role } from '@/domain/role'
import type { Instant } from '@/domain/time'
import { clock, isoDate } from './date'

/** What stands in the files people take away. */
export const files = {
  nothing: '没有记录',
  expired: '链接过期了。请回到邻里，再导出一次。',
  unknown: '没有这个文件。请回到邻里，再导出一次。',
  notAllowed: '现在不能看这个文件了。',
} as const

export const recordFile = {
  name: (year: number) => `平台记录-${year}年`,
  title: '邻里平台记录(志愿服务)',
  about: (community: string, year: number) => `${community} ${year}年`,
  total: (hours: string, times: number) => `共 ${hours} 小时，${times} 次`,
  note: '这是邻里平台上的记录，不是证明文件。',
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
  note: '没有同意公布姓名的，写作“未公开”。连续周数：每周(周一到周日)至少服务一次，不断开的最长一段。',
  total: (people: number, hours: string, times: number) => `${people} 人服务，${hours} 小时，${times} 次`,
  unnamed: '未公开',
  columns: {
    list: '榜单',
    rank: '名次',
    name: '姓名',
    hours: '时长(小时)',
    times: '次数',
    series: '连续周数',
    people: '人数',
  },
  order: (order: HonourOrder) => ORDERS[order],
  teams: (order: HonourOrder) => `队伍${ORDERS[order]}`,
} as const

export const rosterFile = {
  name: (startsAt: Instant) => `名单-${isoDate(startsAt)}`,
  when: (startsAt: Instant, endsAt: Instant) =>
    `${isoDate(startsAt)} ${clock(startsAt, false)}–${clock(endsAt, false)}`,
  total: (places: number, present: number, walkIns: number) =>
    `报名 ${places} 人，到场 ${present} 人${walkIns > 0 ? `，没报名也来了 ${walkIns} 人` : ''}`,
  note: '含姓名，只用于这一场；用完请删掉。',
  unnamed: '未署名',
  waiting: (turn: number) => `候补 ${turn}`,
  kinds: { resident: '大人', child: '孩子' },
  outcomes: { present: '到场', absent: '没来' },
  columns: { slot: '岗位/名额', name: '姓名', kind: '大人/孩子', in: '签到', out: '签退', outcome: '结果' },
} as const

export const figuresFile = {
  name: (year: number) => `数据-${year}年`,
  title: (community: string, year: number) => `${community} ${year}年`,
  whole: '全年',
  columns: {
    by: '分组',
    part: '名称',
    attendances: '到场人次',
    hours: '服务(小时)',
    volunteers: '志愿者(人)',
    noShow: '没来的(%)',
    newcomers: '第一次来的家庭(%)',
    slots: '名额和岗位(个)',
    full: '其中招满(个)',
    median: '招满用时(分钟)',
  },
} as const

export const auditFile = {
  name: '操作记录',
  title: (community: string) => `${community} 操作记录`,
  columns: { at: '时间', who: '谁', act: '做了什么', detail: '原因或改动', session: '场次' },
} as const

export function periodWords({ year, month }: Period): string {
  return month === null ? `${year}年` : `${year}年${month}月`
}
