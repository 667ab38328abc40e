import pino from 'pino'

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

function placesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
}
