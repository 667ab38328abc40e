import { textsOf, type CallDraft } from '@/domain/call'
import type { CheckedText } from '../wechat/content-check'

/** What is asked about a call; within the platform's 2500 characters by the limits of its texts. */
export function textOf(draft: CallDraft): CheckedText {
  return { title: draft.activity.title, content: textsOf(draft).join('\n') }
}
