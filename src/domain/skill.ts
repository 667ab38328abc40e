/** Skills a post may ask for. */
export const SKILLS = [
  'teaching',
  'law',
  'safety',
  'medical',
  'haircut',
  'tailoring',
  'mediation',
  'arts',
] as const
export type Skill = (typeof SKILLS)[number]
