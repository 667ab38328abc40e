import type { FeedItem } from '@/contract/feed-item'
import type { Telling } from './date'
import { slotMark, type Mark } from './slot'

type FeedSlot = FeedItem['slots'][number]

/** How a session's places stand, one mark for its posts and one for its seats. */
export function feedMarks(item: FeedItem, telling: Telling): Mark[] {
  const mine: Mark[] = item.mine ? [{ words: '已报名 ✓', tone: 'go' }] : []
  // Nobody can join any more: what it lacked is no news.
  if (item.startsAt <= telling.now) return [...mine, { words: '已开始', tone: '' }]
  const kinds = [together(item.slots, 'post'), together(item.slots, 'seat')]
  const marks = kinds.filter((it) => it !== null).map((slot) => slotMark(slot, telling))
  // 已满 · 可候补 of both is said once.
  return [...mine, ...marks.filter(({ words }, at) => marks.findIndex((it) => it.words === words) === at)]
}

// Several gates, one need: 还差 5 人.
function together(slots: FeedSlot[], kind: FeedSlot['kind']): FeedSlot | null {
  const same = slots.filter((slot) => slot.kind === kind)
  const first = same.find((slot) => slot.price !== null) ?? same[0]
  if (!first) return null
  return {
    ...first,
    capacity: same.reduce((sum, slot) => sum + slot.capacity, 0),
    held: same.reduce((sum, slot) => sum + Math.min(slot.held, slot.capacity), 0),
    opensAt: Math.min(...same.map((slot) => slot.opensAt)),
  }
}
