import { callTemplate } from '@/copy/call-template'
import { ACTIVITY_KINDS } from '@/domain/activity'
import { checkCall } from '@/domain/call'
import { DAY, HOUR, MINUTE } from '@/domain/time'

const monday = Date.parse('2026-11-23T00:00:00+08:00')
const moments = Array.from({ length: 7 * 24 }, (_, hour) => monday + hour * HOUR + 37 * MINUTE)

describe.each(ACTIVITY_KINDS)('the template for %s', (kind) => {
  it('can be published as it comes, at every hour of a week', () => {
    for (const now of moments) {
      const { activity, first, slots } = callTemplate(kind, now)
      expect(checkCall({ activity, sessions: [first], slots }, 'cadre', now)).toEqual([])
    }
  })

  it('is soon: within ten days', () => {
    for (const now of moments) expect(callTemplate(kind, now).first.startsAt - now).toBeLessThan(10 * DAY)
  })
})

it('gives a class its window until two evenings before', () => {
  const { first, slots } = callTemplate('class', monday)
  expect(new Date(first.startsAt).toISOString()).toBe('2026-11-28T02:00:00.000Z')
  expect(new Date(slots[0]?.opensAt ?? 0).toISOString()).toBe('2026-11-26T12:00:00.000Z')
})

it('asks for the skill where a post needs one, and marks posts with children', () => {
  const posts = ACTIVITY_KINDS.flatMap((kind) => callTemplate(kind, monday).slots)
  expect(posts.flatMap(({ skill }) => skill ?? [])).toEqual([
    'teaching',
    'haircut',
    'tailoring',
    'mediation',
    'law',
  ])
  expect(posts.filter(({ withChildren }) => withChildren).map(({ title }) => title)).toEqual([
    '领读帮手',
    '陪写作业',
    '绘本领读',
  ])
})
