import type { Transaction } from './database'

/**
 * For a statement that reads a great part of a community, and seldom: until the transaction ends, statements are planned
 * for the very span they ask, not once for any (which then reads the whole table), and steps have the memory for fifty
 * thousand lines.
 */
export async function allowLargeReads(tx: Transaction): Promise<void> {
  await tx.query(
    `SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('work_mem', '32MB', true)`,
  )
}
