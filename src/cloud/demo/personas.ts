/** Somebody one can be in the demo. */
export interface Persona {
  /** what `signIn` takes in place of the platform's login code */
  code: string
  name: string
  title: string
  /** what there is to see as this person */
  why: string
}

export const personas: Persona[] = [
  { code: 'parent', name: '林晓雯', title: '家长,有积分', why: '给两个孩子提前报周末绘本课' },
  { code: 'parent-new', name: '周明', title: '家长,还没有积分', why: '看看什么时候能报上,怎么攒积分' },
  { code: 'volunteer', name: '陈建国', title: '志愿者', why: '从群里的卡片认领岗位,现场签到' },
  { code: 'elder', name: '何秀英', title: '老年居民', why: '打开关怀模式,报一个义剪名额' },
  { code: 'cadre', name: '王敏', title: '社区干部', why: '发布招募,看名单,确认到场' },
  { code: 'admin', name: '赵主任', title: '管理员', why: '社区干部能做的都能做' },
  { code: 'visitor', name: '新邻居', title: '第一次打开的人', why: '没有加入社区,直接从卡片报名' },
]

/** The open id of a persona, or of one of the demo's residents; null for what is no such name. */
export function openIdOf(code: string): string | null {
  return /^[a-z0-9-]{1,40}$/.test(code) ? `demo:${code}` : null
}
