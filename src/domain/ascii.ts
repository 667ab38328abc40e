/** Bytes of plain ASCII text. Old WebViews that mini-programs run in have no TextEncoder. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
