import { call } from '@/api/call'
import { useMarks } from '@/stores/marks'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const at = { communityId: 'c', sessionId: 's' }
const came = (attendeeId: string) => ({ is: 'present', attendeeId, why: '手机没电', from: 1 }) as const
const offline = () => sent.mockResolvedValue({ ok: false, error: { code: 'unreachable' }, now: null })
const online = () => sent.mockResolvedValue({ ok: true, data: { checkedInAt: 1 } as never, now: 5 })
const marks = () => useMarks.getState()
/** attendee and request of everything that went out */
const out = () =>
  sent.mock.calls.map(([, payload, options]) => [
    (payload as { attendeeId?: string }).attendeeId,
    options?.requestId,
  ])

beforeEach(() => {
  sent.mockReset()
  localStorage.clear()
  useMarks.setState({ marks: [] })
})

it('sends a mark at once and keeps nothing of it', async () => {
  online()
  expect(await marks().note(at, came('a'))).toEqual({ is: 'sent', answer: null })
  expect(marks().marks).toEqual([])
  expect(sent).toHaveBeenCalledWith(
    'markPresent',
    { ...at, attendeeId: 'a', why: '手机没电', at: 1 },
    expect.anything(),
  )
})

it('keeps what it cannot send, and sends it later in order, each by the id of its first try', async () => {
  offline()
  expect(await marks().note(at, came('a'))).toEqual({ is: 'waiting' })
  await marks().note(at, came('b'))
  const kept = marks().marks.map((mark) => mark.requestId)
  sent.mockClear()
  online()
  expect(await marks().send()).toBe(true)
  expect(out()).toEqual([
    ['a', kept[0]],
    ['b', kept[1]],
  ])
  expect(marks().marks).toEqual([])
  expect(await marks().send()).toBe(false)
})

it('keeps of the counts of who was not registered only the last, and sends it after what came before', async () => {
  offline()
  await marks().note(at, { is: 'walk_ins', count: 2 })
  await marks().note(at, came('a'))
  await marks().note({ ...at, sessionId: 'other' }, { is: 'walk_ins', count: 9 })
  await marks().note(at, { is: 'walk_ins', count: 3 })
  sent.mockClear()
  online()
  await marks().send()
  expect(sent.mock.calls.map(([action, payload]) => [action, 'count' in payload && payload.count])).toEqual([
    ['markPresent', false],
    ['recordWalkIns', 9],
    ['recordWalkIns', 3],
  ])
})

it('sends nothing past one that did not go through', async () => {
  offline()
  await marks().note(at, came('a'))
  sent.mockClear()
  await marks().note(at, came('b'))
  expect(out().map(([who]) => who)).toEqual(['a'])
})

it('sends each once, though two ask for it at the same time', async () => {
  offline()
  await marks().note(at, came('a'))
  sent.mockClear()
  online()
  await Promise.all([marks().send(), marks().send(), marks().note(at, came('b'))])
  expect(out().map(([who]) => who)).toEqual(['a', 'b'])
})

it('is still there when the app has been closed', async () => {
  offline()
  await marks().note(at, came('a'))
  const kept = marks().marks
  await jest.isolateModulesAsync(async () => {
    const again = await import('@/stores/marks')
    expect(again.useMarks.getState().marks).toEqual(kept)
  })
})

it('says at once what the server will not have, and keeps that of a later sending until it is put away', async () => {
  const refused = { code: 'refused', message: '', reason: { reason: 'own_household' } } as const
  sent.mockResolvedValue({ ok: false, error: refused, now: 5 })
  expect(await marks().note(at, came('a'))).toEqual({ is: 'refused', error: refused })
  expect(marks().marks).toEqual([])
  offline()
  await marks().note(at, came('a'))
  await marks().note(at, came('b'))
  sent.mockImplementation((_, payload) =>
    Promise.resolve(
      'attendeeId' in payload && payload.attendeeId === 'a'
        ? { ok: false, error: refused, now: 5 }
        : { ok: true, data: { checkedInAt: 1 } as never, now: 5 },
    ),
  )
  await marks().send()
  expect(marks().marks).toMatchObject([{ act: { attendeeId: 'a' }, refused }])
  marks().drop(marks().marks[0]?.requestId ?? '')
  expect(marks().marks).toEqual([])
})

it.each(['unavailable', 'internal', 'too_many_requests', 'unauthenticated'] as const)(
  'keeps a mark when the answer is %s, which says nothing about it',
  async (code) => {
    sent.mockResolvedValue({ ok: false, error: { code, message: '' }, now: 5 })
    expect(await marks().note(at, came('a'))).toEqual({ is: 'waiting' })
  },
)
