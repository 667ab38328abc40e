import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { followSession } from '@/platform/live-card'
import { SHARES_BY_CARD } from '@/platform/share'
import { recall, remember } from '@/platform/storage'
import { carryOut } from './ask'

interface SharedSession {
  communityId: string
  sessionId: string
}

interface SentShare extends SharedSession {
  shareId: string
  group: string | null
}

interface ShareStore {
  /** of the next card sent or link copied: each has one of its own, so that it shows which brought whom */
  next: string
  /** the card or link with the id `next` is out; `group`: to which chat group, as the cadre calls it */
  sent(communityId: string, sessionId: string, group: string | null): Promise<void>
  /** cards sent from this page follow the session in the chat, where that is to be had; else they are ordinary ones */
  enliven(at: SharedSession | null): Promise<void>
  /** records what went out while the server could not be reached */
  catchUp(): Promise<void>
}

const UNRECORDED = 'shares'
/** Live cards asked for so far. */
let asked = 0

// The server makes no id: the card is on its way before it could answer.
const newShareId = () => Math.random().toString(36).slice(2, 8).padEnd(6, '0')

export const useShare = create<ShareStore>((set, get) => ({
  next: newShareId(),

  async sent(communityId, sessionId, group) {
    const share = { communityId, sessionId, shareId: get().next, group }
    set({ next: newShareId() })
    remember(UNRECORDED, [...unrecorded(), share])
    await get().catchUp()
  },

  async enliven(at) {
    const mine = (asked += 1)
    const result = at && (await carryOut('createLiveCard', at))
    // Another session may stand there by now.
    if (mine === asked) await followSession(result?.ok ? result.data.liveCard : null)
  },

  async catchUp() {
    for (const share of unrecorded()) {
      const result = await carryOut('recordShare', share)
      if (!result.ok && result.error.code === 'unreachable') return
      remember(
        UNRECORDED,
        unrecorded().filter((it) => it.shareId !== share.shareId),
      )
    }
  },
}))

function unrecorded(): SentShare[] {
  return recall<SentShare[]>(UNRECORDED) ?? []
}

/** Cards sent from this page follow this session; null: the page has none to send at the moment. */
export function useLiveCard(at: SharedSession | null): void {
  const enliven = useShare((store) => store.enliven)
  const followed = useRef(false)
  const [communityId, sessionId] = [at?.communityId, at?.sessionId]
  // WeChat wants to know before the card is sent, and only a card in a chat can follow anything.
  useEffect(() => {
    if (!SHARES_BY_CARD) return
    if (communityId && sessionId) void enliven({ communityId, sessionId })
    else if (followed.current) void enliven(null)
    followed.current = Boolean(sessionId)
  }, [communityId, sessionId, enliven])
}
