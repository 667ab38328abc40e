import { checkChange, whyNotChange } from '@/domain/change'
import type { SlotTerms } from '@/domain/slot'
import { DAY, HOUR, MINUTE } from '@/domain/time'
import { slotTerms, STARTS } from './facts'

const NOW = STARTS - 3 * DAY
const was = { startsAt: STARTS, endsAt: STARTS + HOUR }
const opening = (opensAt: number, change: Partial<SlotTerms> = {}) => [
  { points: 0, terms: { ...slotTerms(), opensAt, ...change } },
]
const duty = (points: number) => [{ points, terms: { ...slotTerms(), opensAt: NOW, kind: 'post' as const } }]

describe('a published session', () => {
  it.each<[string, number, number | null, string | undefined]>([
    ['can be changed a millisecond before it begins', STARTS - 1, null, undefined],
    ['cannot be changed once it begins', STARTS, null, 'session_started'],
    ['cannot be changed once it is cancelled', NOW, NOW, 'session_cancelled'],
    ['is cancelled, whether or not its time has come', STARTS, NOW, 'session_cancelled'],
  ])('%s', (_, now, cancelledAt, reason) => {
    expect(whyNotChange({ startsAt: STARTS, cancelledAt }, now)?.reason).toBe(reason)
  })
})

describe('another time is', () => {
  it.each<[string, { startsAt: number; endsAt: number }, ReturnType<typeof opening>, string[]]>([
    ['fine a day later', { startsAt: STARTS + DAY, endsAt: STARTS + DAY + HOUR }, opening(NOW), []],
    ['fine a minute from now', { startsAt: NOW + MINUTE, endsAt: NOW + HOUR }, opening(NOW), []],
    ['refused now', { startsAt: NOW, endsAt: NOW + HOUR }, opening(NOW - 1), ['startsAt in_the_past']],
    [
      'refused without a length',
      { startsAt: STARTS, endsAt: STARTS },
      opening(NOW),
      ['endsAt ends_before_start'],
    ],
    ['fine over 12 hours', { startsAt: STARTS, endsAt: STARTS + 12 * HOUR }, opening(NOW), []],
    [
      'refused over more',
      { startsAt: STARTS, endsAt: STARTS + 12 * HOUR + 1 },
      opening(NOW),
      ['endsAt too_long'],
    ],
    [
      'refused beyond a year and a day',
      { startsAt: NOW + 366 * DAY + 1, endsAt: NOW + 366 * DAY + HOUR },
      opening(NOW),
      ['startsAt too_far'],
    ],
    [
      'fine right after its places open',
      { startsAt: STARTS, endsAt: STARTS + HOUR },
      opening(STARTS - 1),
      [],
    ],
    [
      'refused when its places would open with it',
      { startsAt: STARTS - HOUR, endsAt: STARTS },
      opening(STARTS - HOUR),
      ['startsAt opens_after_start'],
    ],
    [
      'refused when it would begin before its draw',
      { startsAt: STARTS - HOUR, endsAt: STARTS },
      opening(STARTS - HOUR, { allocation: 'draw', drawAt: STARTS - HOUR }),
      ['startsAt draw_after_start'],
    ],
    [
      'refused when a duty is shorter than its points',
      { startsAt: STARTS, endsAt: STARTS + 30 * MINUTE },
      duty(10),
      ['endsAt points_need_admin'],
    ],
    ['fine when the points still fit', { startsAt: STARTS, endsAt: STARTS + 30 * MINUTE }, duty(5), []],
    [
      'fine for a duty as long, whatever an admin promised',
      { startsAt: STARTS + DAY, endsAt: STARTS + DAY + HOUR },
      duty(30),
      [],
    ],
  ])('%s', (_, is, slots, faults) => {
    expect(checkChange(was, is, slots, 'cadre', NOW).map(({ path, fault }) => `${path} ${fault}`)).toEqual(
      faults,
    )
  })

  it('fine for an admin who leaves the points of a shorter duty', () => {
    expect(
      checkChange(was, { startsAt: STARTS, endsAt: STARTS + 30 * MINUTE }, duty(10), 'admin', NOW),
    ).toEqual([])
  })
})
