import { textsOf, type PublicTexts } from '@/domain/call-texts'
import type { CheckedText } from '../wechat/content-check'

/** What is asked about a call; within the platform's 2500 characters by the limits of its texts. */
export function textOf(texts: PublicTexts): CheckedText {
  return { title: texts.activity.title, content: textsOf(texts).join('\n') }
}
