import { isWorthRetrying } from './db/database'

const ATTEMPTS = 4

/** Two requests met (the same one twice, or a deadlock): on the new state it is decided again. */
export async function retrying<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (tried === ATTEMPTS || !isWorthRetrying(error)) throw error
    }
  }
}
