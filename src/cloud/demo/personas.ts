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
  { code: 'parent', name: '林晓雯', title: '家长，有积分', why: '攒了几十分，给两个孩子提前报下周的绘本课' },
  {
    code: 'parent-new',
    name: '周明',
    title: '家长，还没有积分',
    why: '刚搬来，看看什么时候能报上，怎么攒第一个 10 分',
  },
  { code: 'volunteer', name: '陈建国', title: '志愿者', why: '手上有一个岗位，到时候现场签到，看积分到账' },
  { code: 'elder', name: '何秀英', title: '老年居民', why: '打开关怀模式，报一个义剪名额' },
  { code: 'cadre', name: '王敏', title: '社区干部', why: '发布招募，看名单，给刚结束的一场确认到场' },
  { code: 'admin', name: '赵主任', title: '管理员', why: '确认新来的邻居；社区干部能做的都能做' },
  { code: 'visitor', name: '新邻居', title: '第一次打开的人', why: '没有加入社区，打开链接就能认领岗位' },
]

/** The open id of a persona, or of one of the demo's residents; null for what is no such name. */
export function openIdOf(code: string): string | null {
  return /^[a-z0-9-]{1,40}$/.test(code) ? `demo:${code}` : null
}
