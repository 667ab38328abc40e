/** In halves of a Chinese character: a letter that is not of the Latin alphabet is as wide as two that are. */
export function widthOf(text: string): number {
  return lettersOf(text).reduce((sum, letter) => sum + (letter < '\u0100' ? 1 : 2), 0)
}

/**
 * Cut off with … where it is larger than `most`, and never within what is seen as one letter.
 * @param sizeOf how large a text is: in its width, unless told otherwise
 */
export function clippedTo(text: string, most: number, sizeOf = widthOf): string {
  if (sizeOf(text) <= most) return text
  let kept = ''
  for (const letter of lettersOf(text)) {
    if (sizeOf(`${kept}${letter}…`) > most) break
    kept += letter
  }
  return `${kept.trim()}…`
}

// A flag, and an emoji of several parts, counts and goes as one; an accent goes with its letter.
const LETTER =
  /(?:(?:\ud83c[\udde6-\uddff]){2}|[\ud800-\udbff][\udc00-\udfff]|[\s\S])(?:[\u0300-\u036f\ufe0f\u20e3]|\ud83c[\udffb-\udfff]|\udb40[\udc20-\udc7f]|\u200d(?:[\ud800-\udbff][\udc00-\udfff]|[\s\S]))*/g

function lettersOf(text: string): string[] {
  return text.match(LETTER) ?? []
}
