import type { Instant } from '@/domain/time'
import type { PersonRow } from '../repositories/household'

/** Who has not joined yet is asked about like a resident who joined this moment. */
export const stranger = (now: Instant): PersonRow => ({
  kind: 'resident',
  id: 'self',
  householdId: '',
  name: null,
  confirmed: false,
  consented: true,
  ageBand: null,
  skills: [],
  pointsUsableFrom: now,
  suspendedUntil: null,
  suspensionCause: null,
  teamId: null,
})
