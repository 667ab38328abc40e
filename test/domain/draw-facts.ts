import { createHash } from 'node:crypto'
import type { DrawApplication, FrozenList } from '@/domain/draw'

/** Ids as the application makes them, in rising order. */
export const applicationId = (index: number) => `app${String(index).padStart(9, '0')}`

export function application(index: number, overrides: Partial<DrawApplication> = {}): DrawApplication {
  return { id: applicationId(index), places: 1, weight: 1, newcomer: false, ...overrides }
}

export function frozenList(capacity: number, applications: DrawApplication[]): FrozenList {
  return { slotId: 'slot00000000', capacity, applications }
}

/** As good as chance, and the same in every run. */
export const seedNumber = (index: number) => createHash('sha256').update(`seed ${index}`).digest('hex')
