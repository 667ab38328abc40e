import type { Answer } from '@/contract/actions'
import type { GivenUp } from '@/contract/given-up'
import type { FamilyRole } from '@/domain/invitation'
import { date, day, moment, type Telling } from './date'
import { roleWords } from './household-refusal'

/** Who belongs to a household: inviting, joining, consent, moving out. */
export const family = {
  invite: '请家里人进来',
  inviteWho: '请谁进来',
  inviteHint: (role: FamilyRole) =>
    role === 'guardian'
      ? '监护人能添加孩子、给孩子报课，也能替孩子同意。一个家庭最多 2 位。'
      : '家人能报活动、攒积分、带孩子来，但不能添加孩子，也不能替孩子同意。一个家庭最多 2 位。',
  make: '做一个邀请',
  full: '家里的监护人和家人都满了，各 2 位。',
  out: (role: FamilyRole) => `给${roleWords(role)}的邀请`,
  until: (at: number, now: number) => `${day(at, now)}前有效`,
  open: '发给家人',
  withdraw: '收回',
  waits: (name: string, role: FamilyRole) => `${name || '有位邻居'}接受了邀请，要以${roleWords(role)}加入`,
  waitsHint: '认得是自家人再确认。确认后，对方能看到家里的孩子和积分。',
  confirm: '是自家人，确认',
  decline: '不认识，不确认',
  pointsFrom: (at: number, now: number) => `${date(at, now)}起可用家里的积分`,

  childTitle: (nickname: string) => `${nickname}`,
  edit: '修改',
  askAge: '填了一年了，还是这个年龄段吗',
  ageBand: '现在几岁',
  ageSave: '就是这个年龄段',
  consentAgain: '同意书有改动，请再看一遍。同意了才能继续给孩子报名。',
  agree: '同意',
  withdrawConsent: '撤回同意',
  withdrawTitle: (nickname: string) => `撤回对${nickname}的同意`,
  withdrawNothing: '孩子现在没有要取消的报名。',
  withdrawThese: '这些会一起取消：',
  withdrawAfter: '孩子不再出现在家里，小名会删掉。上过的活动只留下没有名字的记录。以后想报，再添加一次就行。',
  withdrawConfirm: '撤回并取消',

  moveOut: '我要搬出去',
  moveHome: '全家搬家了',
  moveHomeHint: '改了住址，要请社区再确认一次。确认前先不能用积分提前报；孩子、积分和已经报上的都还在。',
  leaveTitle: '搬出这个家',
  leaveHint: '您会有一个自己的家庭。之后填新住址，或接受别家的邀请。住址要请社区再确认。',
  leavePoints: (points: number) => `家里的 ${points} 分留在这个家，您从 0 分开始。`,
  leaveChildren: (names: string) => `家里没有别的监护人，${names}跟着您。`,
  leaveStay: '孩子留在这个家。',
  leaveTaken: (count: number) => `您自己报的 ${count} 项跟着您，不受影响。`,
  leaveThese: '用家里积分报的、和家里人一起报的，会取消：',
  leaveConfirm: '搬出去',
} as const

/** One line of what is cancelled. */
export function givenUpWords(it: GivenUp, telling: Telling): string {
  const what = { booked: '', waiting: '候补 ', applied: '抽签 ' }[it.kind]
  const points = it.late ? '，已过免费取消的时间，积分不退' : it.points > 0 ? `，退回 ${it.points} 分` : ''
  return `${what}${it.title}，${moment(it.startsAt, telling)}${points}`
}

/** The page an invitation's link opens. */
export const invitation = {
  card: '请您加入我家，在邻里一起报活动',
  broken: '这个邀请的链接不完整。请让家里人再发一次。',
  asks: (inviter: string) => `${inviter || '一位邻居'}请您做一家人`,
  as: (role: FamilyRole) => `您的身份是${roleWords(role)}`,
  can: (role: FamilyRole) =>
    role === 'guardian'
      ? '能给家里的孩子报课、替孩子同意，也能添加孩子。'
      : '能报活动、攒积分、带孩子来。添加孩子和替孩子同意由监护人来。',
  points: (count: number, days: number) =>
    `一家共用积分${count > 0 ? `，您的 ${count} 分带过去` : ''}${days > 0 ? `，${days} 天后您能用` : ''}。`,
  children: (count: number) => `您添加的 ${count} 个孩子一起过去。`,
  bookings: '报上的都不变，家里人能看到。住址跟着这个家，换了门牌的由社区再确认。',
  name: '怎么称呼您',
  nameHint: '对方要看到称呼才能确认是您',
  nameMissing: '请写上称呼',
  accept: '我是家里人，加入',
  toHousehold: '看看我的家庭',
  toHome: '到首页',
  waitingTitle: '好了，等对方确认',
  waiting: (inviter: string) =>
    `${inviter || '对方'}在“我的家庭”里确认您以后，就是一家人了。到时给您发消息。`,
  takeBack: '我不加入了',
  ownTitle: '邀请做好了',
  own: '把它发给家里人，只给一个人用。对方打开后，您再到“我的家庭”里确认。',
  share: '发给家里人',
  copyLink: '复制链接',
  until: (at: number, now: number) => `${day(at, now)}前有效`,
  joinedTitle: '已经是一家人了',
  joined: '到“我的家庭”看看家里有谁。',
} as const

type State = Answer<'getInvitation'>['state']

/** Why an invitation leads nowhere, and what to do; null: it does lead somewhere. */
export function deadEnd(state: State): { title: string; sentence: string } | null {
  switch (state) {
    case 'used':
      return { title: '这个邀请用过了', sentence: '一个邀请只给一个人。要加入的话，请对方再发一个给您。' }
    case 'withdrawn':
      return { title: '这个邀请收回了', sentence: '要加入的话，请对方再发一个给您。' }
    case 'declined':
      return { title: '对方没有确认', sentence: '弄错了的话，请和对方说一声，再发一个邀请。' }
    case 'lapsed':
      return { title: '这个邀请过期了', sentence: '邀请 7 天内有效。要加入的话，请对方再发一个给您。' }
    case 'open':
    case 'own':
    case 'waiting':
    case 'joined':
      return null
  }
}
