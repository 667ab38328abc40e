/**
 * Runs work on a real PostgreSQL that syncs to disk: DATABASE_URL, or one that npm brings along and that
 * is gone afterwards.
 */
export async function withPostgres<Result>(work: (server: string) => Promise<Result>): Promise<Result> {
  process.env.TEST_FSYNC = 'on'
  const { default: start } = await import('../../config/jest/postgres.mjs')
  const { default: stop } = await import('../../config/jest/postgres-stop.mjs')
  await start()
  try {
    return await work(process.env.TEST_DATABASE_URL ?? '')
  } finally {
    await stop()
  }
}
