import { type CallFault, checkCall, openingOf } from '@/domain/call'
import type { Role } from '@/domain/role'
import { DAY, HOUR, MINUTE, WEEK } from '@/domain/time'
import {
  callDraft,
  draw,
  drawDraft,
  type DraftOverrides,
  ENDS,
  postDraft,
  PUBLISHED,
  slotDraft,
  STARTS,
} from './facts'

const faults = (overrides: DraftOverrides = {}, role: Role = 'cadre') =>
  checkCall(callDraft(overrides), role, PUBLISHED).map(({ path, fault }: CallFault) => `${path} ${fault}`)
const session = (startsAt: number, endsAt = startsAt + HOUR) => ({ startsAt, endsAt })

describe('a call that may be published', () => {
  it.each<[string, DraftOverrides]>([
    ['has seats with a window', {}],
    ['has posts', { slots: [postDraft()] }],
    ['has both', { slots: [slotDraft(), postDraft()] }],
    ['opens on publishing', { slots: [slotDraft({ price: null, priorityOpensAt: null, opensAt: null })] }],
    ['draws its seats', { slots: [drawDraft()] }],
    ['opens its window on publishing', { slots: [slotDraft({ priorityOpensAt: null })] }],
  ])('%s', (_, overrides) => {
    expect(faults(overrides)).toEqual([])
  })
})

describe('the notes of a call', () => {
  it.each([
    ['may be missing for a class', 'class', '', '', []],
    [
      'must be there for a clean-up',
      'clean_up',
      '',
      '',
      ['riskNote risk_note_missing', 'insurance insurance_missing'],
    ],
    ['must name the risk of traffic', 'traffic_duty', '', '已投保', ['riskNote risk_note_missing']],
    ['must name the insurance for traffic', 'traffic_duty', '注意车辆', '', ['insurance insurance_missing']],
    ['are complete with both', 'traffic_duty', '注意车辆', '已投保', []],
  ] as const)('%s', (_, kind, riskNote, insurance, expected) => {
    expect(faults({ activity: { kind, riskNote, insurance } })).toEqual(
      expected.map((it) => `activity.${it}`),
    )
  })
})

describe('a session of a call', () => {
  const opensNow = slotDraft({ price: null, priorityOpensAt: null, opensAt: PUBLISHED - DAY })
  it.each([
    ['may last a millisecond', session(STARTS, STARTS + 1), []],
    ['may not end as it starts', session(STARTS, STARTS), ['endsAt ends_before_start']],
    ['may not end before it starts', session(STARTS, STARTS - 1), ['endsAt ends_before_start']],
    ['may last 12 hours', session(STARTS, STARTS + 12 * HOUR), []],
    ['may not last a millisecond more', session(STARTS, STARTS + 12 * HOUR + 1), ['endsAt too_long']],
    ['may start a millisecond from now', session(PUBLISHED + 1), []],
    ['may not start now', session(PUBLISHED), ['startsAt in_the_past']],
    ['may start 366 days from now', session(PUBLISHED + 366 * DAY), []],
    ['may not start a millisecond later', session(PUBLISHED + 366 * DAY + 1), ['startsAt too_far']],
  ])('%s', (_, only, expected) => {
    expect(faults({ sessions: [only], slots: [opensNow] })).toEqual(expected.map((it) => `sessions.0.${it}`))
  })

  it.each([
    ['may start as another ends', session(ENDS), false],
    ['may not start a millisecond earlier', session(ENDS - 1), true],
    ['may end as another starts', session(STARTS - HOUR), false],
    ['may not end a millisecond later', session(STARTS - HOUR, STARTS + 1), true],
    ['may not be there twice', session(STARTS, ENDS), true],
  ])('%s', (_, other, overlaps) => {
    expect(faults({ sessions: [session(STARTS, ENDS), other] })).toEqual(
      overlaps ? ['sessions.1.startsAt sessions_overlap'] : [],
    )
  })

  it('is named by its place in the list', () => {
    const sessions = [session(STARTS), session(STARTS + WEEK), session(STARTS + 2 * WEEK, STARTS)]
    expect(faults({ sessions })).toEqual(['sessions.2.endsAt ends_before_start'])
  })
})

describe('a slot of a call', () => {
  const seat = slotDraft
  it.each([
    [
      'may not sell a post for points',
      postDraft({ price: 10, opensAt: PUBLISHED + 1 }),
      ['price price_on_post'],
    ],
    ['may not put a child on a post', postDraft({ ageBand: '7-9' }), ['ageBand child_on_post']],
    ['may not pay for a seat', seat({ points: 1 }), ['points points_on_seat']],
    [
      'may not have a window without a price',
      seat({ price: null }),
      ['priorityOpensAt window_without_price'],
    ],
    [
      'may open its window a millisecond before general opening',
      seat({ priorityOpensAt: PUBLISHED + DAY - 1 }),
      [],
    ],
    [
      'may not open its window at general opening',
      seat({ priorityOpensAt: PUBLISHED + DAY }),
      ['opensAt window_after_opening'],
    ],
    [
      'may not open both on publishing',
      seat({ priorityOpensAt: null, opensAt: null }),
      ['opensAt window_after_opening'],
    ],
    ['may open a millisecond before the start', seat({ opensAt: STARTS - 1 }), []],
    ['may not open at the start', seat({ opensAt: STARTS }), ['opensAt opens_after_start']],
  ])('%s', (_, slot, expected) => {
    expect(faults({ slots: [slot] })).toEqual(expected.map((it) => `slots.0.${it}`))
  })

  it.each([
    ['may be drawn a millisecond from now', drawDraft({ drawAt: PUBLISHED + 1 }), []],
    ['may not be drawn now', drawDraft({ drawAt: PUBLISHED }), ['drawAt draw_time_past']],
    ['may be drawn a millisecond before the start', drawDraft({ drawAt: STARTS - 1 }), []],
    ['may not be drawn at the start', drawDraft({ drawAt: STARTS }), ['drawAt draw_after_start']],
    ['needs a time to be drawn', drawDraft({ drawAt: null }), ['drawAt draw_time_missing']],
    ['is not drawn when a post', postDraft({ ...draw }), ['allocation draw_on_post']],
    ['has no price when drawn', drawDraft({ price: 10 }), ['price window_on_draw']],
    [
      'has no window when drawn',
      drawDraft({ priorityOpensAt: PUBLISHED }),
      ['priorityOpensAt window_without_price'],
    ],
    ['opens by its draw alone', drawDraft({ opensAt: PUBLISHED + HOUR }), ['opensAt opening_on_draw']],
    [
      'has no time of a draw without one',
      seat({ drawAt: STARTS - HOUR }),
      ['drawAt draw_without_allocation'],
    ],
    [
      'has no public number without a draw',
      seat({ publicNumber: true }),
      ['publicNumber draw_without_allocation'],
    ],
  ])('%s', (_, slot, expected) => {
    expect(faults({ slots: [slot] })).toEqual(expected.map((it) => `slots.0.${it}`))
  })

  const hours = (minutes: number) => [session(STARTS, STARTS + minutes * MINUTE)]
  it.each([
    ['a cadre give 10 points for an hour', 'cadre', 60, 10, true],
    ['no cadre give 11 points for an hour', 'cadre', 60, 11, false],
    ['a cadre give 11 points for 66 minutes', 'cadre', 66, 11, true],
    ['a cadre give 30 points for three hours', 'cadre', 180, 30, true],
    ['no cadre give 31 points for any time', 'cadre', 600, 31, false],
    ['an admin give 31 points', 'admin', 60, 31, true],
    ['a cadre give none', 'cadre', 60, 0, true],
  ] as const)('lets %s', (_, role, minutes, points, fine) => {
    const overrides = { sessions: hours(minutes), slots: [postDraft({ points })] }
    expect(faults(overrides, role)).toEqual(fine ? [] : ['slots.0.points points_need_admin'])
  })

  it('is measured by the shortest session of a series', () => {
    const sessions = [...hours(180), { startsAt: STARTS + WEEK, endsAt: STARTS + WEEK + HOUR }]
    expect(faults({ sessions, slots: [postDraft({ points: 30 })] })).toEqual([
      'slots.0.points points_need_admin',
    ])
  })

  it('has no times to be held to while the draft has no session', () => {
    expect(faults({ sessions: [] })).toEqual([])
  })

  it('is named by its place in the list, each fault on its own', () => {
    const slots = [slotDraft(), postDraft({ price: 10, ageBand: '3-6', points: 99, opensAt: STARTS })]
    expect(faults({ slots })).toEqual([
      'slots.1.price price_on_post',
      'slots.1.ageBand child_on_post',
      'slots.1.points points_need_admin',
      'slots.1.opensAt opens_after_start',
    ])
  })
})

describe('the opening of a slot', () => {
  it('is on publishing for every session of a series when none is written', () => {
    const none = slotDraft({ opensAt: null, priorityOpensAt: null })
    expect(opening(none, STARTS + WEEK)).toMatchObject({ priorityOpensAt: PUBLISHED, opensAt: PUBLISHED })
  })

  const weekly = callDraft({ sessions: [session(STARTS), session(STARTS + WEEK)] })
  const opening = (slot: ReturnType<typeof slotDraft>, startsAt: number) =>
    openingOf(weekly, slot, { startsAt }, PUBLISHED)

  it.each([
    ['of the first session is as written', STARTS, 0],
    ['of the next week’s session is a week later', STARTS + WEEK, WEEK],
  ])('%s', (_, startsAt, shift) => {
    expect(opening(slotDraft(), startsAt)).toEqual({
      priorityOpensAt: PUBLISHED + HOUR + shift,
      opensAt: PUBLISHED + DAY + shift,
      newcomersUntil: PUBLISHED + DAY + 2 * HOUR + shift,
      teamsUntil: null,
      drawAt: null,
    })
    const drawAt = PUBLISHED + DAY + shift
    expect(opening(drawDraft(), startsAt)).toEqual({
      ...{ priorityOpensAt: null, newcomersUntil: null, teamsUntil: null, opensAt: drawAt, drawAt },
    })
  })

  it.each([
    ['is on publishing when none is written', { opensAt: null }, { opensAt: PUBLISHED }],
    [
      'has its window on publishing when none is written',
      { priorityOpensAt: null },
      { priorityOpensAt: PUBLISHED },
    ],
    ['has no window without a price', { price: null }, { priorityOpensAt: null }],
    ['has no newcomers’ hours when they are off', { newcomersFirst: false }, { newcomersUntil: null }],
    [
      'is kept for teams until a day before the start',
      { kind: 'post' as const, teamsFirst: true },
      { teamsUntil: STARTS - DAY },
    ],
    [
      'is not kept for teams where it opens later than that',
      { kind: 'post' as const, teamsFirst: true, opensAt: STARTS - DAY },
      { teamsUntil: null },
    ],
    ['has no newcomers’ hours for a post', { kind: 'post' as const }, { newcomersUntil: null }],
  ])('%s', (_, change, expected) => {
    expect(opening(slotDraft(change), STARTS)).toMatchObject(expected)
  })
})
