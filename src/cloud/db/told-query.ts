import { SECOND } from '@/domain/time'

/** A query that took long, or failed. */
export interface ToldQuery {
  /** of the requests it was for; none: of a tick, say */
  requestIds: readonly string[]
  /** as the program has it, in one line: without a value in it */
  sql: string
  /** without what it waited for others of its own transaction, in milliseconds */
  took: number
  /** of the error, SQLSTATE where PostgreSQL gave one; null: it went well */
  code: string | null
}

export interface QueryListener {
  tell: (query: ToldQuery) => void
  /** milliseconds from which a query is slow */
  slowAfter?: number
}

const SLOW_AFTER = SECOND
const LONGEST = 500
/** A query after one that failed, in the same transaction: nobody has done it wrong. */
const ABORTED = '25P02'

/** Watches the queries of one transaction, which the server answers in their order. */
export function watching(listener: QueryListener | undefined, requestIds: readonly string[]) {
  let answeredAt = 0
  return async <Result>(sql: string, query: Promise<Result>): Promise<Result> => {
    if (!listener) return query
    const askedAt = performance.now()
    const told = (code: string | null) => {
      const began = Math.max(askedAt, answeredAt)
      answeredAt = performance.now()
      const took = Math.round(answeredAt - began)
      if (code === ABORTED || (code === null && took < (listener.slowAfter ?? SLOW_AFTER))) return
      listener.tell({ requestIds, sql: sql.replace(/\s+/g, ' ').trim().slice(0, LONGEST), took, code })
    }
    try {
      const result = await query
      told(null)
      return result
    } catch (error) {
      told(codeOf(error))
      throw error
    }
  }
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code
  // Said in words by what lost its connection; words may quote.
  return typeof code === 'string' ? code : 'none'
}
