import pino from 'pino'

/** Structured lines on standard output; ids and codes only, never names, tokens or payloads. */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: null,
  // A failed statement quotes its parameters in `detail`; a stack alone tells where.
  serializers: {
    error: (error: unknown) =>
      error instanceof Error
        ? {
            name: error.name,
            code: (error as { code?: unknown }).code,
            stack: error.stack?.split('\n').slice(0, 12).join('\n'),
          }
        : { name: typeof error },
  },
})
