import type { Notice } from '@/contract/list-notices'

const KINDS = [
  'joining_waits',
  'joining_declined',
  'household_joined',
  'age_band_due',
] as const satisfies Notice['kind'][]
type HouseholdKind = (typeof KINDS)[number]

export function isOfHousehold(kind: Notice['kind']): kind is HouseholdKind {
  return (KINDS as readonly string[]).includes(kind)
}

/** What happened in the household; no names. */
export function householdWords(kind: HouseholdKind): { title: string; sentence: string } {
  switch (kind) {
    case 'joining_waits':
      return { title: '有人接受了您家的邀请', sentence: '点这里看看是谁，是自家人就确认。' }
    case 'joining_declined':
      return { title: '这次没能加入', sentence: '对方没有确认。弄错了的话，请对方再发一个邀请。' }
    case 'household_joined':
      return { title: '您加入家庭了', sentence: '点这里看看家里有谁。' }
    case 'age_band_due':
      return { title: '孩子又大了一岁', sentence: '年龄段填了一年了。点这里看看还对不对。' }
  }
}
