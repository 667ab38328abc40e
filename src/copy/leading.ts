import { spoken, type Telling } from './date'
import type { Instant } from '@/domain/time'

/** Who leads a session, and its roll call. */
export const leading = {
  leader: '领队',
  none: '还没有请人领队',
  appoint: '请人领队',
  change: '换人',
  dismiss: '不用了',
  title: '请谁领队',
  hint: '领队能看这一场的名单、给大家签到，到结束后一天为止。结束点名还是您来。',
  search: '找人',
  searchPlaceholder: '姓名里的一两个字',
  find: '找',
  nobody: '已确认的居民里没有找到。',
  begin: '开始点名',
  beginHint: (until: Instant, { now }: Telling) => `姓名显示到${spoken(until, now)}，会记下来`,
  open: (until: Instant, { now }: Telling) => `姓名显示着，到${spoken(until, now)}`,
  /** for the leader, on the first page and the session page */
  youLead: '您领队',
  rollCall: '点名',
  ofTeam: (team: string) => `领队 ${team}`,
  named: (name: string) => `领队 ${name}`,
} as const
