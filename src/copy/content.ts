import type { ContentLabel, HeldState } from '@/domain/content-check'
import type { OtherRefusal } from '@/contract/other-refusal'
import { spoken, type Telling } from './date'

/** What the platform finds in a text. */
export function contentWords(label: ContentLabel): string {
  switch (label) {
    case 'advert':
      return '广告'
    case 'politics':
      return '时政内容'
    case 'vulgar':
      return '色情内容'
    case 'abuse':
      return '骂人的话'
    case 'crime':
      return '违法内容'
    case 'fraud':
      return '诈骗信息'
    case 'indecent':
      return '低俗内容'
    case 'copyright':
      return '有版权的内容'
    case 'other':
      return '不合适的内容'
  }
}

/** Calls that wait for the check of their texts. */
export const held = {
  title: '等内容检查',
  retry: '再查一次',
  release: '我看过了，发布',
  edit: '改一改',
  drop: '不发了',
  dropSure: '真的不发，不留了',
  published: '查过了，已经发布',
  dropped: '已经不发了',
  kept: '先存下了',
  keptHint: '查过就自动发布，并告诉您。工作台上能看到。',
  toReview: '要请管理员看过才能发布。工作台上能看到。',
} as const

/** Why it waits, and what happens next. */
export function heldWords(
  call: { state: HeldState; label: ContentLabel | null; nextTryAt: number | null },
  { now }: Telling,
): string {
  switch (call.state) {
    case 'unanswered':
      return call.nextTryAt === null
        ? '平台没有答复。点“再查一次”。'
        : `平台没有答复，${spoken(call.nextTryAt, now)}自动再查。`
    case 'review':
      return call.label === null || call.label === 'other'
        ? '平台拿不准，要请管理员看一看。'
        : `平台觉得可能像${contentWords(call.label)}，要请管理员看一看。`
    case 'risky':
      return `内容检查说像${contentWords(call.label ?? 'other')}，不能发布。`
    case 'outdated':
      return '查完时有的时间已经过了，要改一改再发。'
  }
}

type ContentRefusal = Extract<OtherRefusal, { reason: `content_${string}` }>

/** Why a text is not shown, and what would change it. */
export function explainContent(refusal: ContentRefusal): string {
  switch (refusal.reason) {
    case 'content_refused':
      return `内容检查说这段文字像${contentWords(refusal.label)}，不能发布。改一改再发，写好的都还在。`
    case 'content_unchecked':
      return '这段文字还没有查完。过一会儿再试，或者先不写说明。'
    case 'content_waits':
      return refusal.state === 'review' ? '要请管理员看过才能发布。' : '要改一改，再发一次。'
  }
}
