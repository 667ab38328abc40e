import { remindersDue } from '@/domain/session-reminder'
import { at } from './facts'

const MILLISECOND = 1
const due = (startsAt: string, now: number) => remindersDue(at(startsAt), now).map((it) => it.reminder)

describe('the reminders of a session', () => {
  it.each<[string, string, number, string[]]>([
    ['not before eight in the evening', '2026-03-07 10:00', at('2026-03-06 20:00') - MILLISECOND, []],
    ['from eight on', '2026-03-07 10:00', at('2026-03-06 20:00'), ['evening_before']],
    [
      'late, but on that evening',
      '2026-03-07 10:00',
      at('2026-03-07 00:00') - MILLISECOND,
      ['evening_before'],
    ],
    ['no evening one on the day itself', '2026-03-07 10:00', at('2026-03-07 00:00'), []],
    ['two hours before', '2026-03-07 10:00', at('2026-03-07 08:00'), ['two_hours']],
    ['no earlier than that', '2026-03-07 10:00', at('2026-03-07 08:00') - MILLISECOND, []],
    ['late, but before the start', '2026-03-07 10:00', at('2026-03-07 10:00') - MILLISECOND, ['two_hours']],
    ['none once it has begun', '2026-03-07 10:00', at('2026-03-07 10:00'), []],
    ['the evening of the last of the month', '2026-03-01 09:00', at('2026-02-28 20:00'), ['evening_before']],
    [
      'both in the night before a very early one',
      '2026-03-07 00:30',
      at('2026-03-06 22:30'),
      ['evening_before', 'two_hours'],
    ],
  ])('come: %s', (_, startsAt, now, expected) => {
    expect(due(startsAt, now)).toEqual(expected)
  })

  it('are for those who knew of it before they were due', () => {
    expect(remindersDue(at('2026-03-07 10:00'), at('2026-03-06 23:00'))).toEqual([
      { reminder: 'evening_before', knownBefore: at('2026-03-06 20:00') },
    ])
  })
})
