import pino from 'pino'
import type { QueryListener } from './db/told-query'

/** Structured lines on standard output; ids and codes only, never names, tokens or payloads. */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: null,
  // Messages quote what was given: parameters, addresses with their secrets. Where it happened is enough.
  serializers: {
    error: (error: unknown) =>
      error instanceof Error
        ? {
            name: error.name,
            code: (error as { code?: unknown }).code,
            stack: placesOf(error),
          }
        : { name: typeof error },
  },
})

/** Slow and failed queries, by the ids of their requests. */
export const queryLog: QueryListener = {
  tell: ({ requestIds, ...query }) => {
    const [requestId = null] = requestIds
    const whose = requestIds.length > 1 ? { requestIds } : { requestId }
    log.warn({ ...whose, ...query }, query.code === null ? 'query slow' : 'query failed')
  },
}

function placesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
}
