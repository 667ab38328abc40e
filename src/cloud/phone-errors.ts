import { STACK_MOST, withoutPeople, type PhoneError } from '@/domain/phone-error'
import type { Instant } from '@/domain/time'
import { log } from './log'
import { createRateLimit } from './rate-limit'

/** A release that breaks on every phone must not fill the disk: enough to read, and then one a second. */
const lines = createRateLimit({ atOnce: 60, perSecond: 1 })
const ALL = 'all'

const counted = { told: 0, dropped: 0 }

/** What phones have reported since this process began; `dropped` came too fast and was not logged. */
export const phoneErrors = (): { told: number; dropped: number } => ({ ...counted })

/** Writes what went wrong on a phone into the log. A phone has left people out; who calls need not be one. */
export function notePhoneError(error: PhoneError, now: Instant): void {
  if (lines.take(ALL, now) > 0) {
    counted.dropped += 1
    return
  }
  counted.told += 1
  const { kind, ...told } = error
  const phone = Object.fromEntries(
    Object.entries(told).map(([name, text]) => [name, withoutPeople(text, STACK_MOST)]),
  )
  log.warn({ phone: { kind, ...phone } }, 'phone error')
}
