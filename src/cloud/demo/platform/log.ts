import type { Instant } from '@/domain/time'

const KEPT = 500
/** Enough to tell two people apart, too little to find one. */
const SHOWN_OF_OPEN_ID = 6
const OPEN_IDS = ['openid', 'touser']

/** One question the platform was asked. */
export interface Heard {
  at: Instant
  path: string
  /** query and body in one, without the token, open ids cut short */
  asked: Record<string, unknown>
  /** null: none, or not yet */
  answer: Record<string, unknown> | 'image' | 'other' | null
}

/** What the stand-in was sent, the latest last; only in memory, and no more than a day's trying out needs. */
export class PlatformLog {
  private readonly heard: Heard[] = []

  note(at: Instant, path: string, asked: Record<string, unknown>): Heard {
    const entry: Heard = { at, path, asked: withoutOpenIds(asked), answer: null }
    this.heard.push(entry)
    if (this.heard.length > KEPT) this.heard.shift()
    return entry
  }

  entries(): readonly Heard[] {
    return this.heard
  }
}

function withoutOpenIds(asked: Record<string, unknown>): Record<string, unknown> {
  const pairs = Object.entries(asked).map(([name, value]) =>
    OPEN_IDS.includes(name) && typeof value === 'string'
      ? [name, `${value.slice(0, SHOWN_OF_OPEN_ID)}…`]
      : [name, value],
  )
  return Object.fromEntries(pairs) as Record<string, unknown>
}
