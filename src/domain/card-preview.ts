import { ACTIVITY_KINDS, type ActivityKind } from './activity'
import type { LinkQuery } from './link'
import { DAY, MINUTE, type Instant } from './time'

/** What a card itself tells of its session, before any server was asked. */
export interface CardPreview {
  title: string
  place: string
  kind: ActivityKind
  startsAt: Instant
  endsAt: Instant
}

const MOST_LETTERS = 30
// A moment in whole minutes to the base of 36, of this century.
const START = /^[0-9a-z]{5,6}$/
const LENGTH = /^[0-9]{1,4}$/
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/** As a card carries it beside its link: t title, p place, k kind, b beginning, m minutes. */
export function previewQuery({ title, place, kind, startsAt, endsAt }: CardPreview): Record<string, string> {
  return {
    t: title,
    p: place,
    k: kind,
    b: Math.floor(startsAt / MINUTE).toString(36),
    m: String(Math.round((endsAt - startsAt) / MINUTE)),
  }
}

/**
 * Reads it back. Anybody can write a card, so it is text to be looked at for a moment and nothing else.
 * @param query as the platform hands it to the page, values decoded or not
 * @returns null when it is missing, cut off or no preview
 */
export function readPreview({ t, p, k, b, m }: LinkQuery): CardPreview | null {
  const title = lineOf(t)
  const kind = ACTIVITY_KINDS.find((it) => it === k)
  if (title === '' || !kind || !START.test(b ?? '') || !LENGTH.test(m ?? '')) return null
  const startsAt = parseInt(b ?? '', 36) * MINUTE
  const lasts = Number(m) * MINUTE
  if (lasts <= 0 || lasts > DAY) return null
  return { title, place: lineOf(p), kind, startsAt, endsAt: startsAt + lasts }
}

function lineOf(value: unknown): string {
  if (typeof value !== 'string') return ''
  const seen = decoded(value).replace(UNSEEN, '').trim()
  return [...seen].slice(0, MOST_LETTERS).join('')
}

// One side decodes what the other hands on as it came: a percent sign that was meant is no escape.
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
