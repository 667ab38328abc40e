import { DAY, type Instant } from './time'

interface Times {
  drawAt: Instant
  /** of the session */
  startsAt: Instant
}

/**
 * How long a draw waits for its public number before it is run without: a day, or half of the time to the start where
 * that is less, so that winners can plan and losers stand in line.
 */
export function numberUntil({ drawAt, startsAt }: Times): Instant {
  return Math.min(drawAt + DAY, drawAt + Math.floor((startsAt - drawAt) / 2))
}

/** Who published it is reminded half-way. */
export function numberAskedFrom(times: Times): Instant {
  return times.drawAt + Math.floor((numberUntil(times) - times.drawAt) / 2)
}

/** A draw that is not run yet, after its time. */
export interface WaitingDraw extends Times {
  frozenAt: Instant | null
  wantsNumber: boolean
  numberAskedAt: Instant | null
}

/** `freeze` leads on to what comes after it; `wait`: for the number. */
export function drawStep(draw: WaitingDraw, now: Instant): 'freeze' | 'draw' | 'ask' | 'wait' {
  if (draw.frozenAt === null) return 'freeze'
  if (!draw.wantsNumber || now >= numberUntil(draw)) return 'draw'
  return draw.numberAskedAt === null && now >= numberAskedFrom(draw) ? 'ask' : 'wait'
}
