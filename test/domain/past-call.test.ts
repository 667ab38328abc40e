import { checkCall } from '@/domain/call'
import { again, writtenSlot, type PublishedSlot } from '@/domain/past-call'
import { DAY, HOUR, WEEK } from '@/domain/time'
import { at, callDraft, postDraft, slotDraft } from './facts'

const saturday = at('2026-03-07 10:00')
const hour = (startsAt: number) => ({ startsAt, endsAt: startsAt + HOUR })

describe('a call once more', () => {
  const draft = callDraft({ sessions: [hour(saturday), hour(saturday + WEEK)], slots: [postDraft()] })
  const starts = (now: number, change = {}) =>
    again({ ...draft, ...change }, now).sessions.map(({ startsAt }) => startsAt)

  it.each([
    ['an hour and a moment before: this week still', saturday - HOUR - 1, 0],
    ['an hour before: in the next week', saturday - HOUR, 1],
    ['on the day after', saturday + DAY, 1],
    ['a year later: on the next such day', saturday + 52 * WEEK + DAY, 53],
  ])('%s', (_, now, weeks) => {
    expect(starts(now)).toEqual([saturday + weeks * WEEK, saturday + (weeks + 1) * WEEK])
  })

  it('waits until its opening lies ahead too, and takes it along', () => {
    const slots = [slotDraft({ price: 10, priorityOpensAt: saturday - 3 * DAY, opensAt: saturday - 2 * DAY })]
    const now = saturday + 6 * DAY
    expect(starts(now, { slots })[0]).toBe(saturday + 2 * WEEK)
    const once = again({ ...draft, slots }, now)
    expect(once.slots[0]).toMatchObject({
      priorityOpensAt: saturday - 3 * DAY + 2 * WEEK,
      opensAt: saturday - 2 * DAY + 2 * WEEK,
    })
    expect(checkCall(once, 'cadre', now)).toEqual([])
  })
})

describe('a slot that was published', () => {
  const publishedAt = saturday - 5 * DAY
  const when = { publishedAt, session: hour(saturday + WEEK), first: hour(saturday) }
  const slot = (part: Partial<PublishedSlot>): PublishedSlot => {
    const { newcomersFirst: _, ...rest } = slotDraft()
    return { ...rest, opensAt: publishedAt, newcomersUntil: null, ...part }
  }

  it('had no time where it opened with the publishing', () => {
    expect(
      writtenSlot(slot({ price: 10, priorityOpensAt: publishedAt, opensAt: publishedAt + DAY }), when),
    ).toMatchObject({ priorityOpensAt: null, opensAt: publishedAt + DAY - WEEK, newcomersFirst: false })
  })

  it('had newcomers first where their time was counted', () => {
    expect(writtenSlot(slot({ newcomersUntil: publishedAt + HOUR }), when).newcomersFirst).toBe(true)
  })

  it('opens with its draw, which nobody wrote down as an opening', () => {
    const drawAt = saturday + WEEK - DAY
    expect(writtenSlot(slot({ allocation: 'draw', drawAt, opensAt: drawAt }), when)).toMatchObject({
      drawAt: saturday - DAY,
      opensAt: null,
    })
  })
})
