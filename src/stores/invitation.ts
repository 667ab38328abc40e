import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import type { InvitationLink } from '@/domain/link'
import { carryOut } from './ask'
import { load, LOADING, type Loadable } from './loadable'
import { useMembership } from './membership'
import { createPerCommunity } from './per-community'

interface InvitationStore {
  /** whose answer stands: another link's is not shown meanwhile */
  of: string | null
  invitation: Loadable<Answer<'getInvitation'>>
  pending: boolean
  error: CallError | null
  refresh(link: InvitationLink): Promise<void>
  /** @param name what the guardian is to confirm; null: is known by one */
  accept(link: InvitationLink, name: string | null): Promise<void>
  /** who accepted does not want to any more */
  takeBack(link: InvitationLink): Promise<void>
}

/** An invitation into a household, as whoever opened its link sees it. */
export const useInvitation = createPerCommunity<InvitationStore>((set, get) => {
  async function change(link: InvitationLink, work: () => Promise<CallError | null>): Promise<void> {
    if (get().pending) return
    set({ pending: true, error: null })
    const error = await work()
    await get().refresh(link)
    set({ pending: false, error })
  }
  return {
    of: null,
    invitation: LOADING,
    pending: false,
    error: null,

    async refresh(link) {
      if (link.invitationId !== get().of) set({ of: link.invitationId, invitation: LOADING, error: null })
      const invitation = await load('getInvitation', { ...link })
      // Only a community that is there: a broken link must not become everybody's home.
      if (invitation.phase === 'ready') useMembership.getState().choose(link.communityId)
      // Choosing it has emptied the stores, and this answer is of the community chosen.
      useInvitation.setState({ of: link.invitationId, invitation })
    },

    accept: (link, name) =>
      change(link, async () => {
        const { communityId } = link
        if (name !== null) {
          const joined = await carryOut('joinCommunity', { communityId, name })
          if (!joined.ok) return joined.error
          await useMembership.getState().settle()
        }
        const accepted = await carryOut('acceptInvitation', link)
        return accepted.ok ? null : accepted.error
      }),

    takeBack: (link) =>
      change(link, async () => {
        const ended = await carryOut('withdrawInvitation', link)
        return ended.ok ? null : ended.error
      }),
  }
})
