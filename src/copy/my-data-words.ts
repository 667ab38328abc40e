import type { AuditEntry } from '@/contract/list-audit'
import type { MyLine } from '@/contract/list-my-data'
import type { Notice } from '@/contract/list-notices'
import type { AuditAction } from '@/domain/audit'
import type { MyRows, MySection } from '@/domain/my-data'
import type { MessageTemplate } from '@/domain/platform-message'
import { DAY, type Instant } from '@/domain/time'
import { ageBandWords } from './age-band'
import { auditWords } from './audit'
import { hours, isoDate, spoken } from './date'
import { noticeWords } from './inbox'
import { roleWords } from './me'
import { signed } from './points'
import { skillWords } from './skill'

/** Told from nowhere near, so that every date stands with its year. */
const TELLING = { now: 0, elder: true }

type Line = Omit<MyLine, 'at' | 'startsAt'> & Partial<Pick<MyLine, 'at' | 'startsAt'>>

/** What is kept, in words: a row is a line, but for the profile, which is one line for each thing. */
export function myLines<Section extends MySection>(section: Section, row: MyRows[Section]): MyLine[] {
  return WORDS[section](row).map((line) => ({ at: null, startsAt: null, ...line }))
}

const WORDS: { [Section in MySection]: (row: MyRows[Section]) => Line[] } = {
  profile: (it) => [
    fact('称呼', it.name ?? '没写'),
    fact('身份', roleWords(it.role)),
    { at: it.joinedAt, what: '加入社区', details: [] },
    it.confirmedAt === null
      ? fact('社区确认', '还没有')
      : { at: it.confirmedAt, what: '社区确认', details: [] },
    fact('手机号', it.phone ?? '没有留'),
    fact('志愿者编号', it.volunteerNumber ?? '没有填'),
    fact('队伍', it.team ?? '没有加入'),
    fact('专长', it.skills.map(skillWords).join('、') || '没有说'),
    fact('只记时长不要积分', yes(it.hoursOnly)),
    fact('表彰时公布姓名', yes(it.namedInHonours)),
    fact('让同场邻居看到称呼', yes(it.namedToNeighbours)),
    ...(it.suspendedUntil === null
      ? []
      : [{ at: it.suspendedUntil, what: '暂停报名到', details: [it.suspensionCause ?? ''].filter(Boolean) }]),
    ...it.leaves.map(({ from, until }) => fact('请假', `${isoDate(from)} 到 ${isoDate(until - DAY)}`)),
    fact('微信身份', '一个编号，只用来认出是您'),
  ],
  household: (it) => [householdLine(it)],
  places: (it) => [
    {
      ...ofSession(it),
      details: [
        it.slotTitle,
        whoseWords(it.whose),
        it.paid > 0 ? `用了 ${it.paid} 分` : '',
        it.cancelledAt === null ? '' : `${when(it.cancelledAt)} 取消${it.cancelledLate ? '(临时不来)' : ''}`,
        it.checkedInAt === null ? '' : `${when(it.checkedInAt)} 签到`,
        it.checkedOutAt === null ? '' : `${when(it.checkedOutAt)} 签退`,
        it.outcome === null ? '' : it.outcome === 'present' ? '到场' : '没来',
      ].filter(Boolean),
    },
  ],
  waiting: (it) => [
    {
      ...ofSession(it),
      details: [
        it.slotTitle,
        it.usePoints ? '愿意用积分' : '',
        it.offers > 0 ? `轮到过 ${it.offers} 次` : '',
        it.endedAt === null ? '还在候补' : '已结束',
      ].filter(Boolean),
    },
  ],
  applications: (it) => [
    {
      ...ofSession(it),
      details: [
        it.points > 0 ? `愿意用 ${it.points} 分` : '',
        it.withdrawnAt === null ? (it.won ? '抽中' : '') : '退出了',
      ].filter(Boolean),
    },
  ],
  services: (it) => [
    { ...ofSession(it), details: [it.slotTitle, `${hours(it.minutes)} 小时`, `${it.points} 分`] },
  ],
  points: (it) => [
    {
      ...ofSession(it),
      what: `${signed(it.amount)} 分`,
      details: [
        it.title ?? '',
        MOVED[it.kind] ?? '',
        whoseWords(it.whose),
        `余 ${it.balance} 分`,
        it.expiresAt === null ? '' : `到 ${isoDate(it.expiresAt)}`,
      ].filter(Boolean),
    },
  ],
  disputes: (it) => [
    {
      at: it.at,
      what: '这条不对？',
      details: [it.note, it.answerNote ?? '', DISPUTED[it.state]].filter(Boolean),
    },
  ],
  notices: (it) => [
    {
      ...ofSession(it),
      what: noticeWords(asNotice(it), TELLING).title,
      details: [it.title ?? '', it.readAt === null ? '没看过' : ''].filter(Boolean),
    },
  ],
  messages: (it) => [messageLine(it)],
  seen: (it) => {
    const { act, detail } = auditWords(asEntry(it, '您'), TELLING)
    return [
      { ...ofSession(it), what: `${roleWords(it.role)}${act}`, details: [it.title, detail].filter(isText) },
    ]
  },
  acts: (it) => {
    const { act, detail } = auditWords(asEntry(it, '一位居民'), TELLING)
    return [{ ...ofSession(it), what: act, details: [it.title, detail].filter(isText) }]
  },
}

const isText = (text: string | null): text is string => Boolean(text)
const fact = (what: string, told: string): Line => ({ what, details: [told] })
const yes = (it: boolean) => (it ? '是' : '否')
// Spoken, as one does not know here how large the person reads.
const when = (at: Instant) => spoken(at, TELLING.now)

function ofSession({ at, title, startsAt }: { at: Instant; title: string | null; startsAt: Instant | null }) {
  return { at, what: title ?? '', startsAt }
}

function whoseWords(whose: string): string {
  if (whose === 'self') return '自己'
  return whose === 'family' ? '家里' : whose
}

const MOVED: Record<string, string> = {
  ...{
    service: '服务',
    booking: '提前报',
    return: '退回',
    correction: '更正',
    expiry: '到期',
    merge: '两家合并',
  },
}

const DISPUTED: Record<MyRows['disputes']['state'], string> = {
  ...{ open: '等社区看', withdrawn: '收回了', corrected: '更正了', kept: '维持原样' },
}

const TEMPLATES: Record<MessageTemplate, string> = {
  ...{ booked: '报上了', opening: '开放提醒', vacancy: '还差人', offer: '轮到您', reminder: '开始前提醒' },
  ...{ change: '变动', points: '积分' },
}

function householdLine(it: MyRows['household']): Line {
  switch (it.kind) {
    case 'address':
      return {
        what: '住址',
        details: [
          [it.gridName, it.name].filter(Boolean).join(' '),
          it.door ? '门牌只存成认不出的一串码，用来对是不是同一家' : '',
        ].filter(Boolean),
      }
    case 'resident':
      return { what: it.guardian ? '监护人' : '家人', details: [it.name ?? '没写称呼'] }
    case 'child':
      return {
        at: it.consentedAt,
        what: `孩子 ${it.name ?? ''}`,
        details: [
          it.ageBand === null ? '' : ageBandWords(it.ageBand),
          it.ageBandSetAt === null ? '' : `年龄段填于 ${isoDate(it.ageBandSetAt)}`,
          it.consentedAt === null
            ? '没有监护人同意'
            : `${it.consentedByMe ? '您' : '另一位监护人'}同意了第 ${it.consentVersion ?? 1} 版说明`,
        ].filter(Boolean),
      }
  }
}

function messageLine({ at, kind, template, left, title }: MyRows['messages']): Line {
  switch (kind) {
    case 'accept':
      return {
        at,
        what: '允许发微信通知',
        details: [template ? TEMPLATES[template] : '', `还能发 ${left} 条`],
      }
    case 'reminder':
      return { at, what: '开放前提醒', details: [title ?? ''] }
    case 'wrong_number':
      return { at, what: '签到号码输错', details: [title ?? '', `${left} 次`] }
  }
}

function asNotice({
  at,
  kind,
  readAt,
  title,
  startsAt,
  points,
  until,
  about,
  change,
}: MyRows['notices']): Notice {
  const session = title === null ? null : { id: '', title, startsAt: startsAt ?? 0, cancelled: null }
  return {
    ...{ id: '', kind: kind as Notice['kind'], createdAt: at, readAt, session, points, until, about },
    change: change as Notice['change'],
  }
}

function asEntry(
  { at, action, why }: { at: Instant; action: AuditAction; why: string | null },
  whom: string,
): AuditEntry {
  const actor = { id: 'a', name: '' }
  return { id: '', action, at, actor, subject: { id: 's', name: whom }, session: null, title: null, why }
}

/** The file one takes along. */
export const myDataFile = {
  name: '我的资料',
  title: (community: string) => `${community} 邻里里存的我的资料`,
  note: '只有本人的内容。家里其他人只写称呼和关系。',
  columns: { section: '哪一类', at: '时间', what: '内容', startsAt: '场次时间', details: '详细' },
} as const
