/** The first character and nothing else: enough to find one's own name in a short list. */
export function maskName(name: string): string {
  const [first] = name
  return first ? `${first}**` : ''
}
