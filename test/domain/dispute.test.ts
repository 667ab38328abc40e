import { DISPUTE_WITHIN, whyNotCorrect, whyNotDispute, type Correctable } from '@/domain/dispute'
import type { Role } from '@/domain/role'
import { NOW } from './facts'

const until = NOW + DISPUTE_WITHIN
const entry = { createdAt: NOW, open: false, answered: 0 }

it.each([
  ['can be raised to the last millisecond', entry, until - 1, null],
  ['is too late after 90 days', entry, until, { reason: 'dispute_too_late', until }],
  ['is raised once at a time', { ...entry, open: true }, NOW, { reason: 'already_disputed' }],
  ['is raised again after an answer', { ...entry, answered: 1 }, NOW, null],
  ['is not raised a third time', { ...entry, answered: 2 }, NOW, { reason: 'answered_twice' }],
  [
    'says first that it waits already',
    { ...entry, open: true, answered: 2 },
    until,
    { reason: 'already_disputed' },
  ],
])('a dispute %s', (_, facts, now, reason) => expect(whyNotDispute(facts, now)).toEqual(reason))

const service: Correctable = { kind: 'service', plannedMinutes: 60 }
const booking: Correctable = { kind: 'booking', paid: 10 }

it.each<[string, Correctable, number, number | null, Role, object | null]>([
  ['nothing of a service', service, 0, 0, 'cadre', null],
  ['thirty points by a cadre', service, 30, 60, 'cadre', null],
  ['thirty-one by a cadre', service, 31, null, 'cadre', { reason: 'needs_admin', most: 30 }],
  ['thirty-one by an admin', service, 31, null, 'admin', null],
  ['a minute too many', service, 10, 61, 'admin', { reason: 'more_than_planned', minutes: 60 }],
  ['all of a payment', booking, 0, null, 'cadre', null],
  ['none of a payment', booking, 10, null, 'cadre', null],
  ['more than a payment', booking, 11, null, 'admin', { reason: 'more_than_paid', paid: 10 }],
  ['minutes of a payment', booking, 5, 10, 'cadre', { reason: 'not_correctable' }],
  ['an expiry', { kind: 'other' }, 5, null, 'admin', { reason: 'not_correctable' }],
])('correcting %s', (_, what, points, minutes, role, reason) => {
  expect(whyNotCorrect(what, { points, minutes }, role)).toEqual(reason)
})
