import type { CallError } from '@/api/call'
import type { Evaluation } from '@/domain/evaluation'
import { carryOut } from './ask'
import { useRoster } from './roster'
import { createPerCommunity } from './per-community'

interface EvaluationStore {
  /** attendee whose answer is under way */
  pending: string | null
  error: CallError | null
  evaluate(attendeeId: string, evaluation: Evaluation | null): Promise<void>
}

/** What a cadre thinks of the services of the session that the roster shows. */
export const useEvaluation = createPerCommunity<EvaluationStore>((set, get) => ({
  pending: null,
  error: null,

  async evaluate(attendeeId, evaluation) {
    const { at, refresh } = useRoster.getState()
    if (!at || get().pending) return
    set({ pending: attendeeId, error: null })
    const result = await carryOut('evaluateService', { ...at, attendeeId, evaluation })
    if (result.ok) await refresh()
    set({ pending: null, error: result.ok ? null : result.error })
  },
}))
