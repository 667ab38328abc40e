import { clock, type Telling } from './date'
import type { Instant } from '@/domain/time'

/** The check-in page. */
export const checkIn = {
  title: '签到',
  prompt: '输入领队手机上的 6 个数字',
  promptOut: '要走了，再输一次领队的 6 个数字',
  hint: '数字每 30 秒换一次，看不清可以请领队念给您听',
  scan: '扫领队的码',
  submit: '签到',
  done: '签到好了',
  doneAt: (time: string) => `${time} 到的。活动结束、领队确认后，积分就到了。`,
  leaveHint: '走的时候签退一下，时长记得准。忘了也没关系，按计划结束算。',
  leave: '我要走了，签退',
  out: '签退好了',
  outAt: (at: Instant, endsAt: Instant | null, { elder }: Telling) =>
    endsAt !== null && at >= endsAt
      ? '一直做到了结束。领队确认后，积分就到了。'
      : `${clock(at, elder)} 走的。领队确认后，按时长算。`,
  back: '回到活动',
  returned: '我又回来了',
  stay: '先不走',
  take: { post: '认领并签到', seat: '报名并签到' },
  clear: '清掉',
  remove: '退一格',
  key: (digit: string) => `数字 ${digit}`,
  entered: (count: number) => `已输入 ${count} 个数字`,
  foreign: '这不是邻里的签到码。请扫领队屏幕上的那个，或输 6 个数字。',
  elsewhere: '这是另一场的签到码。请扫这一场领队屏幕上的。',
  numberless: '这个码里没有签到的数字。请扫领队屏幕上的那个。',
  denied: '没有打开相机的权限。可以输 6 个数字，或到微信设置里打开。',
  unavailable: '这部手机扫不了。请输 6 个数字。',
} as const
