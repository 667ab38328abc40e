import { MINUTE, type Instant } from './time'

/** What the platform finds wrong with a text (labels of msgSecCheck 2.0). */
export const CONTENT_LABELS = [
  'advert',
  'politics',
  'vulgar',
  'abuse',
  'crime',
  'fraud',
  'indecent',
  'copyright',
  'other',
] as const
export type ContentLabel = (typeof CONTENT_LABELS)[number]

/** The platform's word on a text, or why there is none. */
export type ContentVerdict =
  | { suggest: 'pass' }
  | { suggest: 'review' | 'risky'; label: ContentLabel }
  /** `stale_identity`: the platform only checks for somebody who used the mini-program within two hours */
  | { suggest: 'unanswered'; cause: 'no_answer' | 'too_often' | 'stale_identity' }

/** Why a text that somebody wants to publish has to wait. */
export type HeldState =
  /** nobody has checked it yet; asked again at `nextTryAt`, or by its author when that is null */
  | 'unanswered'
  /** the platform wants a person to look at it */
  | 'review'
  /** found risky on a later try */
  | 'risky'
  /** passed, when the rules of a call did not hold any more */
  | 'outdated'

export type ContentStep =
  | { step: 'publish' }
  | { step: 'refuse'; label: ContentLabel }
  | { step: 'hold'; state: HeldState; label: ContentLabel | null; nextTryAt: Instant | null }

const LONGEST_WAIT = 30 * MINUTE

/**
 * What is to be done with a text now.
 * @param verdict the platform's
 * @param tries how often it was asked before without an answer
 */
export function contentStep(verdict: ContentVerdict, tries: number, now: Instant): ContentStep {
  switch (verdict.suggest) {
    case 'pass':
      return { step: 'publish' }
    case 'risky':
      return { step: 'refuse', label: verdict.label }
    case 'review':
      return { step: 'hold', state: 'review', label: verdict.label, nextTryAt: null }
    case 'unanswered': {
      const nextTryAt = verdict.cause === 'stale_identity' ? null : now + waitAfter(tries)
      return { step: 'hold', state: 'unanswered', label: null, nextTryAt }
    }
  }
}

// 1, 2, 4 … minutes: a platform in trouble is not helped by asking it at once.
function waitAfter(tries: number): number {
  return Math.min(LONGEST_WAIT, MINUTE * 2 ** Math.min(tries, 10))
}

/** Why a text cannot be shown now, where what it belongs to cannot wait; null when it can. */
export function whyNotShown(
  verdict: ContentVerdict,
): { reason: 'content_refused'; label: ContentLabel } | { reason: 'content_unchecked' } | null {
  if (verdict.suggest === 'pass') return null
  return verdict.suggest === 'risky'
    ? { reason: 'content_refused', label: verdict.label }
    : { reason: 'content_unchecked' }
}
