import type { DisputeView } from '@/contract/dispute-view'
import type { StatementLine } from '@/contract/get-statement'
import { disputeWords, keepWords } from '@/copy/dispute'
import { presenceFacts } from '@/copy/disputes'
import { entryWords } from '@/copy/points'
import { KEEP_CAUSES } from '@/domain/dispute'
import { at } from '../domain/facts'

const now = at('2026-09-08 09:00')
const telling = { now, elder: false }
const line = (change: Partial<StatementLine>): StatementLine => ({
  ...{ seq: 1, kind: 'service', amount: 10, balance: 35, createdAt: at('2026-09-06 11:20') },
  ...{ activityTitle: '周六绘本课', sessionStartsAt: at('2026-09-06 10:00'), checkInMethod: 'code' },
  ...{ slotTitle: '领读志愿者', attendeeName: '陈建国', minutes: 60, confirmedBy: 'cadre', returned: null },
  ...{ corrects: null, dispute: null, disputes: { open: false, answered: 0 } },
  ...change,
})
const seat = {
  slotTitle: '孩子名额',
  attendeeName: '小满',
  minutes: null,
  confirmedBy: null,
  checkInMethod: null,
}
const corrects = { kind: 'service', amount: 10, createdAt: now } as const

it.each<[string, Partial<StatementLine>, string, string]>([
  ['a service', {}, '周六绘本课 领读志愿者', '9月6日，服务 1 小时，陈建国现场签到，由社区干部确认'],
  [
    'a service checked in by hand',
    { checkInMethod: 'manual', attendeeName: '' },
    '周六绘本课 领读志愿者',
    '9月6日，服务 1 小时，由社区代签到，由社区干部确认',
  ],
  [
    'a post called as its activity',
    { slotTitle: '绘本课' },
    '周六绘本课',
    '9月6日，服务 1 小时，陈建国现场签到，由社区干部确认',
  ],
  ['a place', { ...seat, kind: 'booking', amount: -10 }, '提前报 · 周六绘本课', '9月6日，孩子名额(小满)'],
  [
    'a place given back',
    { ...seat, kind: 'return', returned: 'given_back' },
    '退回 · 周六绘本课',
    '9月6日，孩子名额(小满)，取消得早，分退回来',
  ],
  [
    'a session that was called off',
    { ...seat, kind: 'return', returned: 'session_cancelled' },
    '退回 · 周六绘本课',
    '9月6日，孩子名额(小满)，这一场取消了',
  ],
  [
    'a correction after a dispute',
    { kind: 'correction', amount: -2, corrects: { ...corrects, cause: 'dispute' } },
    '更正 · 周六绘本课 领读志愿者',
    '9月6日，原来是 +10，您提出后更正',
  ],
  [
    'a correction of the roll call',
    { kind: 'correction', amount: -2, corrects: { ...corrects, cause: 'roll_call' } },
    '更正 · 周六绘本课 领读志愿者',
    '9月6日，原来是 +10，重新核对到场后更正',
  ],
  [
    'what makes up for what was owed',
    { kind: 'correction', amount: -4, corrects: { ...corrects, cause: 'owed' } },
    '补上以前欠的分',
    '9月6日，更正时不够扣的，从新得的分里扣',
  ],
  [
    'an expiry',
    { kind: 'expiry', amount: -3, activityTitle: null, sessionStartsAt: null, slotTitle: null },
    '过期',
    '9月6日，满 12 个月没有用',
  ],
])('tells %s in words', (_, change, title, note) => {
  expect(entryWords(line(change), telling)).toEqual({ title, note })
})

const said: Omit<DisputeView, 'state'> = {
  ...{
    id: 'd',
    cause: 'points',
    note: '',
    createdAt: at('2026-09-07 08:00'),
    endedAt: null,
    keepCause: null,
  },
  answerNote: '',
}

it('tells how a dispute stands', () => {
  expect(disputeWords({ ...said, state: 'open' }, 'service', telling)).toBe(
    '9月7日提出“分数不对”，社区还在看。',
  )
  expect(disputeWords({ ...said, state: 'corrected', note: '应是 20' }, 'service', telling)).toBe(
    '9月7日提出“分数不对，应是 20”，已更正。',
  )
  const kept = { ...said, state: 'kept', keepCause: 'roll_call', answerNote: '您 10 点半才到' } as const
  expect(disputeWords(kept, 'service', telling)).toBe(
    '9月7日提出“分数不对”，维持原样：核对过签到和现场记录，您 10 点半才到。',
  )
  expect(disputeWords({ ...said, state: 'withdrawn' }, 'service', telling)).toBe('')
})

it('has a sentence for every reason but the one that is said in words', () => {
  expect(KEEP_CAUSES.filter((cause) => keepWords(cause) === '')).toEqual(['other'])
})

it('tells the cadre what is known of a presence', () => {
  const presence: Parameters<typeof presenceFacts>[0] = {
    ...{
      sessionId: 's',
      attendeeId: 'r',
      plannedFrom: at('2026-09-06 10:00'),
      plannedUntil: at('2026-09-06 11:00'),
    },
    ...{ checkedInAt: at('2026-09-06 10:05'), checkInMethod: 'code', checkedOutAt: null, outcome: 'present' },
    ...{ headCount: 7, counted: 8 },
  }
  expect(presenceFacts(presence, telling)).toEqual([
    '计划 周日 9月6日 10:00–11:00',
    '10:05 现场签到，没有签退，确认到场',
    '名单上到场 8 人，现场数到 7 人',
  ])
})
