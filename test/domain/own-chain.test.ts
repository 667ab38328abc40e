import { chainHash, GENESIS, type ChainedEntry } from '@/domain/ledger'
import { follow } from '@/domain/ledger'
import { NOW } from './facts'

const START = { seq: 0, balance: 0, headHash: GENESIS }

function chain(amounts: number[]): (ChainedEntry & { hash: string })[] {
  let { headHash, balance } = START
  return amounts.map((amount, index) => {
    balance += amount
    const entry: ChainedEntry = {
      ...{ communityId: 'c', accountId: 'a', seq: index + 1, movementId: `m${index}`, kind: 'service' },
      ...{ sessionId: 's', bookingId: 'b', attendeeId: 'r', reverses: null, amount, balance },
      ...{ expiresAt: NOW, createdAt: NOW },
    }
    headHash = chainHash(headHash, entry)
    return { ...entry, hash: headHash }
  })
}

const entries = chain([10, -4, 7])
const last = entries[2]

it('follows a chain to its end, in one go or page by page', () => {
  const end = { at: { seq: 3, balance: 13, headHash: last?.hash } }
  expect(follow(START, entries)).toEqual(end)
  const first = follow(START, entries.slice(0, 2))
  expect('at' in first && follow(first.at, entries.slice(2))).toEqual(end)
  expect(follow(START, [])).toEqual({ at: START })
})

it.each<[string, (all: typeof entries) => typeof entries, number]>([
  ['an amount', (all) => all.map((it) => (it.seq === 2 ? { ...it, amount: -3, balance: 7 } : it)), 2],
  ['a balance', (all) => all.map((it) => (it.seq === 3 ? { ...it, balance: 99 } : it)), 3],
  ['an expiry', (all) => all.map((it) => (it.seq === 1 ? { ...it, expiresAt: NOW + 1 } : it)), 1],
  ['a hash', (all) => all.map((it) => (it.seq === 3 ? { ...it, hash: GENESIS } : it)), 3],
  ['an entry that is gone', (all) => all.filter((it) => it.seq !== 2), 2],
  ['two that changed places', ([a, b, c]) => [a, c, b].flatMap((it) => it ?? []), 2],
])('names the first entry after %s was changed', (_, change, seq) => {
  expect(follow(START, change(entries))).toEqual({ brokenAt: seq })
})

it('sees that all was written anew behind a place it knows', () => {
  const known = follow(START, entries.slice(0, 2))
  const anew = chain([10, -3, 7])
  expect('at' in known && follow(known.at, anew.slice(2))).toEqual({ brokenAt: 3 })
})
