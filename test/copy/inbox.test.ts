import type { Notice } from '@/contract/list-notices'
import { noticeWords } from '@/copy/inbox'
import { at } from '../domain/facts'

const now = at('2026-03-04 09:50')
const session = { id: 's', title: '周六绘本课', startsAt: at('2026-03-07 10:00'), cancelled: null }
const told = (part: Partial<Notice>): Notice => ({
  ...{ id: 'n', kind: 'opening_soon', createdAt: now, readAt: null, session, points: null, until: null },
  ...{ change: null, about: null },
  ...part,
})

const nothing = { time: null, place: null, capacity: null }

it.each<[string, Partial<Notice>, string, RegExp]>([
  [
    'an opening that is near',
    { until: at('2026-03-04 10:00') },
    '马上就能报了',
    /周六绘本课，周六 10:00。今天上午 10 点您就能报。点这里去报名。$/,
  ],
  ['one that has come', { until: now }, '可以报了', /周六 10:00。点这里去报名。$/],
  [
    'a number that is waited for',
    { kind: 'draw_number_due', until: at('2026-03-04 20:00') },
    '等您填抽签的公开号码',
    /今天晚上 8 点前没有填，就不用号码直接抽。$/,
  ],
  [
    'something else to bring',
    { kind: 'call_changed', change: { ...nothing, texts: { riskNote: false, bring: '雨衣。' } } },
    '要带的东西改了',
    /周六绘本课，周六 10:00。现在要带：雨衣。$/,
  ],
  [
    'nothing to bring any more, and another risk note',
    { kind: 'call_changed', change: { ...nothing, texts: { riskNote: true, bring: '' } } },
    '安全提示和要带的东西改了',
    /10:00。现在不用带什么。来之前请点开，看一遍安全提示。$/,
  ],
  [
    'the evening before',
    { kind: 'starts_tomorrow' },
    '您报的活动快到了',
    /周六绘本课，周六 10:00。来不了的话，请点开让出名额，好让邻居接上。$/,
  ],
  ['the last two hours', { kind: 'starts_soon' }, '您报的活动马上开始', /周六 10:00。来不了/],
  ['points taken after all', { kind: 'points_corrected', points: -10 }, '到场重新核对了，−10 分', /看明细/],
  ['hours alone corrected', { kind: 'points_corrected', points: 0 }, '到场重新核对了', /看明细/],
  ['a dispute that was right', { kind: 'dispute_answered', points: 6 }, '您问的那条更正了，+6 分', /看明细/],
  ['a new role', { kind: 'role_set', about: 'cadre' }, '您现在是社区干部', /工作台在“我的”里/],
  ['the end of one', { kind: 'role_set', about: 'resident' }, '您不再是社区干部', /报的活动都还在/],
  [
    'a session to lead',
    { kind: 'leader_appointed' },
    '请您当领队',
    /周六绘本课，周六 10:00。到时在首页点“点名”/,
  ],
  ['one to lead no more', { kind: 'leader_dismissed' }, '这一场不用您领队了', /岗位还在/],
  ['a skill', { kind: 'skill_confirmed', about: 'mediation' }, '社区确认您会调解', /现在都能认领/],
  ['one that is not sure', { kind: 'skill_declined', about: 'law' }, '法律这项没有确认', /和社区说一声/],
  [
    'a suspension',
    { kind: 'suspended', until: at('2026-04-03 09:50'), about: '多次报了不来' },
    '社区暂停了您的报名',
    /^4月3日上午 9 点 50 分恢复。原因：多次报了不来。已经报上的照常。$/,
  ],
  ['its end', { kind: 'suspension_lifted' }, '可以报名了', /恢复了/],
  [
    'a post that found somebody',
    { kind: 'place_taken_up', about: 'post' },
    '您让出的岗位，有邻居接上了',
    /谢谢您早早说一声/,
  ],
  ['a place that did', { kind: 'place_taken_up', about: 'seat' }, '您让出的名额，有一家报上了', /谢谢您/],
  ['one that was not', { kind: 'dispute_answered' }, '您问的那条，社区看过了', /维持原样/],
])('tells of %s', (_, part, title, sentence) => {
  const words = noticeWords(told(part), { now, elder: false })
  expect(words.title).toBe(title)
  expect(words.sentence).toMatch(sentence)
})
