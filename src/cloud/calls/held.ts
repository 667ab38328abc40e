import { checkCall } from '@/domain/call'
import { contentStep, type ContentVerdict, type HeldState } from '@/domain/content-check'
import type { Role } from '@/domain/role'
import type { Instant } from '@/domain/time'
import type { Transaction } from '../db/database'
import { deleteHeldCall, saveHeldCall, type HeldCall } from '../repositories/held-call'
import { publish, type Published } from './publish'

/**
 * Goes on with a held call, locked, by what is said of its texts now.
 * @param author.role decides what the call may promise
 * @returns what was published, or how it waits on
 */
export async function goOn(
  tx: Transaction,
  communityId: string,
  held: HeldCall,
  verdict: ContentVerdict,
  { author, now }: { author: { id: string; role: Role }; now: Instant },
): Promise<{ published: Published } | { state: HeldState }> {
  const tries = held.tries + 1
  const step = contentStep(verdict, tries, now)
  if (step.step === 'publish') {
    if (checkCall(held.draft, author.role, now).length > 0) {
      await saveHeldCall(tx, communityId, { ...held, state: 'outdated', label: null, tries, nextTryAt: null })
      return { state: 'outdated' }
    }
    await deleteHeldCall(tx, communityId, held.id)
    return { published: await publish(tx, communityId, held.draft, { publishedBy: author.id, now }) }
  }
  const wait = step.step === 'refuse' ? { state: 'risky' as const, label: step.label, nextTryAt: null } : step
  const { state, label, nextTryAt } = wait
  await saveHeldCall(tx, communityId, { id: held.id, state, label, tries, nextTryAt })
  return { state }
}
