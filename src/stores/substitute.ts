import { carryOut } from './ask'
import type { Outcome } from './next-step'

/** The post goes to who waits, or a link comes by which somebody else may take it. */
export async function passOnPost(communityId: string, bookingId: string): Promise<Outcome> {
  const result = await carryOut('passOnPost', { communityId, bookingId })
  if (!result.ok) return { is: 'failed', error: result.error }
  return { is: result.data.substituteId === null ? 'passed_on' : 'seeking' }
}

export async function withdrawSubstitute(communityId: string, substituteId: string): Promise<Outcome> {
  const result = await carryOut('withdrawSubstitute', { communityId, substituteId })
  return result.ok ? { is: 'kept' } : { is: 'failed', error: result.error }
}

/** In the stead of somebody else in the household. */
export async function takeOverPost(communityId: string, bookingId: string): Promise<Outcome> {
  const result = await carryOut('takeOverPost', { communityId, bookingId })
  return result.ok ? { is: 'taken_over' } : { is: 'failed', error: result.error }
}
