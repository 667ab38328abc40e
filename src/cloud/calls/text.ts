import type { CallDraft } from '@/domain/call'
import type { CallText } from '@/domain/call-texts'
import type { CheckedText } from '../wechat/content-check'

interface Texts {
  activity: Pick<CallDraft['activity'], CallText | 'place'>
  slots: { title: string }[]
}

/** Every text of a call that the public will read; within the platform's 2500 characters by their limits. */
export function textOf({ activity, slots }: Texts): CheckedText {
  const { title, place, description, bring, riskNote, insurance, contact } = activity
  const texts = [title, place, description, bring, riskNote, insurance, contact]
  const posts = slots.map((slot) => slot.title)
  return { title, content: [...texts, ...posts].filter((it) => it !== '').join('\n') }
}
