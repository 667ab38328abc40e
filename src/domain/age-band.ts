/** The only thing known of a child's age, in whole years, both ends included. */
export const AGE_BANDS = ['0-2', '3-6', '7-9', '10-12', '13-17'] as const
export type AgeBand = (typeof AGE_BANDS)[number]
