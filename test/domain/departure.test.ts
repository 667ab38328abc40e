import { decideDeparture, type DepartureFacts } from '@/domain/departure'
import { close, credit, type Account, type Movement } from '@/domain/account'

const alone: DepartureFacts = { role: 'resident', admins: 0, guardian: true, others: [], running: null }
const running = { id: 's', title: '大扫除', startsAt: 1, endsAt: 2 }
const guardian = { id: 'father', guardian: true }
const family = { id: 'grandmother', guardian: false }

describe('whether somebody may delete the account', () => {
  it.each<[string, Partial<DepartureFacts>, object]>([
    ['anybody may', {}, { ok: true }],
    ['a cadre may', { role: 'cadre' }, { ok: true }],
    ['one of two admins may', { role: 'admin', admins: 2 }, { ok: true }],
    ['the last admin may not', { role: 'admin', admins: 1 }, { refusal: { reason: 'last_admin' } }],
    ['who is there now may not', { running }, { refusal: { reason: 'session_running', session: running } }],
  ])('%s', (_, change, expected) => {
    expect(decideDeparture({ ...alone, ...change })).toMatchObject(expected)
  })
})

describe('what becomes of the household', () => {
  it.each<[string, DepartureFacts['others'], object]>([
    ['of one who is alone: it ends', [], { household: 'ends', children: 'go', heir: null, promoted: null }],
    [
      'with another guardian: the children stay',
      [family, guardian],
      { household: 'goes_on', children: 'stay', heir: 'father', promoted: null },
    ],
    [
      'with family only: nobody consents for the children, and the first becomes guardian',
      [family, { id: 'aunt', guardian: false }],
      { household: 'goes_on', children: 'go', heir: 'grandmother', promoted: 'grandmother' },
    ],
  ])('%s', (_, others, departure) => {
    expect(decideDeparture({ ...alone, others })).toEqual({ ok: true, departure })
  })
})

describe('an account that is closed', () => {
  const movement = (id: string, createdAt: number): Movement => ({
    ...{ communityId: 'c', id, accountId: 'h', kind: 'expiry', sessionId: null, bookingId: null },
    ...{ attendeeId: null, reverses: null, createdAt },
  })
  const empty: Account = { head: { balance: 0, seq: 0, headHash: '0'.repeat(64) }, lots: [] }

  it('has nothing left, neither of what ran out nor of what would have lasted', () => {
    const credits = [
      { amount: 20, expiresAt: 5 },
      { amount: 15, expiresAt: 500 },
    ]
    const { account } = credit(empty, { ...movement('m1', 1), kind: 'service' }, credits)
    const closed = close(account, movement('m2', 100))
    expect(closed?.account.head.balance).toBe(0)
    expect(closed?.posting.allocations.map((it) => it.amount)).toEqual([20, 15])
  })
  it('that is empty needs no movement', () => {
    expect(close(empty, movement('m', 1))).toBeNull()
  })
})
