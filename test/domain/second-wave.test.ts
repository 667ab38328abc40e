import {
  HEARD_LATELY,
  isCalledAgain,
  WAVE_EVERY,
  whyNoWave,
  type WaveFacts,
  type WaveRefusal,
} from '@/domain/second-wave'
import type { SlotFill } from '@/domain/fill'
import { HOUR } from '@/domain/time'
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
  householdHere: false,
  toldAt: null,
  ...change,
})

const post = (change = {}) => slotTerms({ kind: 'post', ...change })
const seat = (change = {}) => slotTerms({ kind: 'seat', ...change })
const law = { skill: 'law' }
const young = { ageBand: '3-6' as const }

describe('is told that hands are needed', () => {
  it.each<[string, boolean, Partial<WaveFacts>, ReturnType<typeof slotTerms>]>([
    ['who could come', true, {}, post()],
    ['who has the skill', true, { skills: ['arts', 'law'] }, post(law)],
    ['who has another skill', false, { skills: ['arts'] }, post(law)],
    ['who is somewhere at that time, or there already', false, { busy: true }, post()],
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
    expect(isCalledAgain(facts(change), terms, NOW)).toBe(told)
  })
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
