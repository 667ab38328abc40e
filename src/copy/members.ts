import { agoThen, date, hours, spoken, type Telling } from './date'
import { skillWords } from './skill'
import type { Instant } from '@/domain/time'

/** Residents who wait to be confirmed, and those who are. */
export const members = {
  unconfirmed: '等确认',
  confirmed: '已确认',
  emptyUnconfirmed: '没有人在等。居民填了住址，或说自己有专长，就会出现在这里。',
  emptyConfirmed: '还没有确认过的居民。',
  emptySearch: (name: string) => `没有找到“${name}”。换个字试试，或看看是不是还在等确认。`,
  search: '按姓名找',
  searchPlaceholder: '姓名里的一两个字',
  hint: '确认后，他们能用积分提前报，也能报和孩子在一起的岗位。',
  noAddress: '没填住址',
  noGrid: '没填小区',
  sameDoor: (households: number) => `同一门牌 ${households} 家`,
  sameDoorHint: '合租、两代人分开住都有。对一下人就行，不用拒绝。',
  household: (index: number, children: number) =>
    [`第 ${index + 1} 家`, ...(children > 0 ? [`${children} 个孩子`] : [])].join(' · '),
  children: (count: number) => `${count} 个孩子`,
  joined: (at: Instant, telling: Telling) => `${agoThen(at, telling)}加入`,
  since: (at: Instant, { now }: Telling) => `${date(at, now)}加入`,
  waits: '等确认',
  isConfirmed: '已确认',
  says: (skill: string) => `说自己会${skillWords(skill)}`,
  confirm: '确认住户',
  yes: '确认',
  no: '不确认',
  nameless: '没写称呼',
  merge: '是一家人，合成一家',
  mergeTitle: '合成一家',
  mergeHint: '两家的人、孩子、积分和记录合到一起，合了不能再分开。并进来的人，30 天后能用家里的积分。',
  double: '登记过一位同名、没有手机的居民',
  isDouble: '是同一个人，合并',
  doubleTitle: (name: string) => `两位${name}是同一个人`,
  doubleHint:
    '对过本人再合。以前登记、报名和服务的记录，都归到这位的手机上，他能看到、能取消。合了不能再分开。',
  doubleSure: '对过了，合并',
  mergeWhich: '哪一家并过去',
  mergeInto: (name: string) => `并到${name}家`,
  homeOf: (name: string) => `${name}家`,
  suspended: '暂停报名中',
} as const

/** What the last tap has done. */
export function doneWords(
  done:
    | { did: 'confirmed' | 'skill_confirmed' | 'skill_declined'; name: string }
    | { did: 'merged'; points: number }
    | { did: 'same_person'; name: string },
): string {
  if (done.did === 'merged') {
    return done.points > 0 ? `合成一家了，${done.points} 分也合到一起。` : '合成一家了。'
  }
  const name = done.name || members.nameless
  switch (done.did) {
    case 'same_person':
      return `合并好了，${name}以前的记录都在。`
    case 'confirmed':
      return `${name}确认好了，已经告诉本人。`
    case 'skill_confirmed':
      return `${name}的专长确认好了，已经告诉本人。`
    case 'skill_declined':
      return `${name}的专长没有确认，已经告诉本人。`
  }
}

/** One member's card, as a cadre sees it. */
export const memberCard = {
  missingLink: '这个链接不完整，请从住户名单进来。',
  toMembers: '去住户名单',
  household: '家里',
  alone: '一个人的家',
  skills: '专长',
  noSkills: '没有说过专长',
  takeBack: '撤回',
  team: '队伍',
  services: '近一年',
  served: (count: number, minutes: number) =>
    count > 0 ? `服务 ${count} 次，${hours(minutes)} 小时` : '还没有服务记录',
  absences: (count: number) => (count > 0 ? `近 90 天全家有 ${count} 次没来` : '近 90 天没有缺席'),
  upcoming: (count: number) => (count > 0 ? `全家接下来有 ${count} 场` : '接下来没有报名'),
  role: '职务',
  setRole: { resident: '改为居民', cadre: '任命为社区干部', admin: '任命为管理员' },
  roleHint: {
    resident: '不再看到工作台和名单。报的活动都还在。',
    cadre: '能发招募、看名单、点名、确认住户。',
    admin: '能做干部的一切，还能任命干部、合并住户。',
  },
  roleSure: '确定，记下来',
  suspension: '暂停报名',
  suspended: (until: Instant, cause: string, { now }: Telling) => `${spoken(until, now)}恢复。原因：${cause}`,
  suspend: '暂停报名',
  suspendTitle: '暂停报名',
  suspendHint: '暂停期间不能报新的，已经报上的照常。原因本人看得到，这件事会记下来。',
  suspendFor: '停多久',
  days: [
    { days: 7, words: '7 天' },
    { days: 30, words: '30 天' },
    { days: 90, words: '90 天' },
  ],
  suspendReasons: ['多次报了不来', '现场不听安排', '占了名额不用'],
  suspendWhy: '原因',
  suspendPlaceholder: '或者写一句，本人看得到',
  suspendConfirm: '暂停并告诉本人',
  lift: '恢复报名',
  done: '办好了，已经告诉本人。',
} as const
