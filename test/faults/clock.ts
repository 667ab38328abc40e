import type { Instant } from '@/domain/time'

/** The time of the campaign: the real one, moved ahead. */
export class Clock {
  /** milliseconds */
  ahead = 0
  now = (): Instant => Date.now() + this.ahead
}
