import { MOST_GUARDIANS } from './household-merge'

/** What is asked about somebody who moves out of a household, into one of their own. */
export interface LeavingFacts {
  guardian: boolean
  /** the others of the household */
  others: { guardians: number; family: number }
  children: number
}

export interface Leaving {
  /** no other guardian is left, so the children move along */
  takesChildren: boolean
  /** family members who stay behind without a guardian, and answer for themselves from then on */
  promotes: number
}

export type LeavingRefusal =
  /** nobody else lives there: a new address is all it takes */
  { reason: 'lives_alone' }

/** Children stay with the guardian who stays; points stay with the household. */
export function leaving({ guardian, others, children }: LeavingFacts): Leaving | LeavingRefusal {
  if (others.guardians + others.family === 0) return { reason: 'lives_alone' }
  const orphaned = guardian && others.guardians === 0
  return {
    takesChildren: orphaned && children > 0,
    promotes: orphaned ? Math.min(others.family, MOST_GUARDIANS) : 0,
  }
}
