import { explain } from '@/copy/refusal'
import type { OtherRefusal } from '@/contract/other-refusal'
import type { CallTexts } from '@/domain/call-texts'
import { REFUSAL_ORDER, type Refusal } from '@/domain/refusal'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
// A Wednesday.
const telling = { now: at('2026-11-25T12:00'), elder: false }
const friday8pm = at('2026-11-27T20:00')
const saturday10 = at('2026-11-28T10:00')
const child = { id: 'a', name: '小满' }
const self = { id: 'b', name: '' }

const notOpen = (rest: Partial<Extract<Refusal, { reason: 'not_open_yet' }>>): Refusal => ({
  reason: 'not_open_yet',
  opensAt: saturday10,
  priorityOpensAt: friday8pm,
  price: 10,
  have: 5,
  need: 10,
  needsConfirmation: false,
  pointsUsableFrom: null,
  ...rest,
})

// Each sentence names what the reason carries and what would change it.
const words: CallTexts = {
  cover: 'book',
  title: '绘本课',
  description: '',
  bring: '',
  riskNote: '',
  insurance: '',
  contact: '',
}

const sentences: [Refusal | OtherRefusal, RegExp][] = [
  [{ reason: 'session_cancelled' }, /取消了.*别的日子/],
  [{ reason: 'session_started', startsAt: at('2026-11-25T11:00') }, /今天上午 11 点已经开始.*下一场/],
  [{ reason: 'suspended', until: saturday10, cause: '多次爽约' }, /周六上午 10 点恢复.*多次爽约/],
  [{ reason: 'wrong_attendee', attendee: child }, /小满不能报.*您自己认领/],
  [{ reason: 'already_booked', attendee: self }, /^您已经报上了/],
  [{ reason: 'not_confirmed', attendee: self }, /填好住址.*等社区确认/],
  [{ reason: 'consent_missing', attendee: child }, /监护人同意小满/],
  [{ reason: 'age_not_fit', attendee: child, band: '3-6' }, /3–6 岁.*小满/],
  [{ reason: 'skill_missing', attendee: self, skill: 'haircut' }, /会理发.*确认后/],
  [
    {
      reason: 'overlaps',
      attendee: child,
      session: { id: 'x', title: '手工课', startsAt: saturday10, endsAt: saturday10 + 1 },
    },
    /小满周六上午 10 点要去“手工课”.*取消那一场/,
  ],
  [{ reason: 'household_limit', max: 2 }, /最多 2 个.*少选一位/],
  [{ reason: 'weekly_limit', from: saturday10 }, /2 个岗位.*周六上午 10 点还有空/],
  [{ reason: 'one_at_a_time', until: at('2026-12-20T18:00') }, /12月20日晚上 6 点前一次只能报一场/],
  [{ reason: 'draw_only', drawAt: friday8pm }, /抽签，周五晚上 8 点前/],
  [notOpen({}), /^周六上午 10 点大家都能报。再攒 5 分，周五晚上 8 点就能提前报。$/],
  [{ reason: 'priority_places_full', opensAt: saturday10, waitlist: 2 }, /周六上午 10 点其余名额.*候补/],
  [{ reason: 'newcomers_first', until: at('2026-11-25T14:00'), needsConfirmation: false }, /今天下午 2 点前/],
  [{ reason: 'teams_first', until: saturday10 }, /^周六上午 10 点前先留给点名的队伍，之后大家都能报/],
  [{ reason: 'slot_full', waitlist: 3, left: 0 }, /前面有 3 家/],
  [{ reason: 'cancel_too_late', startsAt: at('2026-11-25T11:00') }, /不能取消.*领队/],
  [{ reason: 'already_ended' }, /已经取消过/],
  [{ reason: 'place_free' }, /直接报/],
  [{ reason: 'already_waiting' }, /已经在候补/],
  [{ reason: 'not_a_post' }, /不能转给别人.*候补/],
  [{ reason: 'own_post' }, /本来就是您的.*收回/],
  [{ reason: 'waitlist_first', until: null }, /候补.*找人替班/],
  [{ reason: 'waitlist_first', until: saturday10 }, /周六上午 10 点前没人接，您就能接/],
  [{ reason: 'substitute_gone' }, /有人接上了.*空位就能认领.*候补/],
  [{ reason: 'open_already' }, /现在就能报/],
  [{ reason: 'opens_soon', opensAt: saturday10 }, /周六上午 10 点就开放了，不到 10 分钟/],
  [{ reason: 'number_too_late', until: friday8pm }, /周五晚上 8 点前没有填.*直接抽/],
  [{ reason: 'offer_lapsed' }, /给了下一位.*再候补/],
  [{ reason: 'check_in_not_open', opensAt: at('2026-11-25T15:20') }, /今天下午 3 点 20 分开始签到/],
  [{ reason: 'code_wrong', triesLeft: 4 }, /还能试 4 次/],
  [{ reason: 'code_locked', until: at('2026-11-25T12:10') }, /中午 12 点 10 分后再试/],
  [{ reason: 'check_in_over', endsAt: at('2026-11-25T11:00') }, /中午|上午 11 点结束.*领队/],
  [{ reason: 'not_checked_in' }, /还没有签到/],
  [{ reason: 'not_booked', free: null, because: null }, /没有报这一场.*领队/],
  [
    { reason: 'not_booked', free: { slotId: 'x', title: '东门', kind: 'post', points: 10 }, because: null },
    /没有报这一场.东门还有空位/,
  ],
  [
    { reason: 'not_booked', free: null, because: { reason: 'slot_full', waitlist: 0, left: 0 } },
    /名额也满了/,
  ],
  [{ reason: 'session_not_over', endsAt: at('2026-11-25T17:20') }, /下午 5 点 20 分结束后/],
  [{ reason: 'own_household' }, /同事/],
  [{ reason: 'code_unknown' }, /核对/],
  [{ reason: 'too_many_children', max: 6 }, /最多添加 6 个/],
  [{ reason: 'books_open' }, /已经打开/],
  [{ reason: 'books_closed' }, /先重新打开/],
  [{ reason: 'not_decided' }, /结束点名时一起/],
  [{ reason: 'reopen_too_late', until: saturday10 }, /周六上午 10 点之后/],
  [{ reason: 'dispute_too_late', until: at('2026-11-20T18:00') }, /11月20日晚上 6 点.*当面/],
  [{ reason: 'already_disputed' }, /还在看/],
  [{ reason: 'answered_twice' }, /两次.*当面/],
  [{ reason: 'dispute_ended', state: 'withdrawn' }, /收回/],
  [{ reason: 'dispute_ended', state: 'kept' }, /答复过/],
  [{ reason: 'not_correctable' }, /只能说明原因/],
  [{ reason: 'needs_admin', most: 30 }, /30 分.*管理员/],
  [{ reason: 'more_than_paid', paid: 10 }, /付了 10 分/],
  [{ reason: 'more_than_planned', minutes: 60 }, /60 分钟/],
  [{ reason: 'nothing_to_correct' }, /没有要更正的/],
  [{ reason: 'call_changed', version: 2, activity: words }, /同事也改了这个招募.*现在的样子/],
  [{ reason: 'call_over' }, /都结束了/],
  [{ reason: 'holidays_changed', version: 2, holidays: [] }, /同事也改了这一年.*现在的样子/],
]

it.each(sentences.map(([refusal, words]) => [refusal.reason, refusal, words] as const))(
  'says %s as a sentence that names what it carries',
  (_, refusal, words) => {
    expect(explain(refusal, telling)).toMatch(words)
  },
)

it('covers every reason of a booking', () => {
  const told = new Set(sentences.map(([refusal]) => refusal.reason))
  expect(REFUSAL_ORDER.filter((reason) => !told.has(reason))).toEqual([])
})

describe('before general opening', () => {
  it.each<[string, Partial<Extract<Refusal, { reason: 'not_open_yet' }>>, string]>([
    [
      'says only when, without a window',
      { price: null, priorityOpensAt: null },
      '周六上午 10 点大家都能报。',
    ],
    [
      'says how many points are missing while the window is open',
      { priorityOpensAt: telling.now, have: 9 },
      '周六上午 10 点大家都能报。再攒 1 分，就能提前报。',
    ],
    [
      'says when the window opens to whoever has exactly enough',
      { have: 10 },
      '周六上午 10 点大家都能报。您有 10 分，周五晚上 8 点就能提前报。',
    ],
    [
      'sends those with points but no confirmation to their address',
      { have: 10, needsConfirmation: true, priorityOpensAt: telling.now },
      '周六上午 10 点大家都能报。您的 10 分够提前报，先到“我的家庭”填好住址，社区确认后就能提前报。',
    ],
  ])('%s', (_, rest, sentence) => {
    expect(explain(notOpen(rest), telling)).toBe(sentence)
  })
})
