import { SECOND } from '@/domain/time'
import { askedOnce } from '../asked-once'
import type { Database } from '../db/database'
import { outboxFigures, type OutboxFigures } from '../repositories/platform-message'

/** Whoever looks wants the other figures, all the more while the database is away. */
const LIMIT = 2 * SECOND

/**
 * @param holds milliseconds for which what was read is told again
 * @returns reads; null when the database does not answer
 */
export function createOutboxFigures(database: Database, holds: number): () => Promise<OutboxFigures | null> {
  const read = () => database.transaction(outboxFigures).catch(() => null)
  return askedOnce(read, { within: LIMIT, holdsFor: holds, late: null as OutboxFigures | null })
}
