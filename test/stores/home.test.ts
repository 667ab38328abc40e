import { call, type CallError } from '@/api/call'
import { useHome } from '@/stores/home'
import { useMembership } from '@/stores/membership'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const failed = (error: CallError) => ({ ok: false as const, error, now: null })
const broken = failed({ code: 'internal', message: 'no envelope' })

beforeEach(() => sent.mockReset())

it('says what failed while it is not known who asks, and asks again on a retry', async () => {
  sent.mockResolvedValue(broken)
  await useHome.getState().refresh()
  expect(useHome.getState()).toMatchObject({
    home: { phase: 'failed', error: broken.error },
    homeless: false,
  })
  await useHome.getState().refresh()
  expect(sent.mock.calls.map(([action]) => action)).toEqual(['whoAmI', 'whoAmI'])
})

it('asks to choose a community only when there is none to settle on', async () => {
  sent.mockImplementation(((action: string) =>
    Promise.resolve({
      ok: true,
      data: action === 'whoAmI' ? { memberships: [] } : { communities: [], next: null },
      now: 0,
    })) as unknown as typeof call)
  await useHome.getState().refresh()
  expect(useMembership.getState().error).toBeNull()
  expect(useHome.getState().homeless).toBe(true)
})

it('does not take an unanswered list of communities for none', async () => {
  sent.mockImplementation(((action: string) =>
    Promise.resolve(
      action === 'whoAmI' ? { ok: true, data: { memberships: [] }, now: 0 } : failed({ code: 'unreachable' }),
    )) as unknown as typeof call)
  await useHome.getState().refresh()
  expect(useHome.getState()).toMatchObject({ home: { phase: 'failed', error: { code: 'unreachable' } } })
})
