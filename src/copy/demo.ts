/** Trying Linli out: never seen by a real community. */
export const demo = {
  chip: '试用',
  title: '换个人，换个时间',
  who: '现在我是',
  time: '现在是',
  hour: '快进 1 小时',
  nextSession: '到下一场开始前',
  saturday: '到周六 9:30',
  day: '快进 1 天',
  reset: '回到现在',
  platform: '看看微信群和手机会收到什么',
  hint: '这是试用版，内容都是编的。',
} as const
