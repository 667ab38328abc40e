import { createHash } from 'node:crypto'
import {
  type AccountHead,
  type ChainedEntry,
  CHAIN_START,
  chainHash,
  follow,
  GENESIS,
  isEnd,
} from '@/domain/ledger'
import { DAY } from '@/domain/time'
import { NOW } from './facts'

type Link = ChainedEntry & { hash: string }

/** A chain whose hashes are right for whatever the amounts are. */
function chainOf(amounts: number[]): Link[] {
  let balance = 0
  return rehashed(
    amounts.map((amount, index) => ({
      communityId: 'c00001',
      accountId: 'household-1',
      seq: index + 1,
      movementId: `movement-${index + 1}`,
      kind: amount > 0 ? 'service' : 'booking',
      sessionId: 'session-1',
      bookingId: 'booking-1',
      attendeeId: 'resident-1',
      reverses: null,
      amount,
      balance: (balance += amount),
      expiresAt: amount > 0 ? NOW + 365 * DAY : null,
      createdAt: NOW + index,
    })),
  )
}

function rehashed(entries: ChainedEntry[]): Link[] {
  let hash = GENESIS
  return entries.map((entry) => ({ ...entry, hash: (hash = chainHash(hash, entry)) }))
}

function headOf(entries: Link[]): AccountHead {
  const last = entries.at(-1)
  return { balance: last?.balance ?? 0, seq: entries.length, headHash: last?.hash ?? GENESIS }
}

/** Of a whole chain, from its first entry to where the account says that it ends. */
function firstBrokenEntry(entries: Link[], end: AccountHead): number | null {
  const followed = follow(CHAIN_START, entries)
  if ('brokenAt' in followed) return followed.brokenAt
  return isEnd(followed.at, end) ? null : followed.at.seq + 1
}

const changed = (entries: Link[], seq: number, change: Partial<Link>): Link[] =>
  entries.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry))

const chain = chainOf([10, 20, -15, 5])
const head = headOf(chain)

describe('the hash of an entry', () => {
  it('is SHA-256 of the previous hash and the entry as a JSON array', () => {
    const canonical =
      '["c00001","household-1",1,"movement-1","service","session-1","booking-1","resident-1",null,10,10,' +
      `${NOW + 365 * DAY},${NOW}]`
    const expected = createHash('sha256').update(`${GENESIS}\n${canonical}`).digest('hex')
    expect(chain[0]?.hash).toBe(expected)
  })

  it('writes a missing expiry as null', () => {
    const canonical = `["c00001","household-1",3,"movement-3","booking","session-1","booking-1","resident-1",null,-15,15,null,${NOW + 2}]`
    const expected = createHash('sha256').update(`${chain[1]?.hash}\n${canonical}`).digest('hex')
    expect(chain[2]?.hash).toBe(expected)
  })
})

describe('an account that holds', () => {
  it.each([
    ['has no entries at all', []],
    ['has one entry', [10]],
    ['is spent to zero', [10, -10]],
    ['has several entries', [10, 20, -15, 5]],
  ])('%s', (_, amounts) => {
    const entries = chainOf(amounts)
    expect(firstBrokenEntry(entries, headOf(entries))).toBeNull()
  })
})

describe('a changed entry shows', () => {
  it.each<[keyof Link, Partial<Link>]>([
    ['communityId', { communityId: 'c00002' }],
    ['accountId', { accountId: 'household-2' }],
    ['seq', { seq: 9 }],
    ['movementId', { movementId: 'movement-9' }],
    ['kind', { kind: 'correction' }],
    ['sessionId', { sessionId: 'session-2' }],
    ['bookingId', { bookingId: null }],
    ['attendeeId', { attendeeId: 'resident-2' }],
    ['reverses', { reverses: 'movement-1' }],
    ['amount', { amount: 21 }],
    ['balance', { balance: 31 }],
    ['expiresAt', { expiresAt: NOW + 366 * DAY }],
    ['expiresAt', { expiresAt: null }],
    ['createdAt', { createdAt: NOW + 2 }],
    ['hash', { hash: GENESIS }],
  ])('by its %s', (_, change) => {
    expect(firstBrokenEntry(changed(chain, 2, change), head)).toBe(2)
  })

  it.each([1, 2, 3, 4])('at place %i of the chain', (seq) => {
    expect(firstBrokenEntry(changed(chain, seq, { amount: 1000 }), head)).toBe(seq)
  })

  it('by its successor when its own hash was made to fit', () => {
    const second = rehashed(changed(chain, 2, { kind: 'correction' }))[1]
    expect(firstBrokenEntry(changed(chain, 2, { ...second }), head)).toBe(3)
  })

  it('by the head when the whole chain was made to fit', () => {
    const forged = rehashed(changed(chain, 2, { kind: 'correction' }))
    expect(firstBrokenEntry(forged, head)).toBe(5)
  })
})

describe('a chain that does not follow shows', () => {
  const renumbered = (entries: ChainedEntry[], from: number) =>
    rehashed(entries.map((entry, index) => ({ ...entry, seq: index + from })))

  it.each<[string, Link[], AccountHead, number]>([
    ['by a cut-off tail', chain.slice(0, 3), head, 4],
    ['by a cut-off tail of all entries', [], head, 1],
    ['by a missing first entry', chain.slice(1), head, 1],
    ['by a missing middle entry', chain.filter((entry) => entry.seq !== 2), head, 2],
    ['by two entries exchanged', [chain[0], chain[2], chain[1], chain[3]] as Link[], head, 2],
    ['by an entry that is there twice', [...chain, chain[3] as Link], head, 5],
    ['by a number that does not begin with 1', renumbered(chain, 2), head, 1],
  ])('%s', (_, entries, claimed, broken) => {
    expect(firstBrokenEntry(entries, claimed)).toBe(broken)
  })

  it('by a number that skips one, though its hashes fit', () => {
    const skipping = rehashed(
      chain.map((entry) => (entry.seq > 2 ? { ...entry, seq: entry.seq + 1 } : entry)),
    )
    expect(firstBrokenEntry(skipping, headOf(skipping))).toBe(3)
  })

  it('by a balance that is not the sum, though its hashes fit', () => {
    const wrong = rehashed(changed(chain, 3, { balance: 16 }))
    expect(firstBrokenEntry(wrong, headOf(wrong))).toBe(3)
  })

  it('by a balance below zero, though its hashes fit', () => {
    const overdrawn = chainOf([10, -11, 20])
    expect(firstBrokenEntry(overdrawn, headOf(overdrawn))).toBe(2)
  })
})

describe('a head that does not fit shows as the entry after the last', () => {
  it.each<[string, Partial<AccountHead>]>([
    ['by its balance', { balance: 21 }],
    ['by a seq that is ahead', { seq: 5 }],
    ['by a seq that is behind', { seq: 3 }],
    ['by its hash', { headHash: GENESIS }],
  ])('%s', (_, change) => {
    expect(firstBrokenEntry(chain, { ...head, ...change })).toBe(5)
  })

  it('in an account without entries', () => {
    expect(firstBrokenEntry([], { balance: 1, seq: 0, headHash: GENESIS })).toBe(1)
  })
})
