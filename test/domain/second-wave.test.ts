import {
  HEARD_LATELY,
  isCalledAgain,
  WAVE_EVERY,
  whyNoWave,
  type WaveFacts,
  type WaveHousehold,
  type WaveRefusal,
} from '@/domain/second-wave'
import type { SlotFill } from '@/domain/fill'
import { DAY, HOUR } from '@/domain/time'
import { NEWCOMERS_UNTIL, NOW, OPENS, PRIORITY_OPENS, slotTerms, STARTS, windowTerms } from './facts'

/** A confirmed guardian who could come, and has not heard of it. */
const facts = (change: Partial<WaveFacts> = {}): WaveFacts => ({
  confirmed: true,
  guardian: true,
  suspendedUntil: null,
  skills: [],
  freeChildren: [],
  busy: false,
  waits: false,
  onLeave: false,
  householdHere: false,
  household: null,
  toldAt: null,
  ...change,
})

const household = (change: Partial<WaveHousehold>): Partial<WaveFacts> => ({
  household: { slotsHere: [], postsThatWeek: 0, absences: [], openBookings: 0, ...change },
})

const post = (change = {}) => slotTerms({ kind: 'post', ...change })
const seat = (change = {}) => slotTerms({ kind: 'seat', ...change })
const law = { skill: 'law' }
const one = post({ householdLimit: 1 })
const MISSED = [STARTS - 20 * DAY, STARTS - 10 * DAY].map((at) => ({ at, halves: 2 as const }))
const young = { ageBand: '3-6' as const }

describe('is told that hands are needed', () => {
  it.each<[string, boolean, Partial<WaveFacts>, ReturnType<typeof slotTerms>]>([
    ['who could come', true, {}, post()],
    ['who has the skill', true, { skills: ['arts', 'law'] }, post(law)],
    ['who has another skill', false, { skills: ['arts'] }, post(law)],
    ['who is somewhere at that time, or there already', false, { busy: true }, post()],
    ['of a post, who is on leave', false, { onLeave: true }, post()],
    ['of a seat, who serves nowhere for a while', true, { onLeave: true }, seat()],
    ['who waits for a place', false, { waits: true }, post()],
    ['of a post, whose household is there', true, { householdHere: true }, post()],
    ['of a seat, whose household is there', false, { householdHere: true }, seat()],
    ['of a post with children, whom a cadre has confirmed', true, {}, post({ withChildren: true })],
    ['of a post with children, whom nobody has', false, { confirmed: false }, post({ withChildren: true })],
    ['of a post without, whom nobody has confirmed', true, { confirmed: false }, post()],
    ['who is suspended a moment longer', false, { suspendedUntil: NOW + 1 }, post()],
    ['whose suspension is over now', true, { suspendedUntil: NOW }, post()],
    ['who heard of it less than twelve hours ago', false, { toldAt: NOW - HEARD_LATELY + 1 }, post()],
    ['who heard of it twelve hours ago', true, { toldAt: NOW - HEARD_LATELY }, post()],
    ['of a post, whose household has one that week', true, household({ postsThatWeek: 1 }), post()],
    ['of a post, whose household has two that week', false, household({ postsThatWeek: 2 }), post()],
    ['of a seat, whose household has two posts that week', true, household({ postsThatWeek: 2 }), seat()],
    [
      'of a slot that is one to a household, whose household is in another',
      true,
      household({ slotsHere: ['other'] }),
      one,
    ],
    [
      'of a slot that is one to a household, whose household is in it',
      false,
      household({ slotsHere: ['slot'] }),
      one,
    ],
    [
      'who missed two and has something open',
      false,
      household({ absences: MISSED, openBookings: 1 }),
      post(),
    ],
    ['who missed two and has nothing open', true, household({ absences: MISSED, openBookings: 0 }), post()],
    [
      'who missed one and has something open',
      true,
      household({ absences: MISSED.slice(1), openBookings: 1 }),
      post(),
    ],
    ['of a seat for anybody, who is free', true, {}, seat()],
    ['of a seat for anybody, who is somewhere', false, { busy: true }, seat()],
    ['of a child’s seat, the guardian of one of that age', true, { freeChildren: ['3-6'] }, seat(young)],
    ['of a child’s seat, the guardian of an older one', false, { freeChildren: ['7-9'] }, seat(young)],
    ['of a child’s seat, who has no child', false, {}, seat(young)],
    [
      'of a child’s seat, who is busy while the child is not',
      true,
      { busy: true, freeChildren: ['3-6'] },
      seat(young),
    ],
    ['of a child’s seat, a grandmother', false, { guardian: false, freeChildren: ['3-6'] }, seat(young)],
  ])('%s: %s', (_, told, change, terms) => {
    expect(isCalledAgain(facts(change), { id: 'slot', terms }, { startsAt: STARTS }, NOW)).toBe(told)
  })
})

it('is told of a post once the weekly limit no longer holds, a day before it begins', () => {
  const busyWeek = facts(household({ postsThatWeek: 2 }))
  const slot = { id: 'slot', terms: post() }
  expect(isCalledAgain(busyWeek, slot, { startsAt: STARTS }, STARTS - DAY - 1)).toBe(false)
  expect(isCalledAgain(busyWeek, slot, { startsAt: STARTS }, STARTS - DAY)).toBe(true)
})

describe('a second wave', () => {
  const stuck: SlotFill = { is: 'stuck', lack: 2 }
  const session = { startsAt: STARTS, cancelledAt: null }
  const slot: Parameters<typeof whyNoWave>[0] = { terms: seat(), fill: stuck, lastAt: null }
  type Reason =
    WaveRefusal | { reason: 'session_started'; startsAt: number } | { reason: 'session_cancelled' }

  it.each<[string, Partial<typeof slot>, number, Reason | null]>([
    ['may be sent of a slot that is stuck', {}, NOW, null],
    ['may be sent of one that fills', { fill: { is: 'filling', lack: 1 } as SlotFill }, NOW, null],
    [
      'is not needed by one that is full',
      { fill: { is: 'full', after: 9 } as SlotFill },
      NOW,
      { reason: 'wave_not_needed' },
    ],
    ['waits for the opening', {}, OPENS - 1, { reason: 'wave_not_open', opensAt: OPENS }],
    ['may be sent with the opening', {}, OPENS, null],
    [
      'waits for all while some may pay',
      { terms: seat(windowTerms) },
      PRIORITY_OPENS,
      { reason: 'wave_not_open', opensAt: OPENS },
    ],
    ['may be sent while newcomers come first', { terms: seat(windowTerms) }, NEWCOMERS_UNTIL - 1, null],
    [
      'waits for a draw',
      { terms: seat({ allocation: 'draw', drawAt: OPENS }) },
      NOW,
      { reason: 'wave_not_open', opensAt: OPENS },
    ],
    [
      'may be sent of what a draw has left',
      { terms: seat({ allocation: 'draw', drawAt: OPENS, drawnAt: OPENS }) },
      NOW,
      null,
    ],
    [
      'is not sent again within six hours',
      { lastAt: NOW - WAVE_EVERY + 1 },
      NOW,
      { reason: 'wave_too_soon', nextAt: NOW + 1 },
    ],
    ['may be sent again after six hours', { lastAt: NOW - WAVE_EVERY }, NOW, null],
    ['comes too late when it has begun', {}, STARTS, { reason: 'session_started', startsAt: STARTS }],
  ])('%s', (_, change, now, reason) => {
    expect(whyNoWave({ ...slot, ...change }, session, now)).toEqual(reason)
  })

  it('is not sent for a session that is cancelled', () => {
    const cancelled = { ...session, cancelledAt: NOW - HOUR }
    expect(whyNoWave(slot, cancelled, NOW)).toEqual({ reason: 'session_cancelled' })
  })
})
