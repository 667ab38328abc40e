import type { MySection } from '@/domain/my-data'

/** 我的资料: what is kept, and how to take it along or be gone. */
export const myData = {
  title: '我的资料',
  hint: '邻里存了您哪些内容，都在这里。点开看，也可以带走。',
  sections: {
    profile: '个人资料',
    household: '家庭和孩子',
    places: '报名和签到',
    waiting: '候补',
    applications: '抽签',
    services: '服务记录',
    points: '积分',
    disputes: '提过的疑问',
    notices: '消息',
    messages: '提醒和其他',
    seen: '谁看过、改过我的',
    acts: '我做过的操作',
  } satisfies Record<MySection, string>,
  stranger: '您还没有加入社区，这里什么都没存。',
  /** of what is one thing there is nothing to count */
  count: (section: MySection, count: number) => {
    if (count === 0) return '没有'
    return section === 'profile' || section === 'household' ? '' : `${count} 条`
  },
  session: (when: string) => `场次 ${when}`,
  noted: (when: string) => `记于 ${when}`,
  nothing: '这里没有内容。',
  take: '带走一份',
  takeHint: '里面只有您自己的，没有别人的。',
  send: '发到聊天里',
  notSent: '没发成，再点一次；也可以带走表格。',
  takeSheet: '表格 (Excel)',
  takeJson: 'JSON 文件',
  taking: '正在准备…',
  privacy: '隐私说明',
} as const

/** 手机号: left or not. */
export const phone = {
  title: '手机号',
  none: '没有留',
  why: '不留也能报名。留了，候补轮到您、您又没看到消息时，社区可以打电话告诉您。平时只露几位，谁看过都有记录，随时能删。',
  label: '手机号(可以不填)',
  placeholder: '比如 138 1234 5678',
  wrong: '这个号码好像不对，再看看。',
  save: '留下',
  change: '改好了',
  remove: '删掉',
  saved: '留下了。',
  removed: '删掉了，社区看不到了。',
} as const
