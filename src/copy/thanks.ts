/** Between a family that was in a class and who helped there: preset, without a word of one's own. */
export const thanks = {
  give: '谢谢帮忙的邻居',
  given: '谢意带到了。',
  received: (households: number) => `${households} 家谢谢您`,
} as const
