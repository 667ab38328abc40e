import type { ActivityKind } from '@/domain/activity'

interface Words {
  name: string
  /** the drawing that stands for it */
  cover: 'book' | 'broom' | 'crossing' | 'scissors' | 'garden' | 'room'
}

export const ACTIVITY_WORDS: Record<ActivityKind, Words> = {
  class: { name: '课程', cover: 'book' },
  clean_up: { name: '大扫除', cover: 'broom' },
  traffic_duty: { name: '护学岗', cover: 'crossing' },
  haircut: { name: '便民服务', cover: 'scissors' },
  garden: { name: '花园', cover: 'garden' },
  gathering: { name: '聚会活动', cover: 'room' },
}
