import type { Notice } from '@/contract/list-notices'
import type { MessageTemplate } from '@/domain/platform-message'

const TEMPLATES: Partial<Record<Notice['kind'], MessageTemplate>> = {
  draw_won: 'booked',
  booked_for_you: 'booked',
  opening_soon: 'opening',
  booked_from_waitlist: 'vacancy',
  waitlist_offer: 'offer',
  substitute_offer: 'offer',
  starts_tomorrow: 'reminder',
  starts_soon: 'reminder',
  session_cancelled: 'change',
  session_changed: 'change',
  call_changed: 'change',
  place_lost: 'change',
  points_credited: 'points',
}

/** The kind of message that brings a notice; null: it is for the inbox alone. */
export function templateOf(kind: Notice['kind']): MessageTemplate | null {
  return TEMPLATES[kind] ?? null
}
