import { callTemplate } from '@/copy/call-template'
import { groupText, sessionsLine } from '@/copy/publish'
import { checkCall } from '@/domain/call'
import { again } from '@/domain/past-call'
import { DAY, WEEK, weekStart } from '@/domain/time'
import {
  draftOf,
  formOf,
  skippingWeek,
  startingAt,
  startsOf,
  weeksOf,
  type CallForm,
} from '@/stores/call-form'

const now = Date.parse('2026-11-23T09:00:00+08:00')
const form: CallForm = { ...callTemplate('class', now), weeks: 5 }
const { startsAt } = form.first
const starts = (it: CallForm) => startsOf(it).map((at) => (at - startsAt) / WEEK)
const without = (...weeks: number[]) =>
  weeks.reduce((left, week) => skippingWeek(left, startsAt + week * WEEK), form)

describe('a week that is left out', () => {
  it('is not published, and the others stay', () => {
    expect(starts(without(2))).toEqual([0, 1, 3, 4])
    expect(draftOf(without(2)).sessions).toHaveLength(4)
  })

  it('comes back with another tap', () => {
    expect(starts(without(2, 2))).toEqual([0, 1, 2, 3, 4])
  })

  it('is still shown, marked', () => {
    expect(weeksOf(without(2)).map(({ skipped }) => skipped)).toEqual([false, false, true, false, false])
  })

  it('stays left out when the call goes to another day of the week', () => {
    expect(starts(startingAt(without(2), startsAt + DAY))).toEqual([0, 1, 3, 4].map((week) => week + 1 / 7))
  })

  it('is counted in the weeks, so that the last one stays where it was', () => {
    const last = (it: CallForm) => startsOf(it).at(-1)
    expect(last(without(2))).toBe(last(form))
  })
})

describe('the first week left out', () => {
  it('makes the call begin with the next, its opening too', () => {
    const later = without(0)
    expect(starts(later)).toEqual([1, 2, 3, 4])
    expect(later.first.startsAt).toBe(startsAt + WEEK)
    expect(later.slots[0]?.opensAt).toBe((form.slots[0]?.opensAt ?? 0) + WEEK)
    expect(checkCall(draftOf(later), 'cadre', now)).toEqual([])
  })

  it('makes it begin after those that are left out as well', () => {
    expect(starts(without(1, 2, 0))).toEqual([3, 4])
  })

  it('cannot be, when it is the only one left', () => {
    expect(starts(without(1, 2, 3, 4, 0))).toEqual([0])
  })
})

describe('what is told of the sessions', () => {
  it('is the weeks where none is left out, and the days where one is', () => {
    expect(sessionsLine(startsOf(form), now)).toBe('每周六，到 12月26日，共 5 场')
    expect(sessionsLine(startsOf(without(2)), now)).toBe('共 4 场：11月28日、12月5日、12月19日、12月26日')
    expect(sessionsLine([startsAt], now)).toBeNull()
  })

  it('is so in the chat too', () => {
    const text = (it: CallForm) => groupText({ ...it, starts: startsOf(it) }, [], { now, elder: false }, null)
    expect(text(form)).toContain('10:00–11:00，连着 5 周')
    expect(text(without(2))).toContain('共 4 场：11月28日、12月5日、12月19日')
    expect(text({ ...form, weeks: 1 })).not.toContain('场')
  })
})

it('keeps a week in mind by its Monday, whatever the day of the call', () => {
  expect(without(2).skipped).toEqual([weekStart(startsAt + 2 * WEEK)])
})

it('comes back from a past call as a weekly one, at its next usual time', () => {
  const form_ = formOf(again(draftOf({ ...form, weeks: 3 }), startsAt + 5 * WEEK))
  expect(form_).toMatchObject({ weeks: 3, first: { startsAt: startsAt + 6 * WEEK } })
  expect(form_.replaces).toBeUndefined()
})

it('comes back on given days where a week was left out', () => {
  expect(starts(formOf(again(draftOf(without(2)), now)))).toEqual([0, 1, 3, 4])
})
