import { call } from '@/api/call'
import { MINUTE } from '@/domain/time'
import { recall } from '@/platform/storage'
import { carryOutOrKeep, useIntentions, type Intention } from '@/stores/intention'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const about = { sessionId: 's', title: '放学护学岗' }
const slot = (slotId: string) => ({ communityId: 'c', slotId, party: [{ kind: 'self' as const }] })
const dead = { ok: false as const, error: { code: 'unreachable' as const }, now: null }
const busy = { ok: false as const, error: { code: 'unavailable' as const, message: 'busy' }, now: 5 }
const refused = { ok: false as const, error: { code: 'refused' as const, message: 'slot_full' }, now: 5 }
const done = { ok: true as const, data: {} as never, now: 5 }
const ids = () => sent.mock.calls.map(([, , options]) => options?.requestId)
const kept = () => (recall<Intention[]>('kept:intentions') ?? []).map((it) => it.requestId)
const { send, drop } = useIntentions.getState()
const book = (slotId = 'a') => carryOutOrKeep('bookSlot', slot(slotId), about)

beforeEach(() => {
  sent.mockReset()
  localStorage.clear()
  useIntentions.setState({ waiting: [], news: null })
})

it('keeps nothing of what was answered, a refusal too', async () => {
  sent.mockResolvedValueOnce(done).mockResolvedValueOnce(refused)
  await book('a')
  await book('b')
  expect([useIntentions.getState().waiting, kept()]).toEqual([[], []])
})

it('is written down before it is sent, so that an app closed meanwhile still knows', async () => {
  let written: string[] = []
  sent.mockImplementation(() => {
    written = kept()
    return Promise.resolve(done)
  })
  await book()
  expect(written).toEqual(ids())
})

it.each([
  ['nothing answers', dead],
  ['the server cannot now', busy],
])('keeps it when %s, and sends it later by the same id, once', async (_when, answer) => {
  sent.mockResolvedValueOnce(answer).mockResolvedValue(done)
  await book()
  expect(kept()).toEqual(ids())
  await Promise.all([send(), send()])
  await send()
  expect(ids()).toHaveLength(2)
  expect(new Set(ids()).size).toBe(1)
  expect(kept()).toEqual([])
  expect(useIntentions.getState().news).toMatchObject({ is: 'done', intention: about })
})

it('is told when it is refused in the end', async () => {
  sent.mockResolvedValueOnce(dead).mockResolvedValue(refused)
  await book()
  await send()
  expect(useIntentions.getState().news).toMatchObject({ is: 'refused', error: refused.error })
  expect(useIntentions.getState().waiting).toEqual([])
})

it('goes on waiting, in order, while nothing answers', async () => {
  sent.mockResolvedValue(dead)
  await book('a')
  await book('b')
  sent.mockClear()
  await send()
  expect(ids()).toHaveLength(1)
  expect(useIntentions.getState().waiting).toHaveLength(2)
  expect(useIntentions.getState().news).toBeNull()
})

it('is one intention, however often it is tapped', async () => {
  sent.mockResolvedValue(dead)
  await book()
  await book()
  expect(useIntentions.getState().waiting).toHaveLength(1)
  expect(new Set(ids()).size).toBe(1)
})

it('is not sent half an hour later, and that is told', async () => {
  sent.mockResolvedValue(dead)
  await book()
  const [waiting] = useIntentions.getState().waiting
  useIntentions.setState({ waiting: [{ ...waiting!, at: waiting!.at - 31 * MINUTE }] })
  sent.mockClear()
  await send()
  expect(sent).not.toHaveBeenCalled()
  expect(useIntentions.getState()).toMatchObject({ waiting: [], news: { is: 'late' } })
})

it('sends nothing of what was dropped, and tells nothing of it', async () => {
  sent.mockResolvedValue(dead)
  await book()
  drop(ids()[0] ?? '')
  sent.mockClear()
  await send()
  expect(sent).not.toHaveBeenCalled()
  expect([kept(), useIntentions.getState().news]).toEqual([[], null])
})

it('keeps five and no more: the sixth is told to be tapped again', async () => {
  sent.mockResolvedValue(dead)
  for (const slotId of ['a', 'b', 'c', 'd', 'e', 'f']) await book(slotId)
  expect(useIntentions.getState().waiting.map((it) => it.payload)).toEqual(
    ['a', 'b', 'c', 'd', 'e'].map(slot),
  )
})
