import type { Evaluation } from '@/domain/evaluation'

export const EVALUATION_WORDS: Record<Evaluation, string> = { excellent: '优秀', good: '良好', sound: '合格' }
