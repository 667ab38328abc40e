import { call } from '@/api/call'
import { callTemplate } from '@/copy/call-template'
import { WEEK } from '@/domain/time'
import { serverNow } from '@/stores/clock'
import { useMembership } from '@/stores/membership'
import { usePastCalls } from '@/stores/past-calls'
import { valueOf } from '@/stores/loadable'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const store = () => usePastCalls.getState()
const answer = (data: unknown) => sent.mockResolvedValueOnce({ ok: true, data, now: null } as never)
const failing = (code: string) =>
  sent.mockResolvedValueOnce({ ok: false, error: { code, message: '' }, now: null } as never)
const ids = () => valueOf(store().calls)?.calls.map(({ id }) => id)

beforeEach(async () => {
  sent.mockReset()
  useMembership.setState({ communityId: 'dem000' })
  answer({ calls: [{ id: 'c' }, { id: 'b' }], nextCursor: 'next' })
  await store().refresh()
})

it('asks for the next page once, however often the end is reached, and shows no call twice', async () => {
  answer({ calls: [{ id: 'b' }, { id: 'a' }], nextCursor: null })
  await Promise.all([store().more(), store().more()])
  expect(sent).toHaveBeenCalledTimes(2)
  expect(sent.mock.calls[1]?.slice(0, 2)).toEqual([
    'listPastCalls',
    { communityId: 'dem000', cursor: 'next' },
  ])
  expect(ids()).toEqual(['c', 'b', 'a'])
  await store().more()
  expect(sent).toHaveBeenCalledTimes(2)
})

it('keeps what it has when the next page cannot be had, and asks again', async () => {
  failing('unreachable')
  await store().more()
  expect(ids()).toEqual(['c', 'b'])
  expect(store().nextPage).toEqual({ loading: false, failedAt: 'next' })
  answer({ calls: [{ id: 'a' }], nextCursor: null })
  await store().more()
  expect(ids()).toEqual(['c', 'b', 'a'])
  expect(store().nextPage).toEqual({ loading: false, failedAt: null })
})

it('says that the list could not be read', async () => {
  failing('unreachable')
  await store().refresh()
  expect(store().calls).toMatchObject({ phase: 'failed', error: { code: 'unreachable' } })
})

it('takes a call over with its texts and places, at a time that lies ahead', async () => {
  const { activity, first, slots } = callTemplate('clean_up', serverNow() - 10 * WEEK)
  answer({ draft: { activity, sessions: [first], slots } })
  const form = await store().take('c')
  expect(form).toMatchObject({ activity, slots, weeks: 1 })
  expect(form?.first.startsAt).toBeGreaterThan(serverNow())
  expect(((form?.first.startsAt ?? 0) - first.startsAt) % WEEK).toBe(0)
})

it('takes one call at a time, and says when it could not be had', async () => {
  failing('unreachable')
  const both = await Promise.all([store().take('c'), store().take('b')])
  expect(both).toEqual([null, null])
  expect(sent).toHaveBeenCalledTimes(2)
  expect(store()).toMatchObject({ pending: null, error: { code: 'unreachable' } })
})
