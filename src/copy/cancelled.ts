import type { CancelCause } from '@/domain/cancellation'

export const CAUSE_WORDS: Record<CancelCause, string> = {
  weather: '天气不好',
  too_few: '报名的人太少',
  place: '场地用不了',
  people: '带队的人来不了',
  other: '别的原因',
}

/** 原因:天气不好,暴雨橙色预警。A cause of its own kind is told by the note alone. */
export function causeSentence({ cause, note }: { cause: CancelCause; note: string }): string {
  const said = note.replace(/[。.!!]+$/u, '')
  if (cause === 'other' && said !== '') return `原因：${said}。`
  return `原因：${said === '' ? CAUSE_WORDS[cause] : `${CAUSE_WORDS[cause]}，${said}`}。`
}

/** What became of what this household held; null when it held nothing. */
export function endedWords({ places, points }: { places: number; points: number }): string | null {
  if (places === 0) return null
  return points > 0
    ? `您报的 ${places} 个名额一起取消了，用掉的 ${points} 分已退回，不算您取消。`
    : `您报的 ${places} 个名额一起取消了，不算您取消。`
}
