/**
 * Runs work on a real PostgreSQL: DATABASE_URL, or one that npm brings along and that is gone afterwards.
 * @param options.durable false: it does not sync to disk, where nothing is measured
 */
export async function withPostgres<Result>(
  work: (server: string) => Promise<Result>,
  { durable = true } = {},
): Promise<Result> {
  if (durable) process.env.TEST_FSYNC = 'on'
  const { default: start } = await import('../../config/jest/postgres.mjs')
  const { default: stop } = await import('../../config/jest/postgres-stop.mjs')
  await start()
  try {
    return await work(process.env.TEST_DATABASE_URL ?? '')
  } finally {
    await stop()
  }
}
