/** Words that many screens share. */
export const app = {
  name: '邻里',
  retry: '再试一次',
  loading: '正在打开',
  more: '看更多',
  moreFailed: '没连上，再点一下',
  noSuchPage: '没有这一页，先到首页看看',
  noMore: '没有更多了',
  close: '关上',
  back: '返回',
  home: '回首页',
  cancel: '先不',
  elder: '关怀',
  elderOn: '关怀模式已打开，点一下关掉',
  elderOff: '打开关怀模式，字变大',
  points: (count: number) => `${count} 分`,
  offline: (since: string) =>
    `没有网络，显示的是${since === '刚刚' ? '刚才' : since.replace(/\d$/, '$& ')}的内容`,
  linkCopied: '链接复制好了，发到群里吧',
  linkNotCopied: '没复制成，请从地址栏复制',
} as const

/** 小满、小禾 and so on. */
export function names(list: string[]): string {
  return list.join('、')
}
