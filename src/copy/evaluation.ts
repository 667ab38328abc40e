import type { Evaluation } from '@/domain/evaluation'

export const EVALUATION_WORDS: Record<Evaluation, string> = { excellent: '优秀', good: '良好', sound: '合格' }

/** The cadre's word on a service, after it is confirmed. */
export const evaluation = {
  open: '写评价(可不写)',
  title: '评价',
  hint: '写进本人的平台记录，别人看不到。再点一下就收回。',
  given: (given: number, all: number) => (given > 0 ? `${given} / ${all}` : ''),
} as const
