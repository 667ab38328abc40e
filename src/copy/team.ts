import type { TeamKind } from '@/domain/team'

const KINDS: Record<TeamKind, string> = {
  workplace: '单位',
  party_branch: '党支部',
  club: '社团',
  neighbours: '邻里队',
}

export function teamKindWords(kind: TeamKind): string {
  return KINDS[kind]
}

/** Teams: joined by residents, made by cadres. */
export const team = {
  title: '我的队伍',
  hint: '加入一个队伍，报名时会记上。活动页只显示队名和人数，够 3 个人才显示。',
  empty: '社区还没有队伍。想建一个，请和社区说一声。',
  emptyCadre: '还没有队伍。建一个，居民就能加入。',
  members: (count: number) => `${count} 人`,
  mine: '我在这里',
  join: '加入',
  change: '换到这里',
  leave: '退出',
  make: '新建队伍',
  kind: '哪一种',
  name: '队名',
  namePlaceholder: '比如 附中青年志愿队',
  save: '建好',
  end: '解散',
  endSure: '确定解散',
  endHint: '解散后没人在里面，也不能再加入。以前的记录还记着队名。',
  /** on the session page */
  going: (name: string, count: number) => `${name} ${count} 人`,
  for: (names: string[]) => `这次请${names.join('、')}来，别的邻居也欢迎`,
  forWhom: '请哪些队伍来',
  forHint: '活动页上会写明。别的邻居也能报。',
  first: '岗位先留给这些队伍',
  firstHint: '开始前一天起，还空着的大家都能报',
} as const
