import type { CallError } from '@/api/call'
import { fileSource } from '@/api/file'
import type { Answer } from '@/contract/actions'
import type { MyLine } from '@/contract/list-my-data'
import type { MySection } from '@/domain/my-data'
import { fetchToSend, SENDS_FILES, type FileAtHand } from '@/platform/sent-file'
import { ask, carryOut } from './ask'
import { takeAway, type FileOutcome } from './file'
import { load, LOADING, ready, whileLoading, valueOf, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { NEXT_PAGE, turnPage, type NextPage } from './next-page'
import { createPerCommunity } from './per-community'

export type MyData = Answer<'getMyData'>
export type MyFormat = 'xlsx' | 'json'

interface Lines {
  lines: MyLine[]
  nextCursor: string | null
}

interface MyDataStore {
  data: Loadable<MyData>
  /** of what is kept the kind that is looked at; null: none */
  section: MySection | null
  lines: Loadable<Lines>
  nextPage: NextPage
  saving: boolean
  error: CallError | null
  taking: MyFormat | null
  taken: FileOutcome | null
  /** fetched, and to be sent to a chat by one more tap */
  atHand: FileAtHand | null
  refresh(): Promise<void>
  /** shows one kind, or folds it */
  show(section: MySection): Promise<void>
  more(): Promise<void>
  /** @returns true when done */
  setPhone(phone: string | null): Promise<boolean>
  take(format: MyFormat): Promise<void>
}

const NOTHING: MyData = { phone: null, sections: [] }

/** What is kept of the resident who asks. Nothing of it is kept on the phone. */
export const useMyData = createPerCommunity<MyDataStore>((set, get) => ({
  data: LOADING,
  section: null,
  lines: LOADING,
  ...NEXT_PAGE,
  saving: false,
  error: null,
  taking: null,
  taken: null,
  atHand: null,

  async refresh() {
    set({ data: whileLoading(get().data), error: null })
    const communityId = await currentCommunity()
    if (communityId === null) return set({ data: withoutCommunity(NOTHING) })
    const data = await load('getMyData', { communityId })
    // A stranger to the community: nothing is kept of who has not joined.
    const stranger = data.phase === 'failed' && data.error.code === 'forbidden'
    set({ data: stranger ? ready(NOTHING) : data })
  },

  async show(section) {
    if (get().section === section) return set({ section: null, lines: LOADING })
    const communityId = await currentCommunity()
    if (communityId === null) return
    set({ section, lines: LOADING })
    const lines = await load('listMyData', { communityId, section })
    if (get().section === section) set({ lines })
  },

  async more() {
    const { section } = get()
    const shown = valueOf(get().lines)
    const communityId = await currentCommunity()
    if (!shown?.nextCursor || section === null || communityId === null) return
    const asked = { communityId, section, cursor: shown.nextCursor }
    const page = await turnPage({ get, set }, 'listMyData', asked, () => get().section === section)
    if (page) set({ lines: ready({ ...page, lines: [...shown.lines, ...page.lines] }) })
  },

  async setPhone(phone) {
    const communityId = await currentCommunity()
    if (communityId === null || get().saving) return false
    set({ saving: true, error: null })
    const result = await carryOut('setPhone', { communityId, phone })
    set({ saving: false, error: result.ok ? null : result.error })
    const shown = valueOf(get().data)
    if (result.ok && shown) set({ data: ready({ ...shown, phone: result.data.phone }) })
    return result.ok
  },

  async take(format) {
    const communityId = await currentCommunity()
    if (communityId === null || get().taking) return
    set({ taking: format, taken: null, atHand: null })
    const asked = ask('exportMyData', { communityId, format })
    if (format === 'json' && SENDS_FILES) set({ ...(await fetched(asked)), taking: null })
    else set({ taken: await takeAway(asked), taking: null })
  },
}))

async function fetched(
  asked: ReturnType<typeof ask<'exportMyData'>>,
): Promise<{ taken: FileOutcome | null; atHand: FileAtHand | null }> {
  const result = await asked
  if (!result.ok) return { taken: { ok: false, error: result.error }, atHand: null }
  const source = await fileSource(result.data.url)
  if (!source) return { taken: { ok: false, reason: 'unreachable' }, atHand: null }
  const file = await fetchToSend(source, result.data.name)
  return file.ok ? { taken: null, atHand: file.file } : { taken: file, atHand: null }
}
