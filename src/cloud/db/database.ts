/** A value PostgreSQL takes as a parameter. Times are numbers (bigint milliseconds). */
export type Parameter = string | number | boolean | null | readonly (string | number | boolean | null)[]

/** One open transaction. Statements run in the order in which they are asked, also those asked at once. */
export interface Transaction {
  query<Row>(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>
  /**
   * The transaction's last statements, all asked at once: on a server the commit leaves with them, which saves
   * waiting for it alone. Resolves when it is committed, and rejects, rolled back, when one of them fails.
   */
  last(statements: () => Promise<unknown>): Promise<void>
}

/** Connections to a server, and who waits for one. */
export interface Connections {
  inUse: number
  idle: number
  waiting: number
}

/** PostgreSQL, in one of two forms: a server (pg) or a folder (PGlite). */
export interface Database {
  /**
   * READ COMMITTED: lock first, then read facts in a later statement. Rolls back when `work` throws.
   * @param requestIds for whom, asked when it begins: a server knows the transaction by them
   */
  transaction<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    requestIds?: () => readonly string[],
  ): Promise<Result>
  close(): Promise<void>
  /** of a server; a folder has none */
  connections?(): Connections
}

/** The database as one request uses it: a server knows its transactions by the request's id. */
export function ofRequest(database: Database, requestId: string | null): Database {
  if (requestId === null) return database
  return { ...database, transaction: (work) => database.transaction(work, () => [requestId]) }
}

/** What was read before a lock no longer holds behind it: the same request is run again on the new state. */
export class Overtaken extends Error {
  override name = 'Overtaken'
}

/** PostgreSQL's code for a failed statement (SQLSTATE), on both adapters; null for other errors. */
export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const UNIQUE_VIOLATION = '23505'

/** True when the same request may succeed if it is simply run again on the new state. */
export function isWorthRetrying(error: unknown): boolean {
  if (error instanceof Overtaken) return true
  const state = sqlState(error)
  return state === SERIALIZATION_FAILURE || state === DEADLOCK || state === UNIQUE_VIOLATION
}

/** lock_not_available, query_canceled, idle_in_transaction_session_timeout */
const TIMEOUTS = ['55P03', '57014', '25P03']

/** True when the database cannot be reached, is going away or too busy: not the request's fault. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== null) return /^(08|53|57P)/.test(state) || TIMEOUTS.includes(state)
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return (
    (typeof code === 'string' && /^(ECONN|ETIMEDOUT|ENOTFOUND|EPIPE|EAI_AGAIN)/.test(code)) ||
    (typeof message === 'string' &&
      /Connection terminated|timeout exceeded when trying to connect/.test(message))
  )
}
