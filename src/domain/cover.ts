import type { ActivityKind } from './activity'

/** The drawings an activity may be shown by. */
export const COVERS = [
  'book',
  'satchel',
  'broom',
  'crossing',
  'clipboard',
  'scissors',
  'sewing',
  'teapot',
  'garden',
  'room',
] as const
export type Cover = (typeof COVERS)[number]

const OF_KIND: Record<ActivityKind, Cover> = {
  class: 'book',
  after_school: 'satchel',
  clean_up: 'broom',
  traffic_duty: 'crossing',
  census: 'clipboard',
  haircut: 'scissors',
  tailor: 'sewing',
  mediation: 'teapot',
  garden: 'garden',
  gathering: 'room',
}

/** The drawing of a kind, unless another was chosen. */
export function coverOf({ kind, cover }: { kind: ActivityKind; cover?: Cover | null | undefined }): Cover {
  return cover ?? OF_KIND[kind]
}
