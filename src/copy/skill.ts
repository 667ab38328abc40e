import type { Skill } from '@/domain/skill'

const WORDS: Record<Skill, string> = {
  teaching: '教学',
  law: '法律',
  safety: '安全',
  medical: '医护',
  haircut: '理发',
  tailoring: '缝补',
  mediation: '调解',
  arts: '文艺',
}

export function skillWords(skill: string): string {
  return WORDS[skill as Skill] ?? skill
}

/** What a resident says of their skills. */
export const skill = {
  title: '我的专长',
  hint: '说一声会什么。社区核对过，要会这个的岗位就能认领。',
  say: '我有这个专长',
  waits: '等社区确认',
  confirmed: '社区已确认',
  withdraw: '不说了',
} as const
