import type { OtherRefusal } from '@/contract/other-refusal'

const REASONS = [
  'last_admin',
  'resident_unconfirmed',
  'other_door',
  'household_too_large',
  'household_busy',
  'household_owes',
  'no_double',
  'double_took_part',
  'team_name_taken',
  'session_over',
  'session_running',
  'account_gone',
] as const
export type MembersRefusal = Extract<OtherRefusal, { reason: (typeof REASONS)[number] }>

export function isOfMembers(refusal: OtherRefusal): refusal is MembersRefusal {
  return (REASONS as readonly string[]).includes(refusal.reason)
}

// No `default`: a reason without words does not compile.
/** What a cadre or an admin cannot do about people. */
export function explainMembers(refusal: MembersRefusal): string {
  switch (refusal.reason) {
    case 'last_admin':
      return '社区至少要有一位管理员。先任命另一位，再来改。'
    case 'resident_unconfirmed':
      return '先确认这位居民，再任命。'
    case 'other_door':
      return '两家填的不是同一个门牌，不能合成一家。'
    case 'household_too_large':
      return `一家最多 ${refusal.adults} 个大人、${refusal.children} 个孩子，合起来太多了。`
    case 'household_busy':
      return `要合进来的这家还有 ${refusal.pending} 件事没了结：报名、候补、提出的疑问，或 90 天内记过的服务。等了结，或者反过来合。`
    case 'household_owes':
      return `这两家还欠 ${refusal.points} 分。等补上再合。`
    case 'no_double':
      return '这两位对不上，不能合并。'
    case 'double_took_part':
      return '用手机的这位已经报过活动或有了家人、积分，不能并过去。'
    case 'team_name_taken':
      return '已经有一个叫这个名字的队伍了。'
    case 'session_running':
      return `“${refusal.session.title}”正在进行。先签退，或者等它结束，再来注销。`
    case 'account_gone':
      return '这个账号已经注销了。'
    case 'session_over':
      return '这一场结束了，不用再点名。'
  }
}
