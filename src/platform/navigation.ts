import Taro from '@tarojs/taro'

/** Pages other than tabs, by the path in app.config. */
const PAGES = {
  session: '/pages/session/index',
  household: '/packages/resident/household/index',
  invitation: '/packages/resident/invitation/index',
  checkIn: '/packages/resident/check-in/index',
  inbox: '/packages/resident/inbox/index',
  draw: '/packages/resident/draw/index',
  leave: '/packages/resident/leave/index',
  record: '/packages/resident/record/index',
  community: '/packages/resident/community/index',
  skills: '/packages/resident/skills/index',
  teams: '/packages/resident/teams/index',
  find: '/packages/resident/find/index',
  keepsake: '/packages/resident/keepsake/index',
  stamps: '/packages/resident/stamps/index',
  myData: '/packages/resident/my-data/index',
  privacy: '/packages/resident/privacy/index',
  desk: '/packages/cadre/desk/index',
  board: '/packages/office/board/index',
  publish: '/packages/cadre/publish/index',
  roster: '/packages/cadre/roster/index',
  change: '/packages/cadre/change/index',
  paper: '/packages/cadre/paper/index',
  members: '/packages/office/members/index',
  call: '/packages/cadre/call/index',
  holidays: '/packages/office/holidays/index',
  figures: '/packages/office/figures/index',
  audit: '/packages/office/audit/index',
  member: '/packages/office/member/index',
  cadreTeams: '/packages/office/teams/index',
  behalf: '/packages/cadre/behalf/index',
  honours: '/packages/office/honours/index',
  disputes: '/packages/office/disputes/index',
} as const

const TABS = {
  home: '/pages/home/index',
  schedule: '/pages/schedule/index',
  points: '/pages/points/index',
  me: '/pages/me/index',
} as const

export type PageName = keyof typeof PAGES
export type TabName = keyof typeof TABS

/** The path of a page with its query, as share cards and links carry it. */
export function pathOf(page: PageName, query: Record<string, string> = {}): string {
  const pairs = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
  return pairs.length > 0 ? `${PAGES[page]}?${pairs.join('&')}` : PAGES[page]
}

export function openPage(page: PageName, query: Record<string, string> = {}): void {
  void Taro.navigateTo({ url: pathOf(page, query) })
}

export function openTab(tab: TabName): void {
  void Taro.switchTab({ url: TABS[tab] })
}

/** One page back; home when this is the first, as after a share card. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab('home')
}
