/** The check-in page. */
export const checkIn = {
  title: '签到',
  prompt: '输入领队手机上的 6 个数字',
  hint: '数字每 30 秒换一次,看不清可以请领队念给您听',
  submit: '签到',
  done: '签到好了',
  doneAt: (time: string) => `${time} 到的。活动结束、领队确认后,积分就到了。`,
  back: '回到活动',
  clear: '清掉',
  remove: '退一格',
  key: (digit: string) => `数字 ${digit}`,
  entered: (count: number) => `已输入 ${count} 个数字`,
} as const
