import { create } from 'zustand'
import { followSession } from '@/platform/live-card'
import { recall, remember } from '@/platform/storage'
import { carryOut } from './ask'

interface SentShare {
  communityId: string
  sessionId: string
  shareId: string
  group: string | null
}

interface ShareStore {
  /** of the next card sent or link copied: each has one of its own, so that it shows which brought whom */
  next: string
  /** the card or link with the id `next` is out; `group`: to which chat group, as the cadre calls it */
  sent(communityId: string, sessionId: string, group: string | null): Promise<void>
  /** the card of this session will follow it in the chat, where that is to be had; else it is an ordinary card */
  enliven(communityId: string, sessionId: string): Promise<void>
  /** records what went out while the server could not be reached */
  catchUp(): Promise<void>
}

const UNRECORDED = 'shares'

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

  async enliven(communityId, sessionId) {
    const result = await carryOut('createLiveCard', { communityId, sessionId })
    if (result.ok && result.data.liveCard) await followSession(result.data.liveCard)
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
