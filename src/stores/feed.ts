import type { FeedItem } from '@/contract/feed-item'
import { isCourse } from '@/domain/activity'
import { DAY, dayStart, WEEK, weekStart, type Instant } from '@/domain/time'

export type FeedFilter = 'all' | 'classes' | 'posts' | 'hands'

export interface FeedChoice {
  filter: FeedFilter
  /** midnight that begins the chosen day; null: every day */
  day: Instant | null
}

export interface FeedGroups {
  /** for a newcomer: what needs no points */
  free: FeedItem[]
  hands: FeedItem[]
  soon: FeedItem[]
  weekend: FeedItem[]
  later: FeedItem[]
}

export function hasBegun(item: { startsAt: Instant }, now: Instant): boolean {
  return item.startsAt <= now
}

/** Posts that nobody has taken yet; none once it has begun, as nobody can join any more. */
export function handsNeeded(item: FeedItem, now: Instant): number {
  if (hasBegun(item, now)) return 0
  return item.slots
    .filter((slot) => slot.kind === 'post' && slot.opensAt <= now)
    .reduce((sum, slot) => sum + Math.max(0, slot.capacity - slot.held), 0)
}

export function chosenFrom(items: FeedItem[], { filter, day }: FeedChoice, now: Instant): FeedItem[] {
  return items.filter((item) => {
    if (day !== null && dayStart(item.startsAt) !== day) return false
    if (filter === 'classes') return isCourse(item.activityKind)
    if (filter === 'posts') return item.slots.some((slot) => slot.kind === 'post')
    return filter === 'all' || handsNeeded(item, now) > 0
  })
}

const AT_A_GLANCE = 4
const URGENT_WITHIN = 2 * WEEK

/** Five missing tomorrow press as much as ten three days from now. */
function urgency(item: FeedItem, now: Instant): number {
  const days = (dayStart(item.startsAt) - dayStart(now)) / DAY
  return handsNeeded(item, now) / (days + 1)
}

/** A seat that anybody can have now, without points and without a draw. */
function isFree(item: FeedItem, now: Instant): boolean {
  const open = item.slots.some(
    (slot) =>
      slot.kind === 'seat' && slot.opensAt <= now && slot.drawAt === null && slot.held < slot.capacity,
  )
  return open && !item.mine && !hasBegun(item, now)
}

/**
 * For a newcomer what needs no points first; then those most short of hands, then by when: until Friday, the coming
 * weekend (on a Sunday: the next one), later.
 */
export function groupFeed(items: FeedItem[], now: Instant, newcomer = false): FeedGroups {
  const { saturday, monday } = weekendFrom(now)
  const free = newcomer ? items.filter((item) => isFree(item, now)).slice(0, AT_A_GLANCE) : []
  const hands = items
    .filter(
      (item) =>
        !item.mine &&
        !free.includes(item) &&
        item.startsAt <= now + URGENT_WITHIN &&
        handsNeeded(item, now) > 0,
    )
    .sort((a, b) => urgency(b, now) - urgency(a, now) || a.startsAt - b.startsAt)
    .slice(0, AT_A_GLANCE)
  const rest = items.filter((item) => !hands.includes(item) && !free.includes(item))
  return {
    free,
    hands,
    soon: rest.filter((item) => item.startsAt < saturday),
    weekend: rest.filter((item) => item.startsAt >= saturday && item.startsAt < monday),
    later: rest.filter((item) => item.startsAt >= monday),
  }
}

/** The weekend that is or comes next; Sunday counts as over, as its sessions are today's. */
export function weekendFrom(now: Instant): { saturday: Instant; monday: Instant; thisWeek: boolean } {
  const monday = weekStart(now)
  const thisWeek = now < monday + 6 * DAY
  const saturday = monday + (thisWeek ? 5 : 12) * DAY
  return { saturday, monday: saturday + 2 * DAY, thisWeek }
}

/** Today and the six days after it, as midnights. */
export function daysAhead(now: Instant): Instant[] {
  return Array.from({ length: 7 }, (_, index) => dayStart(now) + index * DAY)
}

/** What the cheapest place costs that can be had early, now or later; null: none can. */
export function lowestPrice(items: FeedItem[], now: Instant): number | null {
  const prices = earlySlots(items, now).map((it) => it.price)
  return prices.length > 0 ? Math.min(...prices) : null
}

/** Slots that are not open to all yet, can be had early for points, and of which the household holds none. */
export function earlySlots(items: FeedItem[], now: Instant) {
  return items.flatMap((item) =>
    item.slots.flatMap((slot) =>
      !item.mine && slot.price !== null && slot.priorityOpensAt !== null && now < slot.opensAt
        ? [{ item, slot, price: slot.price, priorityOpensAt: slot.priorityOpensAt }]
        : [],
    ),
  )
}
