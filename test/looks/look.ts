/** One way of having the app before one: how wide, how dark, how large. */
export interface Look {
  width: number
  dark: boolean
  elder: boolean
}

const WIDTHS = [320, 375, 430]

/** The four that tell most, then the rest: the first so many are taken. Those of one text size stand together. */
export const LOOKS: Look[] = orderOf([
  { width: 320, dark: false, elder: true },
  { width: 375, dark: true, elder: false },
  { width: 430, dark: false, elder: false },
  { width: 320, dark: true, elder: true },
])

function orderOf(first: Look[]): Look[] {
  const all = [false, true].flatMap((elder) =>
    [false, true].flatMap((dark) => WIDTHS.map((width) => ({ width, dark, elder }))),
  )
  const isFirst = (look: Look) => first.some((it) => wordsOf(it) === wordsOf(look))
  return [...first, ...all.filter((look) => !isFirst(look))]
}

export function wordsOf({ width, dark, elder }: Look): string {
  return `${width} ${dark ? 'dark' : 'light'} ${elder ? 'elder' : 'normal'}`
}
