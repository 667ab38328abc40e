/** The second tab. */
export const schedule = {
  upcoming: '接下来',
  past: '去过的',
  offers: '轮到您了',
  booked: '已报名',
  waiting: '候补中',
  emptyUpcoming: '接下来没有安排。去首页挑一个。',
  emptyPast: '还没有去过的活动。',
  toHome: '去首页',
  position: (position: number) => `排第 ${position} 位`,
  usePoints: (ready: boolean) => (ready ? '不用积分了' : '愿意用积分'),
} as const
