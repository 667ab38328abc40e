import type { OtherRefusal } from '@/contract/other-refusal'
import type { FamilyRole } from '@/domain/invitation'

const REASONS = [
  ...(['role_full', 'too_many_invitations', 'lives_with_others', 'children_need_guardian'] as const),
  ...(['too_many_children', 'own_points_owed', 'own_unsettled', 'name_missing', 'lives_alone'] as const),
  ...(['invitation_own', 'invitation_used', 'invitation_withdrawn', 'invitation_lapsed'] as const),
  'already_joined',
] as const
export type HouseholdRefusal = Extract<OtherRefusal, { reason: (typeof REASONS)[number] }>

export function isOfHousehold(refusal: OtherRefusal): refusal is HouseholdRefusal {
  return (REASONS as readonly string[]).includes(refusal.reason)
}

export const roleWords = (role: FamilyRole) => (role === 'guardian' ? '监护人' : '家人')

// No `default`: a reason without words does not compile.
/** Of asking somebody into a household, coming in, and moving out. */
export function explainHousehold(refusal: HouseholdRefusal): string {
  switch (refusal.reason) {
    case 'role_full':
      return refusal.role === 'guardian'
        ? `一个家庭最多 ${refusal.max} 位监护人，已经满了。可以改邀请家人。`
        : `一个家庭最多 ${refusal.max} 位家人，已经满了。`
    case 'too_many_invitations':
      return `已经有 ${refusal.max} 个邀请还没用。先收回一个，再发新的。`
    case 'lives_with_others':
      return '您现在和别的家人是一家，一个人只能在一个家庭里。先到“我的家庭”点“我要搬出去”，再打开这个邀请。'
    case 'children_need_guardian':
      return '您家里有孩子，孩子要跟着监护人。请对方改发一个“监护人”的邀请。'
    case 'too_many_children':
      return `一个家庭最多添加 ${refusal.max} 个孩子。`
    case 'own_points_owed':
      return `您家还欠 ${refusal.points} 分，补上以后再来。`
    case 'own_unsettled':
      return `您还有 ${refusal.count} 件事没了结：提出的疑问，或还没抽的签。撤回或等了结，就能加入；也可以由您来邀请对方。`
    case 'name_missing':
      return '请先写上称呼，对方才认得出您。'
    case 'lives_alone':
      return '家里只有您一个大人，不用搬出去。搬家了，改一下住址就行。'
    case 'invitation_own':
      return '这是您家发出的邀请，不用自己接受。请发给要来的家人。'
    case 'invitation_used':
      return '这个邀请已经用过了，一个邀请只给一个人。请对方再发一个给您。'
    case 'invitation_withdrawn':
      return '这个邀请收回了。要加入的话，请对方再发一个。'
    case 'invitation_lapsed':
      return '这个邀请过了 7 天，不能用了。请对方再发一个。'
    case 'already_joined':
      return '已经是一家人了，不用再确认。'
  }
}
