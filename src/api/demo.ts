import type { Instant } from '@/domain/time'
import { fetchJson } from './transport.h5'

/** Somebody one can be while trying Linli out. */
export interface Persona {
  /** what signIn takes */
  code: string
  name: string
  title: string
  why: string
}

// Beside a mini-program there is no demo; chosen by a constant, so that fetch itself stays out of its build.
const ask: typeof fetchJson = process.env.TARO_ENV === 'h5' ? fetchJson : () => Promise.resolve(null)

/** @returns null outside demo mode */
export async function listPersonas(): Promise<Persona[] | null> {
  const answer = (await ask('/demo/personas')) as { personas?: Persona[] } | null
  return Array.isArray(answer?.personas) ? answer.personas : null
}

export type ClockMove = { advanceMinutes: number } | { to: Instant } | { reset: true }

/** Moves the demo server's clock. @returns its new time, or null when it did not move */
export async function moveClock(move: ClockMove): Promise<Instant | null> {
  const body = 'to' in move ? { to: new Date(move.to).toISOString() } : move
  const answer = (await ask('/demo/clock', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })) as { now?: string } | null
  const now = Date.parse(answer?.now ?? '')
  return Number.isFinite(now) ? now : null
}
