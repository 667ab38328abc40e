/** The session page. */
export const session = {
  slots: '名额和岗位',
  forWhom: '给谁报',
  addChild: '添加孩子',
  addAnotherChild: '再添加一个孩子',
  payWithPoints: '愿意用积分候补',
  payHint: (points: number) => `轮到积分名额时，用 ${points} 分`,
  havePoints: (points: number) => `家里有 ${points} 分`,
  toKnow: '要知道',
  description: '做什么',
  bring: '带什么',
  riskNote: '安全提示',
  insurance: '保险',
  contact: '联系谁',
  mine: '我的报名',
  share: '分享',
  copyLink: '复制链接',
  cancelled: '这一场取消了',
  someone: '您自己',
  booked: '已报名',
  /** `applied`: households that have applied for what is still to be drawn */
  going: (count: number, applied: number) => {
    const drawing = applied > 0 ? `${applied} 家报名抽签` : ''
    if (count > 0) return [`已有 ${count} 位邻居报名`, drawing].filter(Boolean).join('，')
    return drawing ? `已有 ${drawing}` : '还没有人报名，您可以做第一个'
  },
  named: '让一起来的邻居看到我的名字',
  namedHint: '只给报了同一场的人看，随时能改',
  missingLink: '这个链接不完整，请让邻居再发一次。',
  brokenLink: '这个链接打不开了',
  toHome: '去首页看看',
  looking: '正在看还有没有名额',
  onlyLook: '想报名，点下面的“前往小程序”。',
} as const

/** 3 位也是第一次来, and who agreed to be named. */
export function companyWords({
  firstTimers,
  firstTime,
  names,
}: {
  firstTimers: number
  firstTime: boolean
  names: string[]
}): string[] {
  return [
    ...(firstTimers > 0 ? [`${firstTimers} 位${firstTime ? '也是' : ''}第一次来`] : []),
    ...(names.length > 0 ? [`一起来的有${names.join('、')}`] : []),
  ]
}
