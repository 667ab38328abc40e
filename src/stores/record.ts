import type { Answer } from '@/contract/actions'
import { ask } from './ask'
import { load, LOADING, ready, valueOf, whileLoading, type Loadable } from './loadable'
import { currentCommunity, withoutCommunity } from './membership'
import { createPerCommunity } from './per-community'

type ServiceRecords = Answer<'listServiceRecords'>

interface RecordStore {
  record: Loadable<ServiceRecords>
  refresh(): Promise<void>
  more(): Promise<void>
}

const NOTHING: ServiceRecords = { totalMinutes: 0, records: [], nextCursor: null }

export const useRecord = createPerCommunity<RecordStore>((set, get) => ({
  record: LOADING,

  async refresh() {
    set({ record: whileLoading(get().record) })
    const communityId = await currentCommunity()
    if (communityId === null) return set({ record: withoutCommunity(NOTHING) })
    const record = await load('listServiceRecords', { communityId })
    const stranger = record.phase === 'failed' && record.error.code === 'forbidden'
    set({ record: stranger ? ready(NOTHING) : record })
  },

  async more() {
    const shown = valueOf(get().record)
    const communityId = await currentCommunity()
    if (!shown?.nextCursor || communityId === null) return
    const result = await ask('listServiceRecords', { communityId, cursor: shown.nextCursor })
    if (!result.ok) return
    set({ record: ready({ ...result.data, records: [...shown.records, ...result.data.records] }) })
  },
}))
