import type { OtherRefusal } from '@/contract/other-refusal'
import type { Refusal } from '@/domain/refusal'

/** What was answered, as far as the rules decide it. */
export type Answer = { done: Record<string, unknown> } | { refused: Refusal | OtherRefusal }

export const done = (facts: Record<string, unknown> = {}): Answer => ({ done: facts })
export const refuse = (refused: Refusal | OtherRefusal): Answer => ({ refused })
