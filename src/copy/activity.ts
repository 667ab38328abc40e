import type { ActivityKind } from '@/domain/activity'
import type { Cover } from '@/domain/cover'

export const ACTIVITY_WORDS: Record<ActivityKind, { name: string }> = {
  class: { name: '课程' },
  after_school: { name: '课后托管' },
  clean_up: { name: '大扫除' },
  traffic_duty: { name: '护学岗' },
  census: { name: '人口普查' },
  haircut: { name: '理发' },
  tailor: { name: '裁缝点' },
  mediation: { name: '调解台' },
  garden: { name: '花园' },
  gathering: { name: '聚会活动' },
}

/** What a drawing shows, for who cannot see it. */
export const COVER_WORDS: Record<Cover, string> = {
  book: '绘本',
  satchel: '书包',
  broom: '扫帚',
  crossing: '斑马线',
  clipboard: '登记表',
  scissors: '剪刀',
  sewing: '缝纫机',
  teapot: '茶桌',
  garden: '菜地',
  room: '会议室',
}
