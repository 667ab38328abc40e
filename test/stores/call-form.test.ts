import { callTemplate } from '@/copy/call-template'
import { DAY, HOUR, WEEK } from '@/domain/time'
import { draftOf, faultsOf, movedTo, onDays, startingAt, type CallForm } from '@/stores/call-form'

const now = Date.parse('2026-11-23T09:00:00+08:00')
const community = 'dem000'
const form: CallForm = callTemplate('clean_up', now)
const withActivity = (part: Partial<CallForm['activity']>): CallForm => ({
  ...form,
  activity: { ...form.activity, ...part },
})
const withSlot = (part: object): CallForm => ({
  ...form,
  slots: form.slots.map((slot, at) => (at === 0 ? { ...slot, ...part } : slot)),
})
const faults = (it: CallForm) => faultsOf(it, community, 'cadre', now)

describe('a fault stands at its field', () => {
  it.each([
    ['no title', withActivity({ title: '  ' }), 'activity.title', 'missing'],
    ['a title of 31', withActivity({ title: '长'.repeat(31) }), 'activity.title', 'too_many_characters'],
    [
      'a pasted novel',
      withActivity({ description: '长'.repeat(2000) }),
      'activity.description',
      'too_many_characters',
    ],
    ['a control character', withActivity({ place: 'a\u0007b' }), 'activity.place', 'odd_characters'],
    ['no risk note', withActivity({ riskNote: ' ' }), 'activity.riskNote', 'risk_note_missing'],
    ['too many points', withSlot({ points: 21 }), 'slots.0.points', 'points_need_admin'],
    ['more points than there are', withSlot({ points: 101 }), 'slots.0.points', 'out_of_range'],
    ['no name for a post', withSlot({ title: '' }), 'slots.0.title', 'missing'],
    [
      'an opening after the start',
      withSlot({ opensAt: form.first.startsAt }),
      'slots.0.opensAt',
      'opens_after_start',
    ],
    ['a start gone by', startingAt(form, now - HOUR), 'first.startsAt', 'in_the_past'],
    [
      'an end before the start',
      movedTo(form, { ...form.first, endsAt: form.first.startsAt }),
      'first.endsAt',
      'ends_before_start',
    ],
    ['weeks beyond a year', { ...form, weeks: 60 }, 'weeks', 'too_far'],
  ])('%s', (_, it, path, fault) => {
    expect(faults(it)).toContainEqual({ path, fault })
  })

  it('of 30 characters and of none there is nothing to say', () => {
    expect(faults(withActivity({ title: '长'.repeat(30), bring: '' }))).toEqual([])
  })
})

it('says one thing about each field', () => {
  const paths = faults(withSlot({ points: 101, capacity: 0 })).map((it) => it.path)
  expect(paths).toEqual([...new Set(paths)])
})

it('publishes one session a week', () => {
  const { sessions } = draftOf({ ...form, weeks: 3 })
  expect(sessions.map((it) => it.startsAt - form.first.startsAt)).toEqual([0, WEEK, 2 * WEEK])
})

describe('another time', () => {
  const open = withSlot({ opensAt: form.first.startsAt - 2 * DAY })

  it('takes the opening along', () => {
    const moved = startingAt(open, form.first.startsAt + WEEK)
    expect(moved.slots[0]?.opensAt).toBe(form.first.startsAt + WEEK - 2 * DAY)
    expect(moved.slots[1]?.opensAt).toBeNull()
  })

  it('keeps the length when the start moves', () => {
    const { first } = startingAt(form, form.first.startsAt + HOUR)
    expect(first.endsAt - first.startsAt).toBe(2 * HOUR)
  })

  it('lets points follow the length, unless they were set by hand', () => {
    const shorter = { ...form.first, endsAt: form.first.startsAt + HOUR }
    expect(movedTo(form, shorter).slots.map((it) => it.points)).toEqual([10, 10])
    expect(movedTo(withSlot({ points: 5 }), shorter).slots.map((it) => it.points)).toEqual([5, 10])
  })
})

describe('on given days', () => {
  const start = (day: string) => Date.parse(`${day}T09:00:00+08:00`)
  const midnights = (...days: string[]) => days.map((day) => Date.parse(`${day}T00:00:00+08:00`))
  const starts = (it: CallForm) => draftOf(it).sessions.map((session) => session.startsAt)
  const three = onDays(form, midnights('2026-12-30', '2026-12-02', '2027-01-01', '2026-12-02'))

  it('has one session on each, the earliest first, at the hours of the form', () => {
    expect(starts(three)).toEqual([start('2026-12-02'), start('2026-12-30'), start('2027-01-01')])
    expect(three.first).toEqual({ startsAt: start('2026-12-02'), endsAt: start('2026-12-02') + 2 * HOUR })
    expect(faults(three)).toEqual([])
  })

  it('moves the opening along with the earliest', () => {
    const opening = form.first.startsAt - DAY
    const moved = onDays(withSlot({ opensAt: opening }), midnights('2026-12-02'))
    expect(moved.slots[0]?.opensAt).toBe(start('2026-12-02') - DAY)
  })

  it('keeps the days when the hours change', () => {
    const later = startingAt(three, three.first.startsAt + HOUR)
    expect(starts(later)).toEqual(starts(three).map((at) => at + HOUR))
  })

  it.each([
    ['none', onDays(form, []), 'missing'],
    [
      'today, when the hour has gone by',
      onDays(startingAt(form, now - HOUR), midnights('2026-11-23', '2026-12-02')),
      'in_the_past',
    ],
    ['more than a year ahead', onDays(form, midnights('2026-12-02', '2027-11-25')), 'too_far'],
  ])('says of %s so at the days', (_, it, fault) => {
    expect(faults(it).filter(({ path }) => !path.startsWith('slots'))).toEqual([{ path: 'days', fault }])
  })

  it('says of an end before the start so at the end, once', () => {
    const ended = movedTo(three, { ...three.first, endsAt: three.first.startsAt })
    expect(faults(ended).filter(({ path }) => !path.startsWith('slots'))).toEqual([
      { path: 'first.endsAt', fault: 'ends_before_start' },
    ])
  })
})
