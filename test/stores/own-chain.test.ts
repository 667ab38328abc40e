import { call } from '@/api/call'
import { chainHash, GENESIS, type ChainedEntry } from '@/domain/ledger'
import { useMembership } from '@/stores/membership'
import { useOwnChain } from '@/stores/own-chain'

jest.mock('@/api/call')
const sent = jest.mocked(call)

const communityId = 'abc123'

/** A chain of so many credits of one point, from `spoilt` on with hashes of another past. */
function chain(length: number, spoilt = Infinity) {
  let headHash = GENESIS
  const entries = Array.from({ length }, (_, index) => {
    const seq = index + 1
    const entry: Omit<ChainedEntry, 'communityId' | 'accountId'> = {
      ...{ seq, movementId: `m${seq}`, kind: 'service', sessionId: 's', bookingId: 'b', attendeeId: 'r' },
      ...{ reverses: null, amount: 1, balance: seq, expiresAt: 9, createdAt: seq >= spoilt ? 7 : 8 },
    }
    headHash = chainHash(headHash, { ...entry, communityId, accountId: 'home' })
    return { ...entry, hash: headHash }
  })
  return { accountId: 'home', head: { seq: length, balance: length, headHash }, entries }
}

/** The server's side: fifty entries a page. */
function serve(whole: ReturnType<typeof chain>): void {
  sent.mockImplementation((_, payload) => {
    const { seq } = payload as unknown as { seq: number }
    const entries = whole.entries.filter((it) => it.seq > seq).slice(0, 50)
    return Promise.resolve({ ok: true, data: { ...whole, entries }, now: 1 } as never)
  })
}

const state = async () => {
  await useOwnChain.getState().check()
  return useOwnChain.getState().state
}
const asked = () => sent.mock.calls.map(([, payload]) => (payload as unknown as { seq: number }).seq)

beforeEach(() => {
  window.localStorage.clear()
  sent.mockReset()
  useMembership.setState({ communityId })
  useOwnChain.setState({ state: null })
})

it('walks a chain to its end, and afterwards only what is new', async () => {
  serve(chain(120))
  expect(await state()).toEqual({ is: 'checked', entries: 120 })
  expect(asked()).toEqual([0, 50, 100])
  serve(chain(121))
  expect(await state()).toEqual({ is: 'checked', entries: 121 })
  expect(asked()).toEqual([0, 50, 100, 120])
})

it('goes through a long chain in parts', async () => {
  serve(chain(520))
  expect(await state()).toEqual({ is: 'so_far', seq: 500 })
  expect(await state()).toEqual({ is: 'checked', entries: 520 })
})

it.each<[string, (whole: ReturnType<typeof chain>) => unknown, number]>([
  ['an entry was changed', (whole) => Object.assign(whole.entries[1] ?? {}, { amount: 5 }), 2],
  ['the tail is gone', (whole) => whole.entries.pop(), 3],
  ['the balance is another', (whole) => Object.assign(whole.head, { balance: 9 }), 4],
])('names the entry when %s', async (_, tamper, seq) => {
  const whole = chain(3)
  tamper(whole)
  serve(whole)
  expect(await state()).toEqual({ is: 'broken', seq })
})

it('sees that the server has written the past anew', async () => {
  serve(chain(3))
  await state()
  serve(chain(4, 2))
  expect(await state()).toEqual({ is: 'broken', seq: 4 })
  serve(chain(3, 2))
  expect(await state()).toEqual({ is: 'broken', seq: 4 })
  serve(chain(2))
  expect(await state()).toEqual({ is: 'broken', seq: 3 })
})

it('begins anew for another household', async () => {
  serve(chain(3))
  await state()
  serve({ ...chain(2), accountId: 'other' })
  // The chain of `home` under another name does not hold; what matters is that it was walked from its first entry.
  await state()
  expect(asked()).toEqual([0, 3, 0])
})

it('says when it could not be checked', async () => {
  sent.mockResolvedValue({ ok: false, error: { code: 'unreachable' }, now: null })
  expect(await state()).toEqual({ is: 'failed' })
})
