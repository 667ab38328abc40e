import { hours } from './date'

/** The platform record of service. */
export const record = {
  title: '平台记录',
  total: (minutes: number) => `共服务 ${hours(minutes)} 小时`,
  one: (minutes: number) => `${hours(minutes)} 小时`,
  note: '这是邻里平台上的记录,不是证明文件。',
  empty: '还没有服务记录。认领一个岗位,做完就记在这里。',
  toHome: '看看哪里缺人手',
  points: (points: number) => `+${points} 分`,
} as const
