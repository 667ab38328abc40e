import type { ActivityKind } from '@/domain/activity'
import { previewQuery } from '@/domain/card-preview'
import type { Instant } from '@/domain/time'
import { ACTIVITY_WORDS } from './activity'
import { clock, date, isWithinWeek, weekday } from './date'
import { clippedTo, widthOf } from './letters'
import type { SlotFigures } from './slot'

/** What a card is made of. */
export interface CardFacts {
  title: string
  place: string
  community: string
  kind: ActivityKind
  startsAt: Instant
  endsAt: Instant
  cancelled: boolean
  slots: CardSlot[]
}
export type CardSlot = Pick<SlotFigures, 'kind' | 'capacity' | 'held' | 'opensAt' | 'drawAt' | 'drawnAt'>

/** A card in a chat: its line, what its link carries beside the ids, and the words of its picture. No names. */
export interface ShareCard {
  title: string
  query: Record<string, string>
  picture: CardPicture
}
export interface CardPicture {
  kind: string
  community: string
  title: string
  day: string
  hours: string
  place: string
  /** what is still needed; empty: nothing is to be said */
  need: string
  /** beside it */
  more: string
  /** hands are missing: the colour of that */
  urgent: boolean
}

/** Two lines of a card, in halves of a Chinese character. */
export const TITLE_WIDTH = 48
/** Less of an activity's name says nothing. */
const LEAST_OF_NAME = 14

/**
 * A card lies in a chat for days, so it never says 今天 or 明天. Within a week the weekday tells the day; the picture
 * names the date as well.
 */
export function shareCard(facts: CardFacts, now: Instant): ShareCard {
  const { title, place, community, kind, startsAt, endsAt } = facts
  const { need, more, urgent } = needOf(facts, now)
  return {
    title: titleOf(facts, now, [need, more].filter(Boolean)),
    query: previewQuery({ title, place, kind, startsAt, endsAt }),
    picture: {
      kind: ACTIVITY_WORDS[kind].name,
      ...{ community, title, place, need, more, urgent },
      day: `${date(startsAt, now)} ${weekday(startsAt)}`,
      hours: `${clock(startsAt, false)}–${clock(endsAt, false)}`,
    },
  }
}

function titleOf(
  { title, startsAt }: Pick<CardFacts, 'title' | 'startsAt'>,
  now: Instant,
  needs: string[],
): string {
  const end = ` ${short(startsAt, now)}${needs.length > 0 ? `|${needs.join(' ')}` : ''}`
  const room = TITLE_WIDTH - widthOf(end)
  if (needs.length > 1 && room < Math.min(LEAST_OF_NAME, widthOf(title)))
    return titleOf({ title, startsAt }, now, needs.slice(0, 1))
  return `${clippedTo(title, room)}${end}`
}

/** 还差2人, 剩6个名额, 周六10:00开放, 周五20:00抽签, 已满可候补; of what is over: 已结束. */
function needOf({ slots, startsAt, endsAt, cancelled }: CardFacts, now: Instant) {
  const quiet = (need: string) => ({ need, more: '', urgent: false })
  if (cancelled) return quiet('已取消')
  if (now >= endsAt) return quiet('已结束')
  if (now >= startsAt) return quiet('已开始')
  if (slots.length === 0) return quiet('')
  const posts = slots.filter((it) => it.kind === 'post')
  const hands = leftOf(posts.filter((it) => it.opensAt <= now && !isDrawn(it)))
  if (hands > 0 && posts.length === slots.length) return { need: `还差${hands}人`, more: '', urgent: true }
  const seats = slots.filter((it) => it.kind === 'seat')
  const own = seatsNeed(seats.length > 0 ? seats : posts, now)
  return hands > 0 ? { need: own, more: `还差${hands}位志愿者`, urgent: true } : quiet(own)
}

function seatsNeed(slots: CardSlot[], now: Instant): string {
  const draw = earliest(slots.filter(isDrawn).map((it) => it.drawAt))
  if (draw !== null) return now < draw ? `${short(draw, now)}抽签` : '等抽签结果'
  const left = leftOf(slots.filter((it) => it.opensAt <= now))
  if (left > 0) return `剩${left}个名额`
  const opens = earliest(slots.filter((it) => it.opensAt > now && free(it) > 0).map((it) => it.opensAt))
  return opens === null ? '已满可候补' : `${short(opens, now)}开放`
}

const isDrawn = ({ drawAt, drawnAt }: CardSlot) => Boolean(drawAt) && !drawnAt
const free = ({ capacity, held }: CardSlot) => Math.max(0, capacity - held)
const leftOf = (slots: CardSlot[]) => slots.reduce((sum, slot) => sum + free(slot), 0)
const short = (at: Instant, now: Instant) =>
  `${isWithinWeek(at, now) ? weekday(at) : date(at, now)}${clock(at, false)}`

function earliest(instants: (Instant | null | undefined)[]): Instant | null {
  const known = instants.filter((it): it is Instant => typeof it === 'number')
  return known.length > 0 ? Math.min(...known) : null
}
