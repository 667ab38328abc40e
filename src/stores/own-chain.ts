import { CHAIN_START, follow, isEnd, type AccountHead } from '@/domain/ledger'
import { recall, remember } from '@/platform/storage'
import { ask } from './ask'
import { currentCommunity } from './membership'
import { createPerCommunity } from './per-community'

export type ChainState =
  | { is: 'checking' }
  /** all of it holds */
  | { is: 'checked'; entries: number }
  /** a long chain: the rest is for another time */
  | { is: 'so_far'; seq: number }
  /** from this entry on it is not what it was */
  | { is: 'broken'; seq: number }
  | { is: 'failed' }

interface OwnChainStore {
  state: ChainState | null
  /** goes on from what this phone has checked before, which thereby cannot be changed either */
  check(): Promise<void>
}

interface Checked {
  accountId: string
  at: AccountHead
}

/** Forgotten with everything else that is kept of a person. */
const keyOf = (communityId: string) => `kept:chain:${communityId}`
/** So many pages in one go. */
const PAGES_AT_ONCE = 10

export const useOwnChain = createPerCommunity<OwnChainStore>((set, get) => ({
  state: null,

  async check() {
    const communityId = await currentCommunity()
    if (communityId === null || get().state?.is === 'checking') return
    set({ state: { is: 'checking' } })
    set({ state: await walk(communityId) })
  },
}))

async function walk(communityId: string): Promise<ChainState> {
  let known = recall<Checked>(keyOf(communityId))
  for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
    const result = await ask('getChain', { communityId, seq: known?.at.seq ?? 0 })
    if (!result.ok) return { is: 'failed' }
    const { accountId, head, entries } = result.data
    if (known !== null && known.accountId !== accountId) {
      // Moved to another household: its chain is another one.
      known = { accountId, at: CHAIN_START }
      continue
    }
    const from = known?.at ?? CHAIN_START
    const followed = follow(
      from,
      entries.map((entry) => ({ ...entry, communityId, accountId })),
    )
    if ('brokenAt' in followed) return { is: 'broken', seq: followed.brokenAt }
    const { at } = followed
    known = { accountId, at }
    const atEnd = at.seq >= head.seq || entries.length === 0
    if (atEnd && !isEnd(at, head)) return { is: 'broken', seq: Math.min(at.seq, head.seq) + 1 }
    remember(keyOf(communityId), known)
    if (atEnd) return { is: 'checked', entries: at.seq }
  }
  return { is: 'so_far', seq: known?.at.seq ?? 0 }
}
