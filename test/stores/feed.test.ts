import type { FeedItem } from '@/contract/feed-item'
import { feedMarks } from '@/copy/feed'
import { DAY, HOUR, type Instant } from '@/domain/time'
import { chosenFrom, earlySlots, groupFeed, handsNeeded } from '@/stores/feed'

const now = Date.parse('2026-12-01T08:00:00+08:00')

function item(id: string, startsAt: Instant, missing: number, part: Partial<FeedItem> = {}): FeedItem {
  const slot = { title: '', ageBand: null, points: 10, price: null, share: 0, priorityOpensAt: null }
  return {
    id,
    title: id,
    activityKind: 'clean_up',
    cover: 'broom',
    place: '广场',
    startsAt,
    endsAt: startsAt + HOUR,
    slots: [
      { ...slot, id: `${id}-slot`, kind: 'post', capacity: missing + 2, held: 2, drawAt: null, opensAt: 0 },
    ],
    mine: false,
    ...part,
  }
}
const idsOf = (items: FeedItem[]) => items.map((it) => it.id)

it('puts first what lacks most and is nearest, and never what is a neighbour’s own', () => {
  const sessions = [
    item('duty', now + DAY, 2),
    item('garden', now + DAY, 1),
    item('mine', now + DAY, 9, { mine: true }),
    item('clean-up', now + 5 * DAY, 42),
    item('haircut', now + 6 * DAY, 1),
    item('room', now + 6 * DAY, 2),
  ]
  expect(idsOf(groupFeed(sessions, now).hands)).toEqual(['clean-up', 'duty', 'garden', 'room'])
})

it('lists what points open early, without what is held already', () => {
  const early = (id: string, mine: boolean, opensAt = now + 1) => {
    const [slot] = item(id, now + DAY, 1).slots
    return item(id, now + DAY, 1, {
      mine,
      slots: slot ? [{ ...slot, kind: 'seat', price: 10, priorityOpensAt: 0, opensAt }] : [],
    })
  }
  const sessions = [early('mine', true), early('class', false), early('open', false, now)]
  expect(earlySlots(sessions, now).map(({ item: { id } }) => id)).toEqual(['class'])
})

it('calls nobody to a session that has begun', () => {
  const begun = item('begun', now, 5)
  expect(handsNeeded(begun, now)).toBe(0)
  expect(groupFeed([begun], now).hands).toEqual([])
  expect(feedMarks(begun, { now, elder: false }).map((it) => it.words)).toEqual(['已开始'])
  expect(handsNeeded(begun, now - 1)).toBe(5)
})

it('shows classes alone as classes, whatever else has seats', () => {
  const sessions = [item('class', now + DAY, 0, { activityKind: 'class' }), item('haircut', now + DAY, 3)]
  const chosen = (filter: 'classes' | 'posts' | 'hands') =>
    idsOf(chosenFrom(sessions, { filter, day: null }, now))
  expect(chosen('classes')).toEqual(['class'])
  expect(chosen('posts')).toEqual(['class', 'haircut'])
  expect(chosen('hands')).toEqual(['haircut'])
})

it('shows a newcomer first what needs no points, each once', () => {
  const seat = (id: string, part: object = {}) => {
    const [slot] = item(id, now + DAY, 1).slots
    return item(id, now + DAY, 1, { slots: slot ? [{ ...slot, kind: 'seat', ...part }] : [] })
  }
  const sessions = [
    item('duty', now + DAY, 2),
    seat('class'),
    seat('full', { held: 3 }),
    seat('later', { opensAt: now + 1 }),
    seat('drawn', { drawAt: now + 1 }),
  ]
  expect(groupFeed(sessions, now).free).toEqual([])
  const groups = groupFeed(sessions, now, true)
  expect(idsOf(groups.free)).toEqual(['class'])
  expect(idsOf(groups.hands)).toEqual(['duty'])
  expect([...groups.soon, ...groups.weekend, ...groups.later]).toHaveLength(3)
})
