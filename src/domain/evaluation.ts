/** What a cadre may say of a service afterwards, the best first: a code, never free words about a person. */
export const EVALUATIONS = ['excellent', 'good', 'sound'] as const
export type Evaluation = (typeof EVALUATIONS)[number]
