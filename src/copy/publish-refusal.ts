import type { OtherRefusal } from '@/contract/other-refusal'

const REASONS = ['call_changed', 'call_over', 'holidays_changed'] as const
export type PublishRefusal = Extract<OtherRefusal, { reason: (typeof REASONS)[number] }>

export function isOfPublishing(refusal: OtherRefusal): refusal is PublishRefusal {
  return (REASONS as readonly string[]).includes(refusal.reason)
}

/** Of changing what colleagues change too: a published call, and a year's days off. */
export function explainPublishing(refusal: PublishRefusal): string {
  switch (refusal.reason) {
    case 'call_changed':
      return '刚才有同事也改了这个招募。先看看现在的样子，再决定改不改。'
    case 'call_over':
      return '这个招募的场次都结束了，不用再改。'
    case 'holidays_changed':
      return '刚才有同事也改了这一年的放假安排。先看看现在的样子，再决定改不改。'
  }
}
