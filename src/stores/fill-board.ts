import type { CallError } from '@/api/call'
import type { FillBoard } from '@/contract/get-fill-board'
import { horizonOf } from '@/domain/fill'
import { carryOut } from './ask'
import { load, LOADING, whileLoading, type Loadable } from './loadable'
import { createPerCommunity } from './per-community'
import { useShare } from './share'

/** How much of the curve is shown: its first hour, or all that has gone by. */
export type CurveSpan = 'hour' | 'all'

interface FillBoardStore {
  at: { communityId: string; sessionId: string } | null
  board: Loadable<FillBoard>
  /** null: not chosen, and all of it is shown */
  span: CurveSpan | null
  /** to which chat group the next card goes; empty: not said */
  group: string
  /** slot that is being called for again */
  pending: string | null
  error: CallError | null
  open(communityId: string, sessionId: string): Promise<void>
  refresh(): Promise<void>
  showSpan(span: CurveSpan): void
  nameGroup(group: string): void
  /** the card or link with the next share's id is out */
  shared(): Promise<void>
  /** tells those who could still come. @returns how many were told; null: it was not done */
  callAgain(slotId: string): Promise<number | null>
}

export const useFillBoard = createPerCommunity<FillBoardStore>((set, get) => ({
  at: null,
  board: LOADING,
  span: null,
  group: '',
  pending: null,
  error: null,

  async open(communityId, sessionId) {
    const { at } = get()
    const same = at?.communityId === communityId && at.sessionId === sessionId
    if (!same) set({ at: { communityId, sessionId }, board: LOADING, span: null, group: '' })
    set({ pending: null, error: null })
    await useShare.getState().catchUp()
    await get().refresh()
  },

  async refresh() {
    const { at, board } = get()
    if (!at) return
    set({ board: whileLoading(board) })
    const loaded = await load('getFillBoard', at, { keep: true })
    if (get().at === at) set({ board: loaded })
  },

  showSpan: (span) => set({ span }),
  nameGroup: (group) => set({ group }),

  async shared() {
    const { at, group } = get()
    if (!at) return
    await useShare.getState().sent(at.communityId, at.sessionId, group.trim() || null)
    set({ group: '' })
    await get().refresh()
  },

  async callAgain(slotId) {
    const { at, pending } = get()
    if (!at || pending !== null) return null
    set({ pending: slotId, error: null })
    const result = await carryOut('sendSecondWave', { communityId: at.communityId, slotId })
    set({ pending: null, error: result.ok ? null : result.error })
    await get().refresh()
    return result.ok ? result.data.told : null
  },
}))

export interface ShownCurve {
  points: { x: number; y: number }[]
  /** minutes at the end of the axis */
  right: number
  /** places at the top of it */
  top: number
}

/** The curve as it is drawn; null while nobody could take a place yet. */
export function shownCurve({ curve, slots }: FillBoard, span: CurveSpan | null): ShownCurve | null {
  const last = curve[curve.length - 1]
  if (!last) return null
  const right = span === 'hour' ? 60 : horizonOf(last.minute)
  const points = curve.map(({ minute, taken }) => ({ x: minute, y: taken })).filter(({ x }) => x <= right)
  const end = points[points.length - 1]
  // The stair goes on to the edge of what is shown.
  if (end && last.minute > right) points.push({ x: right, y: end.y })
  const capacity = slots.reduce((sum, slot) => sum + slot.capacity, 0)
  return { points, right, top: Math.max(capacity, ...points.map(({ y }) => y)) }
}

/** Has more gone by than the first hour? */
export function isLongerThanHour({ curve }: FillBoard): boolean {
  return (curve[curve.length - 1]?.minute ?? 0) > 60
}
