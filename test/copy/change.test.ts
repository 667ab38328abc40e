import type { Notice } from '@/contract/list-notices'
import { causeSentence, endedWords } from '@/copy/cancelled'
import { meanwhileWords, resizeLabel, tollWords, wouldWords } from '@/copy/change'
import { noticeWords } from '@/copy/inbox'
import { at } from '../domain/facts'

const NOW = at('2026-03-03 09:00')
const STARTS = at('2026-03-07 10:00')
const telling = { now: NOW, elder: false }

it.each<[number, number, string]>([
  [20, 20, '还没有改动'],
  [20, 21, '加到 21 个'],
  [20, 19, '减到 19 个'],
])('from %d to %d places the button says %s', (was, is, words) => {
  expect(resizeLabel(was, is)).toBe(words)
})

describe('what another number of places would do', () => {
  const released = (change: object = {}) => ({ parties: 0, places: 0, points: 0, offers: 0, ...change })
  it.each<[number, ReturnType<typeof released>, string]>([
    [25, released(), '加到 25 个：多出来的先给候补的邻居，再放开报名。'],
    [19, released(), '减到 19 个：没有人要让出名额。'],
    [
      12,
      released({ parties: 3, places: 4, points: 40 }),
      '减到 12 个：有 3 家要让出 4 个名额，40 分退回，排到候补最前面。先报名的先保留，一家一起留。',
    ],
    [19, released({ offers: 1 }), '减到 19 个：没有人要让出名额，1 家正等答复的空位收回。'],
  ])('to %d', (capacity, it_, words) => {
    expect(wouldWords({ capacity, released: it_ }, 20)).toBe(words)
  })
})

it.each<[object, string]>([
  [{ told: 23, places: 25, points: 40 }, '会通知 23 位居民，取消 25 个名额，退回 40 分。取消以后不能恢复。'],
  [{ told: 1, places: 0, points: 0 }, '会通知 1 位居民。取消以后不能恢复。'],
  [{ told: 0, places: 0, points: 0 }, '还没有人报名，不用通知谁。取消以后不能恢复。'],
])('before it is cancelled: %j', (toll, words) => {
  expect(tollWords(toll as Parameters<typeof tollWords>[0])).toBe(words)
})

it.each<[Parameters<typeof causeSentence>[0], string]>([
  [{ cause: 'weather', note: '' }, '原因：天气不好。'],
  [{ cause: 'weather', note: '暴雨橙色预警。' }, '原因：天气不好，暴雨橙色预警。'],
  [{ cause: 'other', note: '老师病了' }, '原因：老师病了。'],
  [{ cause: 'other', note: '' }, '原因：别的原因。'],
])('the cause of %j', (cause, words) => {
  expect(causeSentence(cause)).toBe(words)
})

it.each<[{ places: number; points: number }, string | null]>([
  [{ places: 0, points: 0 }, null],
  [{ places: 1, points: 0 }, '您报的 1 个名额一起取消了，不算您取消。'],
  [{ places: 2, points: 20 }, '您报的 2 个名额一起取消了，用掉的 20 分已退回，不算您取消。'],
])('what became of %j', (ended, words) => {
  expect(endedWords(ended)).toBe(words)
})

it('names everything a colleague changed meanwhile', () => {
  const before = {
    startsAt: STARTS,
    endsAt: STARTS + 3_600_000,
    place: '图书室',
    capacities: { a: 20, b: 2 },
  }
  const slots = [
    { id: 'a', title: '孩子名额' },
    { id: 'b', title: '领读' },
  ]
  const now = { ...before, place: '河边', capacities: { a: 25, b: 2 } }
  expect(meanwhileWords(before, now, slots, telling)).toBe(
    '刚才有同事改了：地点改成河边；孩子名额改成 25 个。您填的还在，看看再改。',
  )
  expect(meanwhileWords(before, before, slots, telling)).toContain('刚才有同事也动过这一场')
})

describe('a notice says', () => {
  const notice = (change: Partial<Notice>): Notice => ({
    ...{
      id: 'n',
      kind: 'session_cancelled',
      createdAt: NOW,
      readAt: null,
      points: null,
      until: null,
      change: null,
      about: null,
    },
    session: { id: 's', title: '周六绘本课', startsAt: STARTS, cancelled: null },
    ...change,
  })
  const shrunk = { time: null, place: null, capacity: { was: 20, is: 12 } }
  it.each<[string, Partial<Notice>, string, string]>([
    [
      'why a session is cancelled, and what came back',
      {
        points: 20,
        session: {
          id: 's',
          title: '周六绘本课',
          startsAt: STARTS,
          cancelled: { cause: 'weather', note: '' },
        },
      },
      '这一场取消了，退回 20 分',
      '周六绘本课，周六 10:00。原因：天气不好。',
    ],
    [
      'when and where it is now, and until when one may go for free',
      {
        kind: 'session_changed',
        until: STARTS,
        change: {
          time: { wasAt: STARTS - 3_600_000, startsAt: STARTS, endsAt: STARTS + 3_600_000 },
          place: { was: '图书室', is: '河边' },
          capacity: null,
        },
      },
      '时间和地点改了',
      '周六绘本课，原来是周六 09:00，改到周六 3月7日 10:00–11:00，地点改到河边。来不了的话，开始前都可以免费取消。',
    ],
    [
      'only the place, when only that changed',
      {
        kind: 'session_changed',
        change: { time: null, place: { was: '图书室', is: '河边' }, capacity: null },
      },
      '地点改了',
      '周六绘本课，地点改到河边。',
    ],
    [
      'why a place is lost, and who is next',
      { kind: 'place_lost', points: 10, change: shrunk },
      '名额减少了，退回 10 分',
      '周六绘本课，周六 10:00。名额从 20 个减到 12 个，按报名先后保留，没有排到您。您现在排在候补最前面，一有空位先给您。',
    ],
    [
      'that a place is kept and costs nothing any more',
      { kind: 'place_kept', points: 10, change: shrunk },
      '名额还是您的，退回 10 分',
      '周六绘本课，周六 10:00。名额从 20 个减到 12 个，提前报的少了，您这个改成不用积分的。',
    ],
    [
      'that an offer is taken back',
      { kind: 'offer_taken_back', change: shrunk },
      '刚才的空位收回了',
      '周六绘本课，周六 10:00。名额从 20 个减到 12 个，暂时没有空位。您还在候补里，位置不变。',
    ],
  ])('%s', (_, change, title, sentence) => {
    expect(noticeWords(notice(change), telling)).toEqual({ title, sentence })
  })
})
