import type { CallError } from '@/api/call'
import type { Answer } from '@/contract/actions'
import type { TeamKind } from '@/domain/team'
import { carryOut } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

type Teams = Answer<'listTeams'>

interface TeamsStore {
  teams: Loadable<Teams>
  /** id of the team whose answer is under way, or `new` */
  pending: string | null
  error: CallError | null
  refresh(): Promise<void>
  more(): Promise<void>
  nextPage: NextPage
  join(teamId: string): Promise<boolean>
  leave(): Promise<boolean>
  create(kind: TeamKind, name: string): Promise<boolean>
  end(teamId: string): Promise<boolean>
}

const NOTHING: Teams = { teams: [], mine: null, nextCursor: null }

export const useTeams = createPerCommunity<TeamsStore>((set, get) => {
  type Done = { ok: true } | { ok: false; error: CallError }
  async function act(what: string, work: (communityId: string) => Promise<Done>): Promise<boolean> {
    const communityId = await currentCommunity()
    if (communityId === null || get().pending !== null) return false
    set({ pending: what, error: null })
    const result = await work(communityId)
    if (result.ok) await get().refresh()
    set({ pending: null, error: result.ok ? null : result.error })
    return result.ok
  }

  return {
    teams: LOADING,
    pending: null,
    error: null,
    ...NEXT_PAGE,

    async refresh() {
      set({ teams: whileLoading(get().teams) })
      const communityId = await currentCommunity()
      if (communityId === null) return set({ teams: withoutCommunity(NOTHING) })
      set({ teams: await load('listTeams', { communityId }) })
    },

    async more() {
      const shown = valueOf(get().teams)
      const communityId = await currentCommunity()
      if (!shown?.nextCursor || communityId === null) return
      const asked = { communityId, cursor: shown.nextCursor }
      const page = await turnPage({ get, set }, 'listTeams', asked, () => valueOf(get().teams) === shown)
      if (page) set({ teams: ready({ ...page, teams: [...shown.teams, ...page.teams] }) })
    },

    join: (teamId) => act(teamId, (communityId) => carryOut('joinTeam', { communityId, teamId })),
    leave: () => act('mine', (communityId) => carryOut('leaveTeam', { communityId })),
    create: (kind, name) => act('new', (communityId) => carryOut('createTeam', { communityId, kind, name })),
    end: (teamId) => act(teamId, (communityId) => carryOut('endTeam', { communityId, teamId })),
  }
})
