import { call } from '@/api/call'
import type { Standing } from '@/domain/standing'
import { DAY } from '@/domain/time'
import * as storage from '@/platform/storage'
import * as subscribe from '@/platform/subscribe'
import { learnTime } from '@/stores/clock'
import { useElderMode } from '@/stores/elder'
import { askLeaveAfter, prepareLeave, recordLeave } from '@/stores/message-leave'

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
