import { AGE_BAND_STANDS, CONSENT_VERSION, consentStands, isAgeBandOld } from '@/domain/child'
import {
  checkInvite,
  checkJoin,
  invitationState,
  whyNotAccept,
  type Invitation,
  type JoinFacts,
} from '@/domain/invitation'
import { leaving } from '@/domain/leaving'

const NOW = 1_000_000
const open: Invitation = {
  householdId: 'ours',
  role: 'family',
  expiresAt: NOW + 1,
  acceptedBy: null,
  endedBy: null,
}
const sender = { id: 'mother', householdId: 'ours' }
const guest = { id: 'granny', householdId: 'hers' }
const third = { id: 'third', householdId: 'elsewhere' }

it.each<[string, Partial<Invitation>, typeof guest | null, string]>([
  ['a visitor who is no member', {}, null, 'open'],
  ['whom it was sent to', {}, guest, 'open'],
  ['its sender', {}, sender, 'own'],
  ['whom it was sent to, at the last moment', { expiresAt: NOW + 1 }, guest, 'open'],
  ['whom it was sent to, a week later', { expiresAt: NOW }, guest, 'lapsed'],
  ['its sender, a week later', { expiresAt: NOW }, sender, 'lapsed'],
  ['who accepted it', { acceptedBy: 'granny' }, guest, 'waiting'],
  ['a third person after that', { acceptedBy: 'granny' }, third, 'used'],
  ['its sender after that', { acceptedBy: 'granny' }, sender, 'own'],
  ['who is in', { acceptedBy: 'granny', endedBy: 'joined', expiresAt: NOW }, guest, 'joined'],
  ['a third person when somebody is in', { acceptedBy: 'granny', endedBy: 'joined' }, third, 'used'],
  ['whom the guardian did not confirm', { acceptedBy: 'granny', endedBy: 'declined' }, guest, 'declined'],
  ['anybody after it was taken back', { endedBy: 'withdrawn' }, guest, 'withdrawn'],
])('an invitation, opened by %s', (_, change, asker, state) => {
  expect(invitationState({ ...open, ...change }, asker, NOW)).toBe(state)
})

it('can be accepted while it is open, and again by who has accepted it', () => {
  const states = ['open', 'waiting', 'own', 'joined', 'used', 'declined', 'withdrawn', 'lapsed'] as const
  expect(states.map((state) => whyNotAccept(state)?.reason ?? null)).toEqual([
    ...[null, null, 'invitation_own', 'already_joined', 'invitation_used', 'invitation_used'],
    ...['invitation_withdrawn', 'invitation_lapsed'],
  ])
})

it.each([
  [{ guardians: 1, family: 0 }, 0, 'guardian', null],
  [{ guardians: 2, family: 0 }, 0, 'guardian', 'role_full'],
  [{ guardians: 2, family: 1 }, 0, 'family', null],
  [{ guardians: 1, family: 2 }, 0, 'family', 'role_full'],
  [{ guardians: 1, family: 0 }, 3, 'family', null],
  [{ guardians: 1, family: 0 }, 4, 'family', 'too_many_invitations'],
] as const)('%o with %i out may invite a %s: %s', (home, out, role, reason) => {
  expect(checkInvite(home, out, role)?.reason ?? null).toBe(reason)
})

const alone: JoinFacts['own'] = { grownups: 1, children: 0, unsettled: 0, owed: 0 }
it.each<[string, Partial<JoinFacts>, string | null]>([
  ['comes alone', {}, null],
  ['is no member yet', { own: { ...alone, grownups: 0 } }, null],
  ['finds no room', { home: { guardians: 1, family: 2, children: 0 } }, 'role_full'],
  ['lives with others', { own: { ...alone, grownups: 2 } }, 'lives_with_others'],
  ['brings children, as family', { own: { ...alone, children: 1 } }, 'children_need_guardian'],
  ['brings the sixth child, as a guardian', { role: 'guardian', own: { ...alone, children: 4 } }, null],
  ['brings the seventh', { role: 'guardian', own: { ...alone, children: 5 } }, 'too_many_children'],
  ['owes points', { own: { ...alone, owed: 1 } }, 'own_points_owed'],
  ['has something unsettled', { own: { ...alone, unsettled: 1 } }, 'own_unsettled'],
])('somebody who %s', (_, change, reason) => {
  const facts: JoinFacts = { role: 'family', home: { guardians: 1, family: 1, children: 2 }, own: alone }
  expect(checkJoin({ ...facts, ...change })?.reason ?? null).toBe(reason)
})

it.each([
  ['nobody else lives there', true, [0, 0], 1, { reason: 'lives_alone' }],
  ['another guardian stays', true, [1, 1], 2, { takesChildren: false, promotes: 0 }],
  ['the last guardian goes', true, [0, 1], 2, { takesChildren: true, promotes: 1 }],
  ['the last guardian of none goes', true, [0, 2], 0, { takesChildren: false, promotes: 2 }],
  ['one of the family goes', false, [1, 0], 2, { takesChildren: false, promotes: 0 }],
] as const)('moving out when %s', (_, guardian, [guardians, family], children, how) => {
  expect(leaving({ guardian, others: { guardians, family }, children })).toEqual(how)
})

it.each([
  [null, null, false],
  [CONSENT_VERSION, null, false],
  [null, NOW, false],
  [CONSENT_VERSION - 1, NOW, false],
  [CONSENT_VERSION, NOW, true],
])('consent to version %s at %s stands: %s', (consentVersion, consentedAt, stands) => {
  expect(consentStands({ consentVersion, consentedAt })).toBe(stands)
})

it('asks after twelve months whether an age band still fits', () => {
  expect(isAgeBandOld(NOW, NOW + AGE_BAND_STANDS - 1)).toBe(false)
  expect(isAgeBandOld(NOW, NOW + AGE_BAND_STANDS)).toBe(true)
})
