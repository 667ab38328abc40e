import { ask } from './ask'
import { takeAway, type FileOutcome } from './file'
import { createPerCommunity } from './per-community'

interface RosterFileStore {
  taking: boolean
  taken: FileOutcome | null
  /** @returns true when the file is with the person */
  take(at: { communityId: string; sessionId: string }, why: string): Promise<boolean>
  forget(): void
}

/** The roster to take away, names and all. */
export const useRosterFile = createPerCommunity<RosterFileStore>((set, get) => ({
  taking: false,
  taken: null,

  async take(at, why) {
    if (get().taking) return false
    set({ taking: true, taken: null })
    const taken = await takeAway(ask('exportRoster', { ...at, why, format: 'xlsx' }))
    set({ taking: false, taken })
    return taken.ok
  },

  forget: () => set({ taken: null }),
}))
