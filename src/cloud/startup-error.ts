/** Something the operator has to change before the program can run: one sentence, no stack trace. */
export class StartupError extends Error {
  override name = 'StartupError'
}

/** Ends the program with the sentence of a {@link StartupError}; anything else is a bug and keeps its stack. */
export function exitWith(error: unknown): never {
  if (error instanceof StartupError) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}
