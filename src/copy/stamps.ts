/** A child's book cards. */
export const stamps = {
  hint: '孩子来上一次课，就盖一个章。攒章不算积分，只是留个念想。',
  begin: '来上第一次课，就有第一个章。',
  onCard: (count: number, missing: number) =>
    missing > 0 ? `盖了 ${count} 个章，再来 ${missing} 次满一张` : '这一张盖满了',
  full: (cards: number) => `满了 ${cards} 张`,
  last: (title: string, when: string) => `最近一次：${title}，${when}`,
  card: (nickname: string, count: number) => `${nickname}的阅读卡，${count} 个章`,
  toClasses: '找找有什么课',
  empty: '家里还没有添加孩子。',
} as const
