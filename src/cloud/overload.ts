import type { Instant } from '@/domain/time'
import { createRateLimit } from './rate-limit'

/** Keeps a server from taking on more than it can answer soon. */
export interface Admission {
  /** @returns false: sent away; true: taken on, until {@link Admission.leave} */
  enter(now: Instant): boolean
  leave(): void
}

interface Room {
  /** in progress at a time, as long as it lasts */
  atATime: number
  /** so many more in a rush: at ten o'clock all come at once and all are answered, only not at once */
  rush: { atOnce: number; perSecond: number }
}

/** As many as there are connections to the database: more would only wait. Two thousand look and book in a rush. */
const ROOM: Room = { atATime: 8, rush: { atOnce: 4000, perSecond: 40 } }

/** In the memory of this process. A rush is let in whole; what lasts is let in as fast as it is answered. */
export function createAdmission({ atATime, rush }: Room = ROOM): Admission {
  const more = createRateLimit(rush)
  let inProgress = 0
  return {
    enter(now) {
      if (inProgress >= atATime && more.take('', now) > 0) return false
      inProgress += 1
      return true
    },
    leave() {
      inProgress -= 1
    },
  }
}

/** Seconds to wait before asking again; not the same for all, or they would come back as one. */
export function retryAfter(): string {
  return String(1 + Math.floor(Math.random() * 4))
}
