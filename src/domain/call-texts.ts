import type { CallDraft, SlotDraft } from './call'
import type { Cover } from './cover'

/** What of a call may be put in other words once it is published; time and place are each session's own. */
export const CALL_TEXTS = ['title', 'description', 'bring', 'riskNote', 'insurance', 'contact'] as const
export type CallText = (typeof CALL_TEXTS)[number]

export interface CallTexts extends Pick<CallDraft['activity'], CallText> {
  cover: Cover
}

/** What is not as it was. */
export function changedTexts(was: CallTexts, is: CallTexts): (keyof CallTexts)[] {
  return ([...CALL_TEXTS, 'cover'] as const).filter((field) => was[field] !== is[field])
}

/** What those who have booked must hear of, because they come with it or look out for it; null: nothing. */
export function newsOf(
  changed: (keyof CallTexts)[],
  is: CallTexts,
): { riskNote: boolean; bring: string | null } | null {
  const riskNote = changed.includes('riskNote')
  const bring = changed.includes('bring') ? is.bring : null
  return riskNote || bring !== null ? { riskNote, bring } : null
}

export interface PublicTexts {
  activity: Pick<CallDraft['activity'], CallText | 'place'>
  slots: Pick<SlotDraft, 'title'>[]
}

/** Every text of a call that the public will read, as far as it says something. */
export function textsOf({ activity, slots }: PublicTexts): string[] {
  const { title, place, description, bring, riskNote, insurance, contact } = activity
  const texts = [title, place, description, bring, riskNote, insurance, contact]
  return [...texts, ...slots.map((slot) => slot.title)].filter((it) => it !== '')
}
