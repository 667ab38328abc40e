import { call } from '@/api/call'
import { carryOut } from '@/stores/ask'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const payload = { communityId: 'abcdef', slotId: 'abcdefghijkl', party: [{ kind: 'self' as const }] }
const unreachable = { ok: false as const, error: { code: 'unreachable' as const }, now: null }
const refused = { ok: false as const, error: { code: 'refused' as const, message: 'slot_full' }, now: 0 }
const idOf = (nth: number) => sent.mock.calls[nth]?.[2]?.requestId

beforeEach(() => sent.mockReset())

it('sends two taps at once as one request', async () => {
  sent.mockResolvedValue(refused)
  await Promise.all([carryOut('bookSlot', payload), carryOut('bookSlot', payload)])
  expect(sent).toHaveBeenCalledTimes(1)
})

it('keeps the id of a request whose answer was lost, until an answer comes', async () => {
  sent.mockResolvedValueOnce(unreachable).mockResolvedValueOnce(unreachable).mockResolvedValue(refused)
  for (let tap = 0; tap < 4; tap += 1) await carryOut('bookSlot', payload)
  expect(idOf(0)).toMatch(/^[0-9a-z]{8,64}$/)
  expect([idOf(1), idOf(2)]).toEqual([idOf(0), idOf(0)])
  expect(idOf(3)).not.toBe(idOf(0))
})

it('gives another party another id', async () => {
  sent.mockResolvedValue(unreachable)
  await carryOut('bookSlot', payload)
  await carryOut('bookSlot', { ...payload, party: [{ kind: 'child', childId: 'mnopqrstuvwx' }] })
  expect(idOf(0)).not.toBe(idOf(1))
})
