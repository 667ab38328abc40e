/** What a screen reader says of the two buttons beside a number. */
export const stepperWords = {
  less: (label: string) => `${label}，少一点`,
  more: (label: string) => `${label}，多一点`,
} as const
