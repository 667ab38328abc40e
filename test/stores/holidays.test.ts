import { call } from '@/api/call'
import { ANNOUNCED } from '@/domain/announced-holidays'
import { DAY, dayOf } from '@/domain/time'
import { rowsOf, useHolidays } from '@/stores/holidays'
import { useMembership } from '@/stores/membership'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const store = () => useHolidays.getState()
const newYear = { name: '元旦', firstAt: dayOf(2027, 1, 1), lastAt: dayOf(2027, 1, 3), works: false }
const answer = (data: unknown) => sent.mockResolvedValueOnce({ ok: true, data, now: 1 } as never)
const rows = () => rowsOf(store())

beforeEach(async () => {
  sent.mockReset()
  useMembership.setState({ communityId: 'dem000' })
  answer({ years: ANNOUNCED.map((it) => ({ ...it, version: 1 })) })
  await store().refresh()
})

it('shows a year by its rows, and one that nobody has entered by none', () => {
  store().show(2026)
  expect(rows()).toHaveLength(13)
  store().show(2027)
  expect(rows()).toEqual([])
})

it('sends a year that was not known as such, and knows it then', async () => {
  store().show(2027)
  store().put(0, { ...newYear, name: ' 元旦 ' })
  answer({ version: 1 })
  await store().save()
  expect(sent.mock.calls.at(-1)?.slice(0, 2)).toEqual([
    'saveHolidays',
    { communityId: 'dem000', year: 2027, version: 0, holidays: [newYear] },
  ])
  expect(store()).toMatchObject({ saved: true, rows: null })
  expect(rows()).toEqual([newYear])
})

it('sends nothing that has a fault, and says at which row', async () => {
  const asked = sent.mock.calls.length
  store().show(2027)
  store().put(0, newYear)
  store().put(1, { ...newYear, name: '' })
  await store().save()
  expect(sent).toHaveBeenCalledTimes(asked)
  expect(store().faults).toEqual([
    { at: 1, fault: 'missing' },
    { at: 1, fault: 'days_overlap' },
  ])
  store().put(1, { ...newYear, firstAt: newYear.lastAt + DAY, lastAt: newYear.lastAt + DAY })
  expect(store().faults).toEqual([])
})

it('shows what a colleague has saved meanwhile, and overwrites nothing', async () => {
  store().show(2026)
  store().remove(0)
  const reason = { reason: 'holidays_changed', version: 4, holidays: [{ ...newYear, name: '别的' }] }
  const error = { code: 'refused', message: '', reason }
  sent.mockResolvedValueOnce({ ok: false, error, now: 1 } as never)
  await store().save()
  expect(store()).toMatchObject({ overtaken: true, rows: null })
  expect(rows()).toEqual(reason.holidays)
  store().put(1, { ...newYear, firstAt: dayOf(2026, 5, 1), lastAt: dayOf(2026, 5, 1) })
  store().remove(0)
  answer({ version: 5 })
  await store().save()
  expect(sent.mock.calls.at(-1)?.[1]).toMatchObject({ version: 4 })
})

it('keeps what was written when the network is gone', async () => {
  store().show(2027)
  store().put(0, newYear)
  sent.mockResolvedValueOnce({ ok: false, error: { code: 'unreachable' }, now: null } as never)
  await store().save()
  expect(rows()).toEqual([newYear])
  expect(store().error).toEqual({ code: 'unreachable' })
})
