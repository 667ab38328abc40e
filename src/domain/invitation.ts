import { MOST_CHILDREN, MOST_GUARDIANS } from './household-merge'
import { DAY, type Instant } from './time'

/** An invitation ends after so long; so does the guardian's time to confirm who accepted it. */
export const INVITATION_LASTS = 7 * DAY
export const MOST_FAMILY = 2
/** Invitations of one household that are out at once. */
export const MOST_INVITATIONS = 4

export const FAMILY_ROLES = ['guardian', 'family'] as const
export type FamilyRole = (typeof FAMILY_ROLES)[number]

/** How many of a role a household has room for. */
export const roomFor = (role: FamilyRole) => (role === 'guardian' ? MOST_GUARDIANS : MOST_FAMILY)

export interface Invitation {
  householdId: string
  role: FamilyRole
  expiresAt: Instant
  /** who accepted it and waits for the guardian; null: nobody yet */
  acceptedBy: string | null
  endedBy: 'joined' | 'withdrawn' | 'declined' | null
}

/**
 * As it stands for whoever opens its link: `own`: sent by their own household; `waiting`: accepted by them, and a
 * guardian has yet to confirm; `joined`: they are in; `used`: somebody else accepted it.
 */
export type InvitationState =
  'open' | 'own' | 'waiting' | 'joined' | 'used' | 'withdrawn' | 'declined' | 'lapsed'

/** @param asker null: no member of the community yet */
export function invitationState(
  { householdId, expiresAt, acceptedBy, endedBy }: Invitation,
  asker: { id: string; householdId: string } | null,
  now: Instant,
): InvitationState {
  const mine = asker !== null && acceptedBy === asker.id
  if (endedBy === 'joined') return mine ? 'joined' : 'used'
  if (endedBy === 'declined') return mine ? 'declined' : 'used'
  if (endedBy === 'withdrawn') return 'withdrawn'
  if (now >= expiresAt) return 'lapsed'
  if (asker?.householdId === householdId) return 'own'
  if (acceptedBy !== null) return mine ? 'waiting' : 'used'
  return 'open'
}

/** Grown-ups of a household by what they are in it. */
export interface Grownups {
  guardians: number
  family: number
}

export type InviteRefusal =
  /** the household has as many of this role as there is room for */
  | { reason: 'role_full'; role: FamilyRole; max: number }
  /** so many invitations are out already */
  | { reason: 'too_many_invitations'; max: number }

export function checkInvite(home: Grownups, out: number, role: FamilyRole): InviteRefusal | null {
  if (isFull(home, role)) return { reason: 'role_full', role, max: roomFor(role) }
  return out >= MOST_INVITATIONS ? { reason: 'too_many_invitations', max: MOST_INVITATIONS } : null
}

function isFull(home: Grownups, role: FamilyRole): boolean {
  return (role === 'guardian' ? home.guardians : home.family) >= roomFor(role)
}

/** What is asked before somebody goes over to another household with all that is theirs. */
export interface JoinFacts {
  role: FamilyRole
  home: Grownups & { children: number }
  /** the household that is given up */
  own: {
    grownups: number
    children: number
    /** open disputes, and draws to come */
    unsettled: number
    /** points that corrections could not take */
    owed: number
  }
}

export type JoinRefusal =
  | { reason: 'role_full'; role: FamilyRole; max: number }
  /** one household each: who lives with others moves out of there first */
  | { reason: 'lives_with_others' }
  /** children come along with their guardian, and family members consent for none */
  | { reason: 'children_need_guardian' }
  | { reason: 'too_many_children'; max: number }
  | { reason: 'own_points_owed'; points: number }
  | { reason: 'own_unsettled'; count: number }

/** Whether somebody may go over; asked when they accept, and again when the guardian confirms. */
export function checkJoin({ role, home, own }: JoinFacts): JoinRefusal | null {
  if (isFull(home, role)) return { reason: 'role_full', role, max: roomFor(role) }
  if (own.grownups > 1) return { reason: 'lives_with_others' }
  if (own.children > 0 && role === 'family') return { reason: 'children_need_guardian' }
  if (home.children + own.children > MOST_CHILDREN) return { reason: 'too_many_children', max: MOST_CHILDREN }
  if (own.owed > 0) return { reason: 'own_points_owed', points: own.owed }
  return own.unsettled > 0 ? { reason: 'own_unsettled', count: own.unsettled } : null
}

/** Why an invitation cannot be accepted, by how it stands. */
export type InvitationRefusal = {
  reason:
    'invitation_own' | 'invitation_used' | 'invitation_withdrawn' | 'invitation_lapsed' | 'already_joined'
}

/** @returns null when it can be, or was by the same person */
export function whyNotAccept(state: InvitationState): InvitationRefusal | null {
  switch (state) {
    case 'open':
    case 'waiting':
      return null
    case 'own':
      return { reason: 'invitation_own' }
    case 'joined':
      return { reason: 'already_joined' }
    case 'used':
    case 'declined':
      return { reason: 'invitation_used' }
    case 'withdrawn':
      return { reason: 'invitation_withdrawn' }
    case 'lapsed':
      return { reason: 'invitation_lapsed' }
  }
}
