import { SECOND } from '@/domain/time'
import { atMost } from '../at-most'
import type { Database } from '../db/database'
import { outboxFigures, type OutboxFigures } from '../repositories/platform-message'

/** Whoever looks wants the other figures, all the more while the database is away. */
const LIMIT = 2 * SECOND

/**
 * @param holds milliseconds for which what was read is told again
 * @returns reads; null when the database does not answer
 */
export function createOutboxFigures(database: Database, holds: number): () => Promise<OutboxFigures | null> {
  let readAgainAt = 0
  let figures: Promise<OutboxFigures | null> = Promise.resolve(null)
  return () => {
    if (performance.now() < readAgainAt) return figures
    readAgainAt = performance.now() + Math.max(holds, LIMIT)
    const reading = database.transaction(outboxFigures).catch(() => null)
    figures = atMost(LIMIT, reading, null).then((read) => {
      readAgainAt = performance.now() + holds
      return read
    })
    return figures
  }
}
