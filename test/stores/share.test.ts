import { call } from '@/api/call'
import { followSession } from '@/platform/live-card'
import { useShare } from '@/stores/share'

jest.mock('@/api/call', () => ({ call: jest.fn() }))
jest.mock('@/platform/live-card')

const followed = jest.mocked(followSession)
const card = (activityId: string) => ({ activityId, memberCount: 0, roomLimit: 4 })
const answer = (liveCard: object | null) => ({ ok: true, data: { liveCard }, now: Date.now() })
const at = (sessionId: string) => ({ communityId: 'aaaaaa', sessionId })

beforeEach(() => jest.resetAllMocks())

it('makes the cards of a page follow the session they are of', async () => {
  jest.mocked(call).mockResolvedValue(answer(card('live')) as never)
  await useShare.getState().enliven(at('session-1'))
  expect(followed).toHaveBeenCalledWith(card('live'))
})

it.each([
  ['the session gets none', answer(null)],
  ['the server cannot be reached', { ok: false, error: { code: 'unreachable' }, now: null }],
])('leaves them ordinary ones where %s, and those after another session too', async (_, said) => {
  jest.mocked(call).mockResolvedValue(said as never)
  await useShare.getState().enliven(at('session-2'))
  expect(followed).toHaveBeenCalledWith(null)
})

it('does not follow the session before, whose answer comes late', async () => {
  let late: (said: unknown) => void = () => undefined
  jest.mocked(call).mockImplementationOnce(() => new Promise((resolve) => (late = resolve as never)))
  jest.mocked(call).mockResolvedValueOnce(answer(card('second')) as never)
  const first = useShare.getState().enliven(at('session-3'))
  await useShare.getState().enliven(at('session-4'))
  late(answer(card('first')))
  await first
  expect(followed.mock.calls).toEqual([[card('second')]])
})
