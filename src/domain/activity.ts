/** What an activity is, for its cover and the filters. */
export const ACTIVITY_KINDS = [
  'class',
  'after_school',
  'clean_up',
  'traffic_duty',
  'census',
  'haircut',
  'tailor',
  'mediation',
  'garden',
  'gathering',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** Kinds that need a risk note and a word on insurance before they are published. */
export function needsRiskNote(kind: ActivityKind): boolean {
  return kind === 'clean_up' || kind === 'traffic_duty'
}

/** Kinds to which children are brought: the courses of the feed. */
export const COURSE_KINDS: readonly ActivityKind[] = ['class', 'after_school']

export function isCourse(kind: ActivityKind): boolean {
  return COURSE_KINDS.includes(kind)
}

/** Most characters that activities are searched by. */
export const MOST_SEARCHED = 20
