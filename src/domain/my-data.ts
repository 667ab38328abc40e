import type { AgeBand } from './age-band'
import type { AuditAction } from './audit'
import type { MessageTemplate } from './platform-message'
import type { DisputeCause, DisputeState } from './dispute'
import type { Role } from './role'
import type { Instant } from './time'

/** What is kept of a resident, by what it is about. */
export const MY_SECTIONS = [
  'profile',
  'household',
  'places',
  'waiting',
  'applications',
  'services',
  'points',
  'disputes',
  'notices',
  'messages',
  'seen',
  'acts',
] as const
export type MySection = (typeof MY_SECTIONS)[number]

/** Of whom a row is: the resident, a child by its nickname, or somebody else of the family, who is not named. */
type Whose = string

interface OfSession {
  title: string | null
  startsAt: Instant | null
}

/** Rows as they are kept, by section; times in epoch milliseconds, people of the own household by role and nickname. */
export interface MyRows {
  profile: {
    name: string | null
    role: Role
    joinedAt: Instant
    confirmedAt: Instant | null
    phone: string | null
    volunteerNumber: string | null
    hoursOnly: boolean
    namedInHonours: boolean
    namedToNeighbours: boolean
    team: string | null
    skills: string[]
    suspendedUntil: Instant | null
    suspensionCause: string | null
    /** days on which the resident does not serve; `until` left out */
    leaves: { from: Instant; until: Instant }[]
  }
  household: {
    kind: 'address' | 'resident' | 'child'
    name: string | null
    gridName: string | null
    /** of an address: a door is kept as well, as a hash alone */
    door: boolean
    guardian: boolean
    ageBand: AgeBand | null
    ageBandSetAt: Instant | null
    consentVersion: number | null
    consentedAt: Instant | null
    /** the asking resident consented */
    consentedByMe: boolean
  }
  places: OfSession & {
    at: Instant
    slotTitle: string
    whose: Whose
    paid: number
    cancelledAt: Instant | null
    cancelledLate: boolean
    checkedInAt: Instant | null
    checkedOutAt: Instant | null
    outcome: 'present' | 'absent' | null
  }
  waiting: OfSession & {
    at: Instant
    slotTitle: string
    usePoints: boolean
    offers: number
    endedAt: Instant | null
  }
  applications: OfSession & { at: Instant; points: number; withdrawnAt: Instant | null; won: boolean }
  services: OfSession & { at: Instant; slotTitle: string; minutes: number; points: number }
  points: OfSession & {
    at: Instant
    amount: number
    balance: number
    kind: string
    whose: Whose
    expiresAt: Instant | null
  }
  disputes: {
    at: Instant
    cause: DisputeCause
    note: string
    state: DisputeState
    answerNote: string | null
    endedAt: Instant | null
  }
  notices: OfSession & {
    at: Instant
    kind: string
    readAt: Instant | null
    points: number | null
    until: Instant | null
    about: string | null
    change: unknown
  }
  messages: {
    at: Instant
    kind: 'accept' | 'reminder' | 'wrong_number'
    template: MessageTemplate | null
    left: number
    title: string | null
  }
  /** what cadres did to the resident, or by which they saw names of sessions with a place of theirs */
  seen: OfSession & { at: Instant; action: AuditAction; role: Role; why: string | null }
  /** what the resident did that the log notes */
  acts: OfSession & { at: Instant; action: AuditAction; why: string | null }
}
