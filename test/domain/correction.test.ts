import { credit, debit, expire, type Account, type Movement } from '@/domain/account'
import { correct, earn, type Change, type Moved, type Standing } from '@/domain/correction'
import { GENESIS } from '@/domain/ledger'
import { spendable } from '@/domain/points'
import { DAY } from '@/domain/time'
import { NOW } from './facts'

const EMPTY: Account = { head: { balance: 0, seq: 0, headHash: GENESIS }, lots: [] }
const settling = { id: 'settling', reverses: 'm1' }
const SOON = NOW + 3 * DAY
const LATER = NOW + 300 * DAY

function movement(id: string, kind: Movement['kind'] = 'service'): Movement {
  return {
    ...{ communityId: 'c', id, accountId: 'h', kind, sessionId: 's', bookingId: 'b', attendeeId: 'r' },
    ...{ reverses: kind === 'correction' ? 'm1' : null, createdAt: NOW },
  }
}

/** Credits in order, then `spent` points gone, the oldest first. */
function account(credits: { amount: number; expiresAt: number }[], spent = 0): Account {
  const given = credit(EMPTY, movement('m1'), credits).account
  if (spent === 0) return given
  const paid = debit(given, movement('m2', 'booking'), spent)
  if (!paid) throw new Error('more spent than there is')
  return paid.account
}

const standing = (of: Account, owed = 0): Standing => ({ account: of, owed })
const service = (points: number, more: Partial<Moved> = {}): Moved => ({
  ...{ kind: 'service', points, lots: [1], expired: 0, parts: [{ amount: points, expiresAt: LATER }] },
  ...more,
})
const booking = (points: number, parts: Moved['parts']): Moved => ({
  ...{ kind: 'booking', points, lots: [], expired: 0, parts },
})
const corrected = (of: Standing, moved: Moved, to: number) =>
  correct(of, movement('m9', 'correction'), moved, to, settling)

function outcome(change: Change | null) {
  if (!change) return null
  const { account: after, owed, postings, debts } = change
  const moved = postings.flatMap(({ entries }) => entries.map((entry) => entry.amount))
  return { balance: after.head.balance, owed, moved, debts: debts.map((debt) => debt.amount) }
}

const ten = [{ amount: 10, expiresAt: LATER }]

describe('a service is brought to fewer points', () => {
  it.each<[string, Standing, Moved, number, ReturnType<typeof outcome>]>([
    ['all there', standing(account(ten)), service(10), 4, { balance: 4, owed: 0, moved: [-6], debts: [] }],
    ['to nothing', standing(account(ten)), service(10), 0, { balance: 0, owed: 0, moved: [-10], debts: [] }],
    [
      'some spent: the rest is owed',
      standing(account(ten, 7)),
      service(10),
      0,
      { balance: 0, owed: 7, moved: [-3], debts: [7] },
    ],
    [
      'all spent: all is owed, and no entry is written',
      standing(account(ten, 10), 2),
      service(10),
      5,
      { balance: 0, owed: 7, moved: [], debts: [5] },
    ],
    ['as it is', standing(account(ten)), service(10), 10, null],
    [
      'of which some ran out unspent: that is not taken again',
      standing(account(ten)),
      service(10, { expired: 4 }),
      0,
      { balance: 4, owed: 0, moved: [-6], debts: [] },
    ],
    ['of which all ran out', standing(account(ten)), service(10, { expired: 10 }), 0, null],
  ])('%s', (_, before, moved, to, expected) => {
    expect(outcome(corrected(before, moved, to))).toEqual(expected)
  })

  it('takes its own points first, though others run out sooner', () => {
    const both = account([
      { amount: 10, expiresAt: LATER },
      { amount: 10, expiresAt: SOON },
    ])
    const change = corrected(standing(both), service(10), 0)
    expect(change?.account.lots.map((lot) => lot.left)).toEqual([0, 10])
  })

  it('takes nothing that has run out', () => {
    const past = account([{ amount: 10, expiresAt: NOW }])
    expect(outcome(corrected(standing(past), service(10), 0))).toMatchObject({ moved: [], owed: 10 })
  })
})

describe('a service is brought to more points', () => {
  it.each<[string, number, number]>([
    ['run out when the first do', LATER, LATER],
    ['last a week at least', SOON, NOW + 7 * DAY],
  ])('%s', (_, first, expected) => {
    const moved = service(10, { parts: [{ amount: 10, expiresAt: first }] })
    const change = corrected(standing(account(ten)), moved, 15)
    expect(outcome(change)).toEqual({ balance: 15, owed: 0, moved: [5], debts: [] })
    expect(change?.account.lots.at(-1)).toEqual({ seq: 2, expiresAt: expected, left: 5 })
  })

  it('pays what is owed first', () => {
    const change = corrected(standing(account(ten, 10), 3), service(10), 12)
    expect(outcome(change)).toEqual({ balance: 0, owed: 1, moved: [2, -2], debts: [-2] })
  })
})

describe('a payment', () => {
  const parts = [
    { amount: 5, expiresAt: LATER },
    { amount: 5, expiresAt: SOON },
  ]
  it('is given back to where it came from, the later points first', () => {
    const change = corrected(standing(account(ten, 10)), booking(10, parts), 3)
    expect(outcome(change)).toEqual({ balance: 7, owed: 0, moved: [5, 2], debts: [] })
    expect(change?.account.lots.slice(1).map((lot) => lot.expiresAt)).toEqual([LATER, NOW + 7 * DAY])
  })

  it.each<[string, Moved, number, [number, number][]]>([
    ['what went back before does not come again', booking(3, parts), 0, [[3, NOW + 7 * DAY]]],
    [
      'a part of the later ones went back',
      booking(8, parts),
      1,
      [
        [3, LATER],
        [4, NOW + 7 * DAY],
      ],
    ],
    ['all went back', booking(0, parts), 0, []],
    [
      'what is owed of it came from no points yet',
      booking(13, parts),
      0,
      [
        [5, LATER],
        [5, NOW + 7 * DAY],
        [3, LATER],
      ],
    ],
    ['nothing was there when it was taken', booking(4, []), 0, [[4, NOW + 7 * DAY]]],
  ])('%s', (_, moved, to, expected) => {
    const change = corrected(standing(account(ten, 10)), moved, to)
    const credits = change?.postings[0]?.entries.map((entry) => [entry.amount, entry.expiresAt]) ?? []
    expect(credits).toEqual(expected)
  })

  it('pays no debt by being given back: only what is earned does', () => {
    expect(outcome(corrected(standing(account(ten, 10), 4), booking(10, parts), 0))).toMatchObject({
      balance: 10,
      owed: 4,
    })
  })
})

describe('points that are earned', () => {
  it.each([
    [0, { balance: 10, owed: 0, moved: [10], debts: [] }],
    [4, { balance: 6, owed: 0, moved: [10, -4], debts: [-4] }],
    [10, { balance: 0, owed: 0, moved: [10, -10], debts: [-10] }],
    [25, { balance: 0, owed: 15, moved: [10, -10], debts: [-10] }],
  ])('of 10, with %s owed', (owed, expected) => {
    const change = earn(standing(EMPTY, owed), movement('m1'), { amount: 10, expiresAt: LATER }, settling)
    expect(outcome(change)).toEqual(expected)
    expect(change.postings[1]?.movement.kind ?? 'correction').toBe('correction')
  })
})

describe('points that run out', () => {
  it('are booked out in one entry, to the millisecond', () => {
    const three = account([
      { amount: 3, expiresAt: NOW - 1 },
      { amount: 4, expiresAt: NOW },
      { amount: 5, expiresAt: NOW + 1 },
    ])
    const expired = expire(three, movement('m5', 'expiry'))
    expect(expired?.posting.entries.map((entry) => entry.amount)).toEqual([-7])
    expect(expired?.posting.allocations.map((part) => part.lotSeq)).toEqual([1, 2])
    expect(expired?.account.head.balance).toBe(5)
    expect(spendable(expired?.account.lots ?? [], NOW)).toBe(5)
    expect(expired && expire(expired.account, movement('m6', 'expiry'))).toBeNull()
  })
})
