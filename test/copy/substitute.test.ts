import { bookingMark, type BookingFigures } from '@/copy/booking'
import { cardWords, familyPostLine, findWords, seekingWords, substituteCardTitle } from '@/copy/substitute'
import { HOUR } from '@/domain/time'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
const startsAt = at('2026-11-27T16:20')
const telling = { now: startsAt - 12 * HOUR, elder: false }
const later = { ...telling, now: telling.now + 1 }
const kept = startsAt - HOUR

it('says what passing on does, until twelve hours before the start and after that', () => {
  expect(findWords(startsAt, telling)).toMatch(/^有人在候补，就马上换给排第一的。没有人候补/)
  expect(findWords(startsAt, later)).toMatch(/^有人在候补，先问排第一的，给他半小时。没有人候补/)
})

it('says whose turn it is while the post is kept for somebody who waits, and not a moment longer', () => {
  expect(cardWords(kept, telling)).toBe(
    '正在问候补的邻居，今天下午 3 点 20 分前先留给他。转发到群里，谁先接就是谁的。',
  )
  expect(seekingWords(kept, false, { ...telling, now: kept - 1 })).toBe('在问候补的邻居，岗位还是您的')
  expect(seekingWords(kept, true, { ...telling, now: kept })).toBe('在等人接，岗位还是家里的')
  expect(cardWords(kept, { ...telling, now: kept })).toBe(cardWords(null, telling))
})

it('marks a post whose holder waits for somebody, until they check in, and then until they leave', () => {
  const attendee: BookingFigures['attendees'][number] = {
    ...{ id: 'chen', name: '陈建国', checkedInAt: null, checkedOutAt: null, outcome: null },
  }
  const post: BookingFigures = {
    ...{ id: 'b', kind: 'post', slotTitle: '东门', attendees: [attendee], paid: 0, points: 10 },
    ...{ freeCancelUntil: startsAt, substitute: null },
  }
  expect(bookingMark(post, false).words).toBe('已认领')
  expect(bookingMark({ ...post, substitute: {} }, false).words).toBe('等人接')
  const here = [{ ...attendee, checkedInAt: startsAt }]
  expect(bookingMark({ ...post, substitute: {}, attendees: here }, false).words).toBe('已签到 ✓')
  const gone = [{ ...attendee, checkedInAt: startsAt, checkedOutAt: startsAt + HOUR }]
  expect(bookingMark({ ...post, attendees: gone }, false).words).toBe('已签退 ✓')
  const came = gone.map((it) => ({ ...it, outcome: 'present' as const }))
  expect(bookingMark({ ...post, attendees: came }, false).words).toBe('来过 ✓')
  expect(bookingMark({ ...post, attendees: came }, false, 16).words).toBe('来过 ✓ +16 分')
})

it('names a person to the household alone', () => {
  expect(familyPostLine('东门', '陈建国')).toBe('家里的岗位：东门 · 陈建国')
  expect(familyPostLine('东门', '')).toBe('家里的岗位：东门')
  const session = { title: '放学护学岗', startsAt, place: '附中东门' }
  expect(substituteCardTitle(session, { ...telling, elder: true })).toBe(
    '找人替班：放学护学岗 · 今天 16:20 · 附中东门',
  )
})
