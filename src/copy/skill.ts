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
