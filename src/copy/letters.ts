/** In halves of a Chinese character: a letter that is not of the Latin alphabet is as wide as two that are. */
export function widthOf(text: string): number {
  return lettersOf(text).reduce((sum, letter) => sum + (letter < '\u0100' ? 1 : 2), 0)
}

/** Cut off with … where it is wider than `width`. */
export function clippedTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const letter of lettersOf(text)) {
    if (widthOf(kept + letter) > width - widthOf('…')) break
    kept += letter
  }
  return `${kept.trim()}…`
}

// An emoji of several parts counts, and goes, as one.
const LETTER =
  /(?:[\ud800-\udbff][\udc00-\udfff]|[\s\S])(?:[\ufe0f\u20e3]|\ud83c[\udffb-\udfff]|\u200d(?:[\ud800-\udbff][\udc00-\udfff]|[\s\S]))*/g

function lettersOf(text: string): string[] {
  return text.match(LETTER) ?? []
}
