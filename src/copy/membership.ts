import type { Notice } from '@/contract/list-notices'
import type { Role } from '@/domain/role'
import { spoken, type Telling } from './date'
import { skillWords } from './skill'

const KINDS = [
  'confirmed',
  'role_set',
  'leader_appointed',
  'leader_dismissed',
  'leader_left',
  'skill_confirmed',
  'skill_declined',
  'suspended',
  'suspension_lifted',
] as const satisfies Notice['kind'][]
type MembershipKind = (typeof KINDS)[number]

export function isOfMembership(kind: Notice['kind']): kind is MembershipKind {
  return (KINDS as readonly string[]).includes(kind)
}

/** What a cadre or an admin has decided about somebody. */
export function membershipWords(
  { about: code, until }: Notice,
  kind: MembershipKind,
  about: string,
  telling: Telling,
): { title: string; sentence: string } {
  const skill = skillWords(code ?? '')
  switch (kind) {
    case 'confirmed':
      return { title: '社区确认了您的住址', sentence: '现在可以用积分提前报，也能报和孩子在一起的岗位。' }
    case 'role_set':
      return roleSet(code as Role)
    case 'leader_appointed':
      return { title: '请您当领队', sentence: `${about}。到时在首页点“点名”，看名单、给大家签到。` }
    case 'leader_dismissed':
      return { title: '这一场不用您领队了', sentence: `${about}。您报的岗位还在，照常来就行。` }
    case 'leader_left':
      return { title: '这一场没有领队了', sentence: `${about}。领队注销了账号，请另请一位。` }
    case 'skill_confirmed':
      return { title: `社区确认您会${skill}`, sentence: `要会${skill}的岗位，现在都能认领。` }
    case 'skill_declined':
      return { title: `${skill}这项没有确认`, sentence: '社区还不能确认。有疑问请和社区说一声。' }
    case 'suspended':
      return {
        title: '社区暂停了您的报名',
        sentence: `${until === null ? '' : `${spoken(until, telling.now)}恢复。`}原因：${code ?? ''}。已经报上的照常。`,
      }
    case 'suspension_lifted':
      return { title: '可以报名了', sentence: '社区恢复了您的报名。' }
  }
}

function roleSet(role: Role): { title: string; sentence: string } {
  switch (role) {
    case 'admin':
      return { title: '您现在是管理员', sentence: '工作台在“我的”里，也能任命社区干部。' }
    case 'cadre':
      return { title: '您现在是社区干部', sentence: '工作台在“我的”里，能发招募、点名。' }
    case 'resident':
      return { title: '您不再是社区干部', sentence: '您报的活动都还在。谢谢您这段时间的工作。' }
  }
}
