import { DAY, type Instant } from './time'

/** Of the consent text a guardian agrees to; who agreed to an earlier one is asked again before the next booking. */
export const CONSENT_VERSION = 2

/** Children grow: after so long their guardian is asked whether the age band still fits. */
export const AGE_BAND_STANDS = 365 * DAY

/** What is kept of a guardian's consent for a child; nulls: none, or taken back. */
export interface Consent {
  consentVersion: number | null
  consentedAt: Instant | null
}

export function consentStands({ consentVersion, consentedAt }: Consent): boolean {
  return consentedAt !== null && (consentVersion ?? 0) >= CONSENT_VERSION
}

/** It bars nothing: the guardian is asked, and the band stands until they answer. */
export function isAgeBandOld(setAt: Instant, now: Instant): boolean {
  return now >= setAt + AGE_BAND_STANDS
}

/** A removed child's nickname is kept for a session whose books are open, but no longer than this after its end. */
export const BOOKS_FORGOTTEN_AFTER = 30 * DAY
