import { call } from '@/api/call'
import type { Standing } from '@/domain/standing'
import { DAY } from '@/domain/time'
import * as storage from '@/platform/storage'
import * as subscribe from '@/platform/subscribe'
import { learnTime } from '@/stores/clock'
import { useElderMode } from '@/stores/elder'
import { askLeaveAfter, prepareLeave, recordLeave, tellLeave } from '@/stores/message-leave'
import { forgetKept } from '@/stores/loadable'

jest.mock('@/api/call', () => ({ call: jest.fn() }))
jest.mock('@/platform/subscribe')
jest.mock('@/platform/storage')

const sent = jest.mocked(call)
const asked = jest.mocked(subscribe.askLeave)
const post = { is: 'bookable', kind: 'post', party: [], cost: 0, freeFrom: null } as Standing
let kept: Map<string, unknown>

beforeEach(async () => {
  jest.resetAllMocks()
  kept = new Map()
  jest.mocked(storage.recall).mockImplementation((key) => (kept.get(key) ?? null) as never)
  jest.mocked(storage.remember).mockImplementation((key, value) => Boolean(kept.set(key, value)))
  jest.mocked(subscribe.canAskLeave).mockReturnValue(true)
  jest.mocked(subscribe.alwaysRefused).mockResolvedValue([])
  asked.mockImplementation((ids) =>
    Promise.resolve({ ok: true, answers: Object.fromEntries(ids.map((id) => [id, 'accept' as const])) }),
  )
  sent.mockImplementation(((action: string) =>
    Promise.resolve({
      ok: true,
      data: action === 'getMessageTemplates' ? { templates: known } : {},
      now: Date.now(),
    })) as never)
  useElderMode.setState({ on: false })
  learnTime(Date.now())
  await prepareLeave()
})
const known = ['reminder', 'change', 'points'].map((template) => ({ template, id: `id-${template}` }))

it('asks about what a post brings, and tells what was answered', async () => {
  const answering = askLeaveAfter(post)
  expect(asked).toHaveBeenCalledWith(['id-reminder', 'id-change', 'id-points'])
  await recordLeave('aaaaaa', answering)
  expect(sent).toHaveBeenCalledWith(
    'recordAccepts',
    {
      communityId: 'aaaaaa',
      answers: ['reminder', 'change', 'points'].map((template) => ({ template, answer: 'accept' })),
    },
    expect.anything(),
  )
})

it('asks once a day', async () => {
  await askLeaveAfter(post)
  expect(await askLeaveAfter(post)).toEqual([])
  learnTime(Date.now() + DAY)
  await askLeaveAfter(post)
  expect(asked).toHaveBeenCalledTimes(2)
})

it('asks no more about what was refused for good', async () => {
  asked.mockResolvedValue({ ok: true, answers: { 'id-reminder': 'reject', 'id-change': 'reject' } })
  jest.mocked(subscribe.alwaysRefused).mockResolvedValue(['id-reminder'])
  await recordLeave('aaaaaa', askLeaveAfter(post))
  expect(sent).not.toHaveBeenCalledWith('recordAccepts', expect.anything(), expect.anything())
  learnTime(Date.now() + DAY)
  await askLeaveAfter(post)
  expect(asked).toHaveBeenLastCalledWith(['id-change', 'id-points'])
})

it('leaves the first tap in elder mode in peace', async () => {
  useElderMode.setState({ on: true })
  expect(await askLeaveAfter(post)).toEqual([])
  expect(asked).not.toHaveBeenCalled()
  await askLeaveAfter(post)
  expect(asked).toHaveBeenCalledTimes(1)
})

it('tells nothing where nothing came of it', async () => {
  asked.mockResolvedValue({ ok: false, reason: 'failed' })
  await recordLeave('aaaaaa', askLeaveAfter(post))
  expect(sent).not.toHaveBeenCalledWith('recordAccepts', expect.anything(), expect.anything())
})

it('asks nobody where it cannot, and not about what is not set up', async () => {
  jest.mocked(subscribe.canAskLeave).mockReturnValue(false)
  expect(await askLeaveAfter(post)).toEqual([])
  jest.mocked(subscribe.canAskLeave).mockReturnValue(true)
  expect(await askLeaveAfter({ ...post, is: 'waitable' } as never)).toEqual([])
  expect(asked).not.toHaveBeenCalled()
})

describe('an answer the server did not hear', () => {
  const told = () => sent.mock.calls.filter(([action]) => action === 'recordAccepts')
  const requestIds = () => told().map(([, , options]) => options?.requestId)
  const answering = (said: object) =>
    sent.mockImplementation(() => Promise.resolve({ now: Date.now(), ...said } as never))
  const accept = (ids: string[] = ['id-reminder']) => {
    asked.mockResolvedValue({
      ok: true,
      answers: Object.fromEntries(ids.map((id) => [id, 'accept' as const])),
    })
    return recordLeave('aaaaaa', askLeaveAfter(post))
  }
  const heard = () => answering({ ok: true, data: {} })
  const failing = (code: string) => answering({ ok: false, error: { code } })

  it.each(['unreachable', 'internal', 'unavailable', 'too_many_requests', 'unauthenticated', 'forbidden'])(
    'as it was %s, is kept on the phone and told later under the same id, once',
    async (code) => {
      failing(code)
      await accept()
      expect(told()).toHaveLength(1)
      heard()
      await tellLeave()
      await tellLeave()
      const [first, second, ...more] = requestIds()
      expect(first).toMatch(/^[0-9a-z]{8,}$/)
      expect([second, more]).toEqual([first, []])
    },
  )

  it.each(['bad_input', 'request_id_conflict', 'not_found'])(
    'is not told again where it was %s',
    async (code) => {
      failing(code)
      await accept()
      heard()
      await tellLeave()
      expect(told()).toHaveLength(1)
    },
  )

  it('keeps those of several taps apart, and none is left behind by one that is not for this phone', async () => {
    failing('forbidden')
    await accept()
    learnTime(Date.now() + DAY)
    await accept(['id-change'])
    heard()
    await tellLeave()
    expect(new Set(requestIds()).size).toBe(2)
    expect(
      told()
        .slice(-2)
        .map(([, payload]) => payload),
    ).toMatchObject([{ answers: [{ template: 'reminder' }] }, { answers: [{ template: 'change' }] }])
  })

  it('is told once at least where the phone can keep nothing', async () => {
    jest.mocked(storage.remember).mockReturnValue(false)
    heard()
    await accept()
    expect(told()).toHaveLength(1)
  })

  it('is sent by one of two at once', async () => {
    failing('unreachable')
    await accept()
    heard()
    await Promise.all([tellLeave(), tellLeave(), tellLeave()])
    expect(told()).toHaveLength(2)
  })

  it('is dropped when the server might not know it again', async () => {
    failing('unreachable')
    await accept()
    heard()
    learnTime(Date.now() + 6 * DAY)
    await tellLeave()
    await tellLeave()
    expect(told()).toHaveLength(1)
  })

  it('is not told by whoever takes the phone over', async () => {
    jest.mocked(storage.forget).mockImplementation((start) => {
      for (const key of kept.keys()) if (key.startsWith(start)) kept.delete(key)
    })
    failing('unreachable')
    await accept()
    forgetKept()
    heard()
    await tellLeave()
    expect(told()).toHaveLength(1)
  })
})
