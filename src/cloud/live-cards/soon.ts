import { SECOND } from '@/domain/time'

const WAIT = 3 * SECOND

/**
 * Does something about a community soon after it was called for: at once for all calls within a few seconds, and never
 * twice at a time. `run` must not throw.
 */
export function createSoon(
  run: (communityId: string) => Promise<void>,
  wait: number = WAIT,
): (communityId: string) => void {
  const calledFor = new Set<string>()
  const running = new Set<string>()
  const start = async (communityId: string) => {
    running.add(communityId)
    calledFor.delete(communityId)
    await run(communityId)
    running.delete(communityId)
    if (calledFor.has(communityId)) later(communityId)
  }
  const later = (communityId: string) => void setTimeout(() => void start(communityId), wait).unref()
  return (communityId) => {
    if (calledFor.has(communityId)) return
    calledFor.add(communityId)
    if (!running.has(communityId)) later(communityId)
  }
}
