import type { Role } from '@/domain/role'

/** The fourth tab. */
export const me = {
  visitor: '访客',
  unnamed: '新邻居',
  visitorHint: '报一次名就加入了，不用登录',
  confirmed: '社区已确认',
  unconfirmed: '等社区确认',
  noAddress: '还没填住址',
  household: '我的家庭',
  record: '平台记录',
  inbox: '消息',
  myData: '我的资料',
  privacy: '隐私说明',
  unread: (count: number) => `${count} 条新的`,
  communities: '我的社区',
  otherCommunity: '加入别的社区',
  desk: '工作台',
  persona: '换个人试试',
  about: '关于邻里',
  aboutWords:
    '邻里把社区里的活动和岗位放在一处。做一次服务得积分，积分只用来提前报名。这里显示的是平台记录，不是证明文件。',
  elder: '关怀模式',
  elderHint: '字大一些，选择少一些',
  on: '开',
  off: '关',
  more: '更多',
} as const

const ROLES: Record<Role, string> = { resident: '居民', cadre: '社区干部', admin: '管理员' }

export function roleWords(role: Role): string {
  return ROLES[role]
}
